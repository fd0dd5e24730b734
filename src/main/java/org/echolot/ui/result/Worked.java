package org.echolot.ui.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.history.Change;
import org.echolot.history.ChangedSince;
import org.echolot.history.LastSuccess;
import org.jspecify.annotations.Nullable;

/**
 * When a peer last answered, and what has changed since. Pure.
 *
 * @param at when the check began that succeeded
 * @param then what it asked; null: it is not known, or asked the same
 * @param changes a line each
 */
record Worked(Instant at, @Nullable CheckRequest then, List<String> changes) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  Worked {
    changes = List.copyOf(changes);
  }

  /**
   * Compares a failure with the last success before it.
   *
   * @param before null: none is known
   * @return null where none is known
   */
  static @Nullable Worked since(@Nullable LastSuccess before, CheckResult now) {
    ChangedSince changed = ChangedSince.of(before, now).orElse(null);
    if (before == null || changed == null) {
      return null;
    }
    boolean canBeSetBack = changed.changes().stream().anyMatch(Worked::isSetBack);
    return new Worked(
        changed.lastSuccessAt(),
        canBeSetBack ? before.result().map(CheckResult::request).orElse(null) : null,
        told(changed.changes()).stream().map(Worked::line).toList());
  }

  /** That it is rejected now is what the verdict says, unless nothing else has changed. */
  private static List<Change> told(List<Change> changes) {
    List<Change> others =
        changes.stream().filter(change -> change.kind() != Change.Kind.ANSWER).toList();
    return others.isEmpty() ? changes : others;
  }

  /** Whether it is among what {@code Peer.calledLike} sets. */
  private static boolean isSetBack(Change change) {
    return switch (change.kind()) {
      case CALLED_AE, CALLING_AE, HOST, PORT -> true;
      default -> false;
    };
  }

  private static String line(Change change) {
    return change.kind() == Change.Kind.STAGE_TIME
        ? change.sentence()
        : change.kind().label() + "   " + change.was() + " → " + change.now();
  }

  /** {@code Worked yesterday 17:02. Changed since:} */
  String headline(Instant now, ZoneId zone) {
    return "Worked "
        + moment(at, now, zone)
        + (changes.isEmpty() ? ". Nothing that we see has changed since." : ". Changed since:");
  }

  private static String moment(Instant at, Instant now, ZoneId zone) {
    ZonedDateTime then = at.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    String time = TIME.format(then);
    if (then.toLocalDate().equals(today)) {
      return "today " + time;
    }
    return then.toLocalDate().equals(today.minusDays(1))
        ? "yesterday " + time
        : DAY.format(then) + " " + time;
  }
}
