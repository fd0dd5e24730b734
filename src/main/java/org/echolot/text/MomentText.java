package org.echolot.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments as people speak of them. */
public final class MomentText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private MomentText() {}

  /** {@code 14:02 today}, {@code 17:02 yesterday}, {@code 17:02 on 2026-11-20}. */
  public static String of(Instant moment, Instant now, ZoneId zone) {
    ZonedDateTime local = moment.atZone(zone);
    long days = ChronoUnit.DAYS.between(local.toLocalDate(), LocalDate.ofInstant(now, zone));
    return TIME.format(local)
        + (days == 0 ? " today" : days == 1 ? " yesterday" : " on " + DATE.format(local));
  }

  /**
   * How long ago: {@code now}, {@code 2 min ago}, {@code 3 h ago}, {@code 7 days ago}; for a moment
   * that is still to come, as after a clock was set back, {@code now}.
   */
  public static String ago(Instant moment, Instant now) {
    long seconds = Math.max(0, ChronoUnit.SECONDS.between(moment, now));
    if (seconds < MINUTE) {
      return seconds < 5 ? "now" : seconds + " s ago";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min ago";
    }
    if (seconds < DAY) {
      return seconds / HOUR + " h ago";
    }
    long days = seconds / DAY;
    return days + (days == 1 ? " day ago" : " days ago");
  }
}
