package org.echolot.check.run;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;

/** Looks many host names up at a time, where nothing is to be called. */
public final class HostNames {

  /** As many as a name server bears from one computer at once. */
  private static final int AT_A_TIME = 16;

  private final NameResolver resolver;

  /** With the lookup of the platform. */
  public HostNames() {
    this(InetAddress::getAllByName);
  }

  HostNames(NameResolver.LookUp system) {
    resolver = new NameResolver(system, AT_A_TIME);
  }

  /** What a lookup came to. */
  public sealed interface Answer {

    /**
     * @param addresses at least one
     */
    record Found(List<InetAddress> addresses) implements Answer {}

    /** The name has no address. */
    record Unknown() implements Answer {}

    /** There was no answer in time. */
    record NoAnswer() implements Answer {}
  }

  /**
   * Looks all names up.
   *
   * @param timeout for all of them together
   * @return an answer for each, in their order; {@link Answer.NoAnswer} for those that were not
   *     looked up when the time was over or {@code stop} was given
   */
  public Map<String, Answer> lookUp(Collection<String> hosts, Duration timeout, StopSignal stop) {
    Deadline deadline = Deadline.after(timeout);
    Map<String, NameResolver.Lookup> begun = new LinkedHashMap<>();
    hosts.forEach(host -> begun.computeIfAbsent(host, resolver::begin));
    Map<String, Answer> answers = new LinkedHashMap<>();
    begun.forEach(
        (host, lookup) -> {
          try (lookup) {
            answers.put(host, answer(lookup.await(deadline, stop)));
          } catch (StoppedException _) {
            answers.put(host, new Answer.NoAnswer());
          }
        });
    return answers;
  }

  private static Answer answer(Optional<NameResolver.Outcome> outcome) {
    if (outcome.isEmpty()) {
      return new Answer.NoAnswer();
    }
    return switch (outcome.get()) {
      case NameResolver.Outcome.Found found -> new Answer.Found(found.addresses());
      case NameResolver.Outcome.Unknown _ -> new Answer.Unknown();
    };
  }
}
