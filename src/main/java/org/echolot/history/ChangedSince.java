package org.echolot.history;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.echolot.text.MomentText;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the last time that a peer answered. Immutable.
 *
 * @param lastSuccessAt when the check began that last succeeded
 * @param changes what is different; empty where nothing is that both checks saw
 * @param where the address that answered then; null if it is not known
 * @param implementation what the peer called itself then; null if it did not say
 */
public record ChangedSince(
    Instant lastSuccessAt,
    List<Change> changes,
    @Nullable String where,
    @Nullable String implementation) {

  public ChangedSince {
    changes = List.copyOf(changes);
  }

  /**
   * Compares a result with the last success before it.
   *
   * @param before null: none is known
   * @return empty where none is known, and for a check that was stopped
   */
  public static Optional<ChangedSince> of(@Nullable LastSuccess before, CheckResult now) {
    if (before == null || now.outcome() == Outcome.CANCELLED) {
      return Optional.empty();
    }
    CheckResult then = before.resultBeside(now).orElse(null);
    List<Change> changes = new ArrayList<>();
    if (then != null) {
      changes.addAll(Changes.between(then, now));
    }
    changes.addAll(Changes.unusualTimes(before.times(), now));
    changes.addAll(Changes.unusualWay(before.times(), now));
    InetSocketAddress remote = then == null ? null : then.remoteAddress();
    Negotiated said = then == null ? null : then.negotiated();
    String name = said == null ? null : said.implementationVersionName();
    return Optional.of(
        new ChangedSince(
            before.at(),
            changes,
            remote == null ? null : AddressText.of(remote),
            name == null ? null : Escapes.oneLine(name)));
  }

  /**
   * When and how it last worked: {@code Worked until 14:02 today at 10.0.0.5:104 as
   * OFFIS_DCMTK_366}.
   *
   * @param now the moment for which it is said
   */
  public String workedUntil(Instant now, ZoneId zone) {
    return "Worked until "
        + MomentText.of(lastSuccessAt, now, zone)
        + (where == null ? "" : " at " + where)
        + (implementation == null ? "" : " as " + implementation);
  }

  /** The changes, a sentence each without its full stop. */
  public List<String> sentences() {
    return changes.stream().map(Change::sentence).toList();
  }
}
