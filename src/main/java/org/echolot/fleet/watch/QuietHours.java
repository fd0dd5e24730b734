package org.echolot.fleet.watch;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours of each day in which a watch checks and lists, but rings nobody. Immutable.
 *
 * @param from the first minute of them
 * @param to the minute after their last one; before {@code from} where they go past midnight
 */
public record QuietHours(LocalTime from, LocalTime to) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s{0,9}(\\d{1,2})(?::(\\d\\d))?\\s{0,9}(?:-|–|to)\\s{0,9}(\\d{1,2})(?::(\\d\\d))?\\s{0,9}");
  private static final int HOURS = 24;
  private static final int MINUTES = 60;

  /**
   * @throws IllegalArgumentException if both are the same
   */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "Quiet hours end at another time than they begin: the whole day is what Pause is for.");
    }
  }

  /** What is wrong with a text such as {@code 22:00-06:00}, in plain words; null: nothing. */
  public static @Nullable String faultOf(String text) {
    try {
      QuietHours _ = parse(text);
      return null;
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * What {@code text} says: {@code 22:00-06:00}, {@code 22-6}.
   *
   * @throws IllegalArgumentException if it says none; the message is that of {@link #faultOf}
   */
  public static QuietHours parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("Write two times of day, for example 22:00-06:00.");
    }
    return new QuietHours(time(form.group(1), form.group(2)), time(form.group(3), form.group(4)));
  }

  private static LocalTime time(String hours, @Nullable String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if (hour > HOURS || minute >= MINUTES || (hour == HOURS && minute > 0)) {
      throw new IllegalArgumentException("A time of day is from 0:00 to 24:00.");
    }
    return LocalTime.of(hour % HOURS, minute);
  }

  /** Whether a time of day is one of them. */
  public boolean cover(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return from + "-" + to;
  }
}
