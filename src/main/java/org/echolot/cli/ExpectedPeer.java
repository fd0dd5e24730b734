package org.echolot.cli;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.HostNames;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.concurrent.StopSignal;
import org.echolot.listener.Expectation;
import org.echolot.listener.ListenerOptions;
import org.jspecify.annotations.Nullable;

/**
 * A saved peer that is to call us.
 *
 * @param addresses those of its host; empty where they are not known
 */
record ExpectedPeer(CheckRequest request, Set<InetAddress> addresses) {

  static final Option.Value<String> EXPECT =
      new Option.Value<>(
          "--expect",
          "PEER",
          Kind.TEXT,
          "Wait until this saved peer has called as it is saved and got its echo, and say of every"
              + " other call what does not fit. Ends with 0 if it called, else with 1.");

  private static final Duration LOOKUP = Duration.ofSeconds(11);

  ExpectedPeer {
    addresses = Set.copyOf(addresses);
  }

  /**
   * The one that was named; null where none was. It looks its host up.
   *
   * @throws InputException if there is none of that name
   */
  static @Nullable ExpectedPeer of(Given given, Environment environment) throws InputException {
    String name = given.value(EXPECT);
    if (name == null) {
      return null;
    }
    PeersFile file = PeersFile.find(given, environment);
    Targets targets =
        new Targets(
            file,
            file.read(true, "listen", environment),
            new Targets.Wishes(null, null, null, null, true));
    CheckRequest request = targets.named(name);
    Answer answer =
        new HostNames()
            .lookUp(List.of(request.host()), LOOKUP, new StopSignal())
            .getOrDefault(request.host(), new Answer.NoAnswer());
    return new ExpectedPeer(
        request,
        answer instanceof Answer.Found(List<InetAddress> found) ? Set.copyOf(found) : Set.of());
  }

  /**
   * What its call has to be like.
   *
   * @throws InputException if it can't call at all where we listen
   */
  Expectation expectation(ListenerOptions options) throws InputException {
    boolean isHere = addresses.stream().anyMatch(InetAddress::isLoopbackAddress);
    if (options.bind().isLoopbackAddress() && !isHere) {
      throw new InputException(
          request.name()
              + " is not on this computer and cannot call 127.0.0.1; with --bind 0.0.0.0 it can,"
              + " and so can any computer that reaches this one");
    }
    return new Expectation(request.name(), request.calledAe(), addresses, options.ae());
  }
}
