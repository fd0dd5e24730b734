package org.echolot.report.acceptance;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echolot.text.About;
import org.echolot.text.Html;
import org.jspecify.annotations.Nullable;

/** An acceptance sheet to print and to sign: peers down, calling AE titles across. */
public final class SheetHtml {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  private static final String STYLE =
      """
      body { font: 11pt/1.4 sans-serif; margin: 2em; color: #1c2530; background: #fff; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid #b5bec9; padding: .35em .6em; text-align: left; vertical-align: top; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      .PASSED { background: #e5f4ea; } .FAILED { background: #fbe3e1; } .OPEN { background: #fdf3d8; }
      small { color: #5b6876; display: block; overflow-wrap: anywhere; }
      .sign { display: grid; grid-template-columns: 1fr 1fr; gap: 3.5em 3em; margin-top: 4em; }
      .sign div { border-top: 1px solid #1c2530; padding-top: .3em; }
      """;

  private SheetHtml() {}

  /** A row or a column, by what tells it from others. */
  private record Column(String callingAe, Expectation expectation) {}

  /**
   * @param differences from the last run, a line each; null: there is no last run to compare with
   */
  public static String write(Sheet sheet, @Nullable List<String> differences) {
    Html to = new Html();
    to.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .raw(" style-src 'unsafe-inline'\"><title>Acceptance sheet</title>\n<style>\n")
        .raw(STYLE)
        .raw("</style></head>\n<body><h1>DICOM acceptance sheet</h1>\n<p>")
        .text(
            TIME.format(sheet.madeAt()) + " · made on " + sheet.madeOn() + " by " + About.program())
        .raw("</p>\n<p><strong>")
        .text(
            sheet.isAccepted()
                ? "All " + sheet.entries().size() + " checks passed."
                : sheet.count(Mark.FAILED)
                    + " failed, "
                    + sheet.count(Mark.OPEN)
                    + " not proven, "
                    + sheet.count(Mark.PASSED)
                    + " passed.")
        .raw("</strong></p>\n");
    table(to, sheet);
    to.raw("<h2>Differences from the last run</h2>\n");
    differences(to, differences);
    to.raw("<div class=\"sign\"><div>PACS administrator, date</div>")
        .raw("<div>Vendor or service engineer, date</div></div>\n</body></html>\n");
    return to.toString();
  }

  private static void table(Html to, Sheet sheet) {
    Map<String, Map<Column, Entry>> rows = new LinkedHashMap<>();
    Map<Column, Boolean> columns = new LinkedHashMap<>();
    for (Entry entry : sheet.entries()) {
      Column column = new Column(entry.callingAe(), entry.expectation());
      columns.put(column, true);
      rows.computeIfAbsent(entry.peer() + "\n" + entry.target(), _ -> new LinkedHashMap<>())
          .put(column, entry);
    }
    to.raw("<table><thead><tr><th>Peer</th>");
    for (Column column : columns.keySet()) {
      to.raw("<th>").text(column.callingAe()).raw("<small>");
      to.text(column.expectation().label()).raw("</small></th>");
    }
    to.raw("</tr></thead><tbody>\n");
    rows.forEach(
        (row, entries) -> {
          int end = row.indexOf('\n');
          to.raw("<tr><td>").text(row.substring(0, end)).raw("<small>");
          to.text(row.substring(end + 1)).raw("</small></td>");
          columns.keySet().forEach(column -> cell(to, entries.get(column)));
          to.raw("</tr>\n");
        });
    to.raw("</tbody></table>\n");
  }

  private static void cell(Html to, @Nullable Entry entry) {
    if (entry == null) {
      to.raw("<td></td>");
      return;
    }
    to.raw("<td class=\"" + entry.mark() + "\">")
        .text(entry.mark().sign() + " " + entry.mark().label())
        .raw("<small>")
        .text(entry.summary())
        .raw("</small></td>");
  }

  private static void differences(Html to, @Nullable List<String> differences) {
    if (differences == null) {
      to.raw("<p>There is no last run to compare with.</p>\n");
    } else if (differences.isEmpty()) {
      to.raw("<p>None.</p>\n");
    } else {
      to.raw("<ul>\n");
      differences.forEach(line -> to.raw("<li>").text(line).raw("</li>\n"));
      to.raw("</ul>\n");
    }
  }
}
