package org.echolot.ui.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;
import org.echolot.text.Escapes;

/**
 * The times of lines as the user wants them. Immutable but for the map it reads.
 *
 * @param began when each check began, by its number
 */
record LineTimes(TimeStyle style, Map<Long, Instant> began) {

  private static final double NANOS_PER_MILLI = 1e6;

  /** The time in the column of the console. */
  String column(JournalLine line) {
    return switch (style) {
      case LOCAL -> LineFormat.time(line);
      case UTC -> LineFormat.utcTime(line);
      case SINCE_CHECK_BEGAN -> {
        Instant start = began.get(line.conversationId());
        yield start == null ? LineFormat.time(line) : since(start, line);
      }
    };
  }

  /** The whole line as text. Elsewhere a time since some beginning needs a time of day as well. */
  String text(JournalLine line) {
    String time =
        switch (style) {
          case LOCAL -> LineFormat.time(line);
          case UTC -> LineFormat.utcTime(line);
          case SINCE_CHECK_BEGAN -> {
            Instant start = began.get(line.conversationId());
            yield LineFormat.time(line)
                + (start == null ? " ".repeat(16) : " " + since(start, line));
          }
        };
    return time
        + "  "
        + Escapes.oneLine(line.source().label())
        + "  "
        + LineFormat.mark(line)
        + line.text();
  }

  private static String since(Instant start, JournalLine line) {
    double millis = Duration.between(start, line.at()).toNanos() / NANOS_PER_MILLI;
    return String.format(Locale.ROOT, "%+12.3f ms", millis);
  }
}
