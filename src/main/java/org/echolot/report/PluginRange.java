package org.echolot.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A threshold as monitoring plugins take it: {@code 5} alerts above 5 (and below 0), {@code 1:5}
 * outside, {@code @1:5} inside, {@code 1:} below 1, {@code ~:5} above 5. Numbers are seconds, or
 * have a unit of their own.
 *
 * @param from null: no lower end
 * @param to null: no upper end
 * @param inside whether it alerts inside and not outside
 * @param text as it is repeated in performance data, in seconds
 */
public record PluginRange(
    @Nullable BigDecimal from, @Nullable BigDecimal to, boolean inside, String text) {

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s?(ms|s|m|min|)");
  private static final BigDecimal PER_MINUTE = BigDecimal.valueOf(60);

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none; the message says so in plain words
   */
  public static PluginRange parse(String text) {
    String range = text.strip();
    boolean inside = range.startsWith("@");
    String ends = inside ? range.substring(1) : range;
    int colon = ends.indexOf(':');
    String first = colon < 0 ? "0" : ends.substring(0, colon);
    String second = ends.substring(colon + 1);
    BigDecimal from = first.equals("~") ? null : first.isEmpty() ? BigDecimal.ZERO : seconds(first);
    BigDecimal to = second.isEmpty() && colon >= 0 ? null : seconds(second);
    if (from != null && to != null && from.compareTo(to) > 0) {
      throw new IllegalArgumentException("A range begins with its lower end.");
    }
    String shown =
        (inside ? "@" : "")
            + (colon < 0 ? "" : (from == null ? "~" : plain(from)) + ":")
            + (to == null ? "" : plain(to));
    return new PluginRange(from, to, inside, shown);
  }

  /** What is wrong with a range; null: nothing. */
  public static @Nullable String faultOf(String text) {
    try {
      PluginRange _ = parse(text);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static BigDecimal seconds(String text) {
    Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A threshold is a time in seconds, such as 5, 0.5 or 500ms, or a range of two, such as"
              + " 1:5.");
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> number.movePointLeft(3);
      case "m", "min" -> number.multiply(PER_MINUTE);
      default -> number;
    };
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** Whether a time is one to alert of. */
  public boolean alerts(Duration time) {
    BigDecimal value = BigDecimal.valueOf(time.toNanos(), 9);
    boolean outside =
        (from != null && value.compareTo(from) < 0) || (to != null && value.compareTo(to) > 0);
    return inside != outside;
  }
}
