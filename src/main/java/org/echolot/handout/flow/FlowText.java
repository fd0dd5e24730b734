package org.echolot.handout.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.text.Escapes;

/** Flows as plain text. */
final class FlowText {

  private FlowText() {}

  static String of(FlowSheet sheet) {
    StringBuilder text = new StringBuilder("DICOM flows\n" + FlowNotes.made(sheet.madeAt()) + "\n");
    for (Flow flow : sheet.flows()) {
      text.append("\nFlow ")
          .append(flow.number())
          .append(": ")
          .append(Escapes.oneLine(flow.direction()))
          .append('\n')
          .append(fields(flow))
          .append(field("Partner", flow.partner()));
    }
    table(text, "Local AE titles (PS3.2)", FlowSheet.LOCAL_HEADS, sheet.localAes());
    table(text, "Remote AE titles (PS3.2)", FlowSheet.REMOTE_HEADS, sheet.remoteAes());
    text.append("\nNotes\n\n");
    FlowNotes.ALL.forEach(note -> text.append("- ").append(note).append('\n'));
    return text.toString();
  }

  /** What there is to know of a flow, a line each. */
  static String fields(Flow flow) {
    return field("From", flow.from().name() + ", AE title " + flow.from().aeTitle())
        + field("", flow.from().addressWithNote() + ", from any port")
        + field("To", flow.to().name() + ", AE title " + flow.to().aeTitle())
        + field("", flow.to().addressWithNote() + ", port " + flow.port())
        + field("Protocol", flow.protocol())
        + field("TLS", flow.tls())
        + field("Purpose", flow.purpose())
        + field("Latency", flow.latencyText());
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "  %-9s %s", name, Escapes.oneLine(value)) + "\n";
  }

  private static void table(
      StringBuilder text, String title, List<String> heads, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(heads);
    rows.forEach(row -> all.add(row.stream().map(Escapes::oneLine).toList()));
    int[] widths = new int[heads.size()];
    all.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    text.append('\n').append(title).append("\n\n");
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder("  ");
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
