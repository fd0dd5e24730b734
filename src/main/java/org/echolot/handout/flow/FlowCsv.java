package org.echolot.handout.flow;

import java.util.List;
import java.util.stream.Collectors;
import org.echolot.peers.exchange.FormulaGuard;
import org.echolot.text.Escapes;

/** Flows as rows of a table (RFC 4180), of which no spreadsheet takes a cell for a formula. */
final class FlowCsv {

  private static final List<String> HEADS =
      List.of(
          "Flow",
          "From",
          "From AE title",
          "From address",
          "From address note",
          "To",
          "To AE title",
          "To address",
          "To address note",
          "Protocol",
          "Port",
          "TLS",
          "Purpose",
          "Partner",
          "Latency (ms)");

  private FlowCsv() {}

  static String of(FlowSheet sheet) {
    StringBuilder text = new StringBuilder(line(HEADS));
    sheet.flows().forEach(flow -> text.append(line(cells(flow))));
    return text.toString();
  }

  private static List<String> cells(Flow flow) {
    return List.of(
        String.valueOf(flow.number()),
        flow.from().name(),
        flow.from().aeTitle(),
        flow.from().address(),
        flow.from().note(),
        flow.to().name(),
        flow.to().aeTitle(),
        flow.to().address(),
        flow.to().note(),
        flow.protocol(),
        String.valueOf(flow.port()),
        flow.tls(),
        flow.purpose(),
        flow.partner(),
        flow.latencyMillis());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(FlowCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String shown = FormulaGuard.guarded(Escapes.oneLine(text));
    return shown.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c == '\'')
            || !shown.equals(shown.strip())
        ? '"' + shown.replace("\"", "\"\"") + '"'
        : shown;
  }
}
