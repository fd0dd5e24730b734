package org.echolot.cli;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.filter.PeerFilter;
import org.echolot.peers.filter.PeerSubject;
import org.echolot.tls.CertificateFacts;
import org.jspecify.annotations.Nullable;

/** Saved peers chosen by the words of the window's filter; what checks found is in the history. */
final class Where {

  static final Option.Value<String> OPTION =
      new Option.Value<>(
          "--where",
          "WORDS",
          Kind.checked(words -> PeerFilter.of(words).fault().orElse(null), Function.identity()),
          "The saved peers that the words fit, as in the window's filter, for example \"tag:ct"
              + " failing\" or \"cert<30d\".");

  /** A peer with its last result in the history. */
  private record Subject(Peer peer, Optional<CheckResult> last) implements PeerSubject {

    @Override
    public State state() {
      return last.map(
              result ->
                  result.outcome() == Outcome.FAILURE
                      ? State.FAILING
                      : result.isMarked() ? State.WARNING : State.OK)
          .orElse(State.UNCHECKED);
    }

    @Override
    public @Nullable Cause cause() {
      return last.map(CheckResult::cause).orElse(null);
    }

    @Override
    public @Nullable Duration echoTime() {
      return last.flatMap(CheckResult::echoTime).orElse(null);
    }

    @Override
    public OptionalLong certificateDays() {
      return last.map(CheckResult::tls).stream()
          .flatMap(tls -> tls.chain().stream())
          .min(Comparator.comparing(X509Certificate::getNotAfter))
          .map(first -> OptionalLong.of(CertificateFacts.of(first).daysLeft(Instant.now())))
          .orElse(OptionalLong.empty());
    }

    @Override
    public String resultWords() {
      return last.map(CheckResult::summary).orElse("");
    }
  }

  private Where() {}

  /**
   * The peers of a book that the words fit, in its order.
   *
   * @throws InputException if the words ask what checks found, and no history is kept
   */
  static List<Peer> peers(PeerBook book, String words, String command, Environment environment)
      throws InputException {
    PeerFilter filter = PeerFilter.of(words);
    if (!filter.asksForResults()) {
      return fitting(book, filter, _ -> Optional.empty());
    }
    if (!KeptHistory.folders(environment).keepsHistory()) {
      throw new InputException(
          "'" + words + "' asks what checks found, but no history is kept: ECHOLOT_HISTORY is off");
    }
    try (HistoryStore store = KeptHistory.open(command, Retention.FOREVER, environment)) {
      return fitting(book, filter, store.reader()::last);
    }
  }

  private static List<Peer> fitting(
      PeerBook book, PeerFilter filter, Function<UUID, Optional<CheckResult>> last) {
    return book.peers().stream()
        .filter(peer -> filter.test(new Subject(peer, last.apply(peer.id()))))
        .toList();
  }
}
