package org.echolot.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Timeouts as people type them and as files keep them: {@code 5s}, {@code 500ms}, {@code 1.5s},
 * {@code 1m}; more than 0 and at most {@link #MAX}.
 */
public final class DurationText {

  /** The longest time that can be set. */
  public static final Duration MAX = Duration.ofHours(1);

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)\\s{0,3}(ms|s|m|min|h)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,12})?");
  private static final long MILLION = 1_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private DurationText() {}

  /** What is wrong with {@code text} as a timeout, in plain words; null if nothing is. */
  public static @Nullable String faultOf(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return "A time is needed, for example 5s.";
    }
    if (NUMBER.matcher(trimmed).matches()) {
      return "The unit is missing: write " + trimmed + "s or " + trimmed + "ms.";
    }
    Matcher form = FORM.matcher(trimmed.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return "A time is a number and ms, s or m, for example 500ms, 5s or 1.5m.";
    }
    long nanos = nanos(form);
    if (nanos < 1) {
      return "The time must be more than 0.";
    }
    if (nanos > MAX.toNanos()) {
      return "The time must be 1 hour at most.";
    }
    return null;
  }

  /**
   * The time that {@code text} says, to the nanosecond.
   *
   * @throws IllegalArgumentException if it says none; the message is that of {@link #faultOf}
   */
  public static Duration parse(String text) {
    String fault = faultOf(text);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new AssertionError(text);
    }
    return Duration.ofNanos(nanos(form));
  }

  /** The shortest text that {@link #parse} reads as exactly {@code time}. */
  public static String format(Duration time) {
    long nanos = time.toNanos();
    if (nanos % Duration.ofHours(1).toNanos() == 0) {
      return time.toHours() + "h";
    }
    if (nanos % Duration.ofMinutes(1).toNanos() == 0) {
      return time.toMinutes() + "m";
    }
    return nanos < NANOS_PER_SECOND
        ? DecimalText.shortest(nanos, 6) + "ms"
        : DecimalText.shortest(nanos, 9) + "s";
  }

  /** The same for the middle of a sentence: {@code 10 s}, {@code 2 min}. */
  public static String inWords(Duration time) {
    String text = format(time);
    int unit = 0;
    while (Character.isDigit(text.charAt(unit)) || text.charAt(unit) == '.') {
      unit++;
    }
    String name = text.substring(unit);
    return text.substring(0, unit) + " " + (name.equals("m") ? "min" : name);
  }

  /**
   * The whole nanoseconds of a time; of one that is longer than {@link #MAX}, some number that is
   * larger, too.
   */
  private static long nanos(Matcher form) {
    long unit =
        switch (form.group(2)) {
          case "ms" -> NANOS_PER_MILLI;
          case "s" -> NANOS_PER_SECOND;
          case "h" -> 3600 * NANOS_PER_SECOND;
          default -> 60 * NANOS_PER_SECOND;
        };
    String number = form.group(1);
    int point = number.indexOf('.');
    long whole = Long.parseLong(point < 0 ? number : number.substring(0, point));
    if (whole > MAX.toNanos() / unit) {
      return Long.MAX_VALUE;
    }
    String decimals = (point < 0 ? "" : number.substring(point + 1)) + "000000000000";
    // Two halves of six decimals: all twelve at once would be too many digits for a long.
    long first = Long.parseLong(decimals.substring(0, 6)) * unit;
    long second = Long.parseLong(decimals.substring(6, 12)) * unit;
    long rest = first % MILLION * MILLION + second;
    long least = whole * unit + first / MILLION + rest / (MILLION * MILLION);
    boolean isMore = rest % (MILLION * MILLION) > 0;
    return isMore && least >= MAX.toNanos() ? Long.MAX_VALUE : least;
  }
}
