package org.echolot.journal;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.text.Escapes;

/** Journal lines as text: {@code 10:15:30.123 CT 1 Association accepted}. */
public final class LineFormat {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSSX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LineFormat() {}

  /** The whole line, with the time of day of this computer. */
  public static String text(JournalLine line) {
    return time(line)
        + "  "
        + Escapes.oneLine(line.source().label())
        + "  "
        + mark(line)
        + number(line)
        + line.text();
  }

  /** Callers of our listener are told apart by their numbers, which peers need not. */
  private static String number(JournalLine line) {
    return line.source().equals(LineSource.LISTENER) && line.conversationId() != 0
        ? "#" + line.conversationId() + " "
        : "";
  }

  /** The time of day of this computer, to the millisecond. */
  public static String time(JournalLine line) {
    return TIME.format(line.at());
  }

  /** The time of day in UTC, to the millisecond, with a {@code Z} behind it. */
  public static String utcTime(JournalLine line) {
    return UTC_TIME.format(line.at());
  }

  /** What tells the tone without colour: a mark and a blank, or nothing. */
  public static String mark(JournalLine line) {
    return switch (line.tone()) {
      case PLAIN -> "";
      case GOOD -> "✓ ";
      case WARNING -> "⚠ ";
      case BAD -> "✗ ";
    };
  }
}
