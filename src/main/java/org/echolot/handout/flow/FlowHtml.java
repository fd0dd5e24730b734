package org.echolot.handout.flow;

import java.util.List;
import java.util.Set;
import org.echolot.text.Html;

/** Flows as a page. */
final class FlowHtml {

  private static final List<String> HEADS =
      List.of("Flow", "From", "To", "Protocol", "Port", "TLS", "Purpose", "Partner", "Latency");

  /** The heads of what is aligned on the right. */
  private static final Set<String> NUMBERS = Set.of("Flow", "Port", "Latency");

  private FlowHtml() {}

  static String of(FlowSheet sheet) {
    Html to = Page.begin("DICOM flows", true);
    to.raw("<p class=\"made\">").text(FlowNotes.made(sheet.madeAt())).raw("</p>\n");
    heads(to, HEADS);
    sheet.flows().forEach(flow -> row(to, flow));
    to.raw("</tbody></table>\n");
    table(to, "Local AE titles (PS3.2)", FlowSheet.LOCAL_HEADS, sheet.localAes());
    table(to, "Remote AE titles (PS3.2)", FlowSheet.REMOTE_HEADS, sheet.remoteAes());
    to.raw("<h2>Notes</h2>\n<ul>\n");
    FlowNotes.ALL.forEach(note -> to.raw("<li>").text(note).raw("</li>\n"));
    return Page.end(to.raw("</ul>\n"));
  }

  private static void heads(Html to, List<String> heads) {
    to.raw("<table><thead><tr>");
    for (String head : heads) {
      to.raw(NUMBERS.contains(head) ? "<th class=\"number\">" : "<th>").text(head).raw("</th>");
    }
    to.raw("</tr></thead><tbody>\n");
  }

  private static void row(Html to, Flow flow) {
    to.raw("<tr><td class=\"number\">").text(String.valueOf(flow.number())).raw("</td>");
    end(to, flow.from());
    end(to, flow.to());
    to.cell(flow.protocol())
        .raw("<td class=\"number\">")
        .text(String.valueOf(flow.port()))
        .raw("</td>")
        .cell(flow.tls())
        // To be completed in the browser before it is printed; that needs no script.
        .raw("<td class=\"edit\" contenteditable=\"true\">")
        .text(flow.purpose())
        .raw("</td>")
        .cell(flow.partner())
        .raw("<td class=\"number\">")
        .text(flow.latencyText())
        .raw("</td></tr>\n");
  }

  private static void end(Html to, FlowEnd end) {
    to.raw("<td>")
        .text(end.name())
        .raw("<br/>AE title <code>")
        .text(end.aeTitle())
        .raw("</code><br/><code>")
        .text(end.address())
        .raw("</code>");
    if (!end.note().isEmpty()) {
      to.raw("<br/><span class=\"note\">").text(end.note()).raw("</span>");
    }
    to.raw("</td>");
  }

  private static void table(Html to, String title, List<String> heads, List<List<String>> rows) {
    to.raw("<h2>").text(title).raw("</h2>\n");
    heads(to, heads);
    for (List<String> row : rows) {
      to.raw("<tr>");
      row.forEach(to::cell);
      to.raw("</tr>\n");
    }
    to.raw("</tbody></table>\n");
  }
}
