package org.echolot.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.ListenTlsOptions;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.RefusedSecrets;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.listener.Call;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peers.KnownCallers;
import org.echolot.peers.PeerBook;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsServer;
import org.jspecify.annotations.Nullable;

/** {@code echolot listen}. */
final class ListenCommand implements Command {

  private static final AeTitle DEFAULT_AE = new AeTitle("ECHOLOT");

  private static final int DEFAULT_MAX_ASSOCIATIONS = 64;

  private final Environment environment;

  private static final Option.Value<AeTitle> AE =
      new Option.Value<>(
          "--ae",
          "AET",
          Kind.AE_TITLE,
          "Our AE title; calls to any other AE title are rejected. Default: ECHOLOT.");

  private static final Option.Flag ANY_CALLED =
      new Option.Flag("--any-called", "Accept every called AE title.");

  private static final Option.Value<Integer> PORT =
      new Option.Value<>(
          "--port",
          "N",
          Kind.number(0, 65_535),
          "The port, or 0 for any free port. Default: 11112.");

  private static final Option.Value<String> BIND =
      new Option.Value<>(
          "--bind",
          "ADDRESS",
          Kind.TEXT,
          "The address to listen on. Default: 127.0.0.1, which only this computer can" + " reach.");

  private static final Option.Values<AeTitle> ACCEPT_CALLING =
      new Option.Values<>(
          "--accept-calling",
          "AET",
          ",",
          Kind.AE_TITLE,
          "Calling AE titles to accept, separated by commas; default: all.");

  private static final Option.Values<String> ACCEPT_FROM =
      new Option.Values<>(
          "--accept-from",
          "ADDRESS",
          ",",
          Kind.TEXT,
          "Addresses to accept calls from, separated by commas; default: all.");

  private static final Option.Value<Integer> MAX_ASSOCIATIONS =
      new Option.Value<>(
          "--max-associations",
          "N",
          Kind.number(1, ListenerOptions.MAX_ASSOCIATIONS),
          "The limit of open associations. Default: 64.");

  private static final Option.Value<Level> LOG =
      new Option.Value<>(
          "--log",
          "LEVEL",
          Kind.oneOf(Level.values()),
          "Level of the log on standard error: info, debug or trace. Default: info.");

  private static final Option.Values<Behaving> BEHAVE =
      new Option.Values<>(
          "--behave",
          "HOW",
          ",",
          new Kind<>(Behaving::read, new Completion.Words(Behaving.WORDS)),
          "How to treat callers, to see how their device shows each fault: reject=RESULT/SOURCE/"
              + "REASON, abort, no-context, status=HHHH, delay=TIME.");

  private static final Option.Value<Duration> FOR =
      new Option.Value<>(
          "--for", "TIME", Kind.TIME, "Stop after this time; default: only when stopped.");

  ListenCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "listen";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("Answers C-ECHO until it is stopped.", "[options]")
        .group(
            "Association",
            AE,
            ANY_CALLED,
            PORT,
            BIND,
            ACCEPT_CALLING,
            ACCEPT_FROM,
            MAX_ASSOCIATIONS)
        .group("Behavior", BEHAVE, FOR, ExpectedPeer.EXPECT)
        .group("Output", LOG, KeptHistory.NONE, PeersFile.OPTION)
        .group(ListenTlsOptions.GROUP)
        .group(RefusedSecrets.GROUP);
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    ExpectedPeer peer = ExpectedPeer.of(given, environment);
    ListenerOptions options = options(given, peer);
    TlsServer server = new ListenTlsOptions(given).server(environment);
    Journal journal = new Journal();
    Level level = given.value(LOG, Level.INFO);
    CountDownLatch over = new CountDownLatch(1);
    ExpectedCalls expected =
        peer == null ? null : new ExpectedCalls(peer.expectation(options), environment.out(), over);
    try (CallKeeping keeping = keeping(given);
        LogPrinter printer = new LogPrinter(environment.err(), () -> over.getCount() == 0);
        VerificationScp scp =
            start(options, server, journal, both(keeping, expected), printer, level);
        var _ = environment.interrupted().onStop(over::countDown);
        var _ = environment.terminated().onStop(over::countDown)) {
      environment
          .out()
          .println("listening as " + options.ae() + " on " + AddressText.of(scp.address()));
      // Whoever waits for that line would wait for ever.
      if (environment.out().checkError()) {
        return ExitCode.STOPPED;
      }
      Duration time = given.value(FOR);
      if (time == null) {
        over.await();
      } else {
        boolean _ = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
      }
    }
    if (environment.interrupted().isStopped()) {
      return ExitCode.STOPPED;
    }
    return expected == null || expected.hasArrived() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Consumer<Call> both(Consumer<Call> keeping, @Nullable Consumer<Call> expected) {
    return expected == null ? keeping : keeping.andThen(expected);
  }

  /** Who calls is kept, unless that is not wanted. */
  private CallKeeping keeping(Given given) throws InputException {
    boolean none = given.has(KeptHistory.NONE) || !KeptHistory.folders(environment).keepsHistory();
    PeerBook book =
        none ? PeerBook.EMPTY : PeersFile.find(given, environment).read(false, name(), environment);
    return new CallKeeping(
        new KnownCallers(book.peers()),
        none ? null : () -> KeptHistory.openForLong(name(), environment));
  }

  private VerificationScp start(
      ListenerOptions options,
      @Nullable TlsServer server,
      Journal journal,
      Consumer<Call> calls,
      LogPrinter printer,
      Level level)
      throws InputException {
    journal.addReader(printer, level);
    try {
      return VerificationScp.start(options, server, journal, calls);
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  private static ListenerOptions options(Given given, @Nullable ExpectedPeer peer)
      throws InputException {
    AeTitle ae = given.value(AE, peer == null ? DEFAULT_AE : peer.request().callingAe());
    int port = given.value(PORT, ListenerOptions.DEFAULT_PORT);
    Set<InetAddress> from = new HashSet<>();
    for (String address : given.values(ACCEPT_FROM)) {
      from.add(address(ACCEPT_FROM, address));
    }
    ListenerOptions standard = ListenerOptions.onLoopback(ae, port);
    return new ListenerOptions(
        ae,
        given.has(ANY_CALLED),
        address(BIND, given.value(BIND, "127.0.0.1")),
        port,
        Set.copyOf(given.values(ACCEPT_CALLING)),
        from,
        given.value(MAX_ASSOCIATIONS, DEFAULT_MAX_ASSOCIATIONS),
        standard.associateTimeout(),
        standard.idleTimeout(),
        Behaving.all(given.values(BEHAVE)));
  }

  private static InetAddress address(Option option, String value) throws InputException {
    try {
      if (value.isBlank()) {
        throw new UnknownHostException("blank");
      }
      return InetAddress.getByName(value.strip());
    } catch (UnknownHostException _) {
      throw new InputException(
          option.name() + ": '" + value + "' is neither an address nor a name that has one");
    }
  }
}
