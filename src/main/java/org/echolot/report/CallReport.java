package org.echolot.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.history.KeptCall;
import org.echolot.json.JsonLine;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;

/**
 * Calls to us as lines of text, of a table (RFC 4180) and of JSON, each without its end. Columns
 * and keys, and their order, are fixed.
 */
public final class CallReport {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  /** The first line of a table. */
  public static final String CSV_HEADER =
      "startedAt,name,from,callingAe,calledAe,implementation,fate,summary,totalMillis";

  private CallReport() {}

  /** For a person; the arrow is the direction. */
  public static String text(KeptCall call) {
    return SHOWN.format(call.startedAt().atZoneSameInstant(ZoneId.systemDefault()))
        + "  ← "
        + Escapes.oneLine(call.name())
        + "  "
        + ElapsedText.of(call.total())
        + "  "
        + (call.isGood() ? "OK" : call.fateText())
        + ": "
        + Escapes.oneLine(call.summary())
        + " (from "
        + call.from()
        + ")";
  }

  public static String csv(KeptCall call) {
    return List.of(
            TIME.format(call.startedAt()),
            call.name(),
            call.from(),
            call.callingAe(),
            call.calledAe(),
            call.implementation(),
            call.fate(),
            call.summary(),
            millis(call).toPlainString())
        .stream()
        .map(ResultCsv::field)
        .collect(Collectors.joining(","));
  }

  public static String json(KeptCall call) {
    return JsonLine.of(
        to ->
            to.text("startedAt", TIME.format(call.startedAt()))
                .text("name", call.name())
                .text("from", call.from())
                .text("callingAe", call.callingAe())
                .text("calledAe", call.calledAe())
                .text("implementation", call.implementation())
                .text("fate", call.fate())
                .text("summary", call.summary())
                .number("totalMillis", millis(call)));
  }

  private static BigDecimal millis(KeptCall call) {
    return BigDecimal.valueOf(call.total().toNanos())
        .movePointLeft(6)
        .setScale(3, RoundingMode.HALF_UP);
  }
}
