package org.echolot.ui.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.CheckRequest;

/**
 * When a peer last answered, and what has changed since in how it is called. Pure.
 *
 * @param at when the check began that succeeded
 * @param then what it asked
 */
record Worked(Instant at, CheckRequest then, List<Difference> changes) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  /** Something that is otherwise than it was. */
  record Difference(String what, String was, String is) {

    @Override
    public String toString() {
      return what + "   " + was + " → " + is;
    }
  }

  Worked {
    changes = List.copyOf(changes);
  }

  static Worked since(Instant at, CheckRequest then, CheckRequest now) {
    List<Difference> changes = new ArrayList<>();
    add(changes, "called AE title", then.calledAe(), now.calledAe());
    add(changes, "calling AE title", then.callingAe(), now.callingAe());
    add(changes, "host", then.host(), now.host());
    add(changes, "port", then.port(), now.port());
    add(changes, "TLS", then.isTls() ? "on" : "off", now.isTls() ? "on" : "off");
    return new Worked(at, then, changes);
  }

  private static void add(List<Difference> changes, String what, Object was, Object is) {
    if (!was.equals(is)) {
      changes.add(new Difference(what, was.toString(), is.toString()));
    }
  }

  /** {@code Worked yesterday 17:02. Changed since:} */
  String headline(Instant now, ZoneId zone) {
    return "Worked "
        + moment(at, now, zone)
        + (changes.isEmpty() ? ". Its settings here are the same." : ". Changed since:");
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
