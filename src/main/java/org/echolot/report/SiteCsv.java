package org.echolot.report;

import java.util.List;
import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * A report of a site as CSV (RFC 4180), a line for each peer, with a mark at its beginning by which
 * spreadsheets know UTF-8. Pure.
 */
public final class SiteCsv {

  private static final String UTF8_MARK = "\uFEFF";
  private static final List<String> HEADER =
      List.of(
          "group",
          "peer",
          "address",
          "result",
          "cause",
          "whoseMove",
          "echoMilliseconds",
          "checkedAt",
          "summary",
          "firstStep");

  private SiteCsv() {}

  /** The whole file. */
  public static String of(SiteReport report) {
    StringBuilder csv = new StringBuilder(UTF8_MARK).append(line(HEADER));
    report.groups().values().forEach(group -> group.forEach(e -> csv.append(line(cells(e)))));
    return csv.toString();
  }

  private static List<String> cells(SiteReport.Entry entry) {
    CheckResult result = entry.result();
    return List.of(
        entry.group(),
        entry.name(),
        entry.address(),
        entry.verdict(),
        result == null || result.cause() == null ? "" : result.cause().name(),
        entry.isFailing() && result != null ? result.move().label() : "",
        milliseconds(result),
        result == null ? "" : result.startedAt().toString(),
        result == null ? "" : result.summary(),
        result == null || result.advice().isEmpty() ? "" : result.advice().getFirst());
  }

  private static String milliseconds(@Nullable CheckResult result) {
    return result == null || !result.isSuccess()
        ? ""
        : result
            .echoTime()
            .map(time -> String.valueOf(Math.floorDiv(time.toNanos(), 1_000) / 1e3))
            .orElse("");
  }

  private static String line(List<String> cells) {
    return cells.stream().map(SiteCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A cell that a spreadsheet would take for a formula is one of text. */
  private static String cell(String text) {
    String line = Escapes.oneLine(text);
    String safe = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
