package org.echolot.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Long spans as people type them: {@code 30m}, {@code 12h}, {@code 7d}, {@code 2w}. */
public final class PeriodText {

  /** The longest span. */
  public static final Duration MAX = Duration.ofDays(36_500);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s{0,3}(s|m|min|h|d|w)");

  private PeriodText() {}

  /** What is wrong with {@code text} as a span, in plain words; null if nothing is. */
  public static @Nullable String faultOf(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return "A span is a number and s, m, h, d or w, for example 12h or 7d.";
    }
    Duration span = span(form);
    return span.isZero() || span.compareTo(MAX) > 0
        ? "The span must be more than 0 and 100 years at most."
        : null;
  }

  /**
   * The span that {@code text} says.
   *
   * @throws IllegalArgumentException if it says none; the message is that of {@link #faultOf}
   */
  public static Duration parse(String text) {
    String fault = faultOf(text);
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (fault != null || !form.matches()) {
      throw new IllegalArgumentException(fault);
    }
    return span(form);
  }

  private static Duration span(Matcher form) {
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      case "w" -> Duration.ofDays(7 * number);
      default -> Duration.ofMinutes(number);
    };
  }
}
