package org.echolot.peers.filter;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words with a limit: {@code cert<30d}, {@code slow>100ms}. */
final class Limits {

  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})(d|w|m|y)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,7})(ms|s)?");

  private Limits() {}

  /** Empty where it is no word of the language. */
  static Optional<FilterWord> of(String name, String sign, String value) {
    return switch (name) {
      case "cert", "certificate" -> Optional.of(certificate(sign, value));
      case "slow", "time" -> Optional.of(time(sign, value));
      default -> Optional.empty();
    };
  }

  private static FilterWord certificate(String sign, String value) {
    Matcher days = DAYS.matcher(value);
    if (!days.matches()) {
      return FilterWord.all(
          value.isEmpty()
              ? Optional.empty()
              : Optional.of("A number of days is needed, for example cert<30d"));
    }
    long limit = Long.parseLong(days.group(1)) * daysOf(days.group(2));
    return new FilterWord(
        subject -> {
          OptionalLong left = subject.certificateDays();
          return left.isPresent() && fits(Long.compare(left.getAsLong(), limit), sign);
        },
        true,
        Optional.empty());
  }

  private static long daysOf(@Nullable String unit) {
    return switch (unit) {
      case "w" -> 7;
      case "m" -> 30;
      case "y" -> 365;
      case null, default -> 1;
    };
  }

  private static FilterWord time(String sign, String value) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      return FilterWord.all(
          value.isEmpty()
              ? Optional.empty()
              : Optional.of("A time is needed, for example slow>100ms"));
    }
    long number = Long.parseLong(time.group(1));
    Duration limit =
        "s".equals(time.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    return new FilterWord(
        subject -> {
          Duration took = subject.echoTime();
          return took != null && fits(took.compareTo(limit), sign);
        },
        true,
        Optional.empty());
  }

  private static boolean fits(int compared, String sign) {
    return switch (sign) {
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      default -> compared >= 0;
    };
  }
}
