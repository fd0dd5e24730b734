package org.echolot.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** What several peers accept, side by side: services by rows, peers by columns. Pure. */
public final class PeersMatrixText {

  /** More are not held side by side. */
  public static final int MOST_PEERS = 70;

  private static final int NAME_WIDTH = 48;
  private static final int CELL_WIDTH = 7;

  /** So many columns fit 100 characters; further peers follow below. */
  private static final int PEERS_IN_A_BLOCK = 7;

  private PeersMatrixText() {}

  /** The lines, without their ends; none where fewer than two peers were asked for services. */
  public static List<String> of(List<ProbeResult> results) {
    List<ProbeResult> asked = results.stream().filter(one -> one.services() != null).toList();
    if (asked.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += PEERS_IN_A_BLOCK) {
      block(lines, asked, from, Math.min(from + PEERS_IN_A_BLOCK, asked.size()));
    }
    return lines.stream().map(Escapes::oneLine).map(String::stripTrailing).toList();
  }

  private static void block(List<String> lines, List<ProbeResult> asked, int from, int to) {
    lines.add("");
    lines.add(
        "Side by side: transfer syntaxes accepted of those asked for; – refused, ? not asked");
    StringBuilder head = new StringBuilder(" ".repeat(NAME_WIDTH));
    List<Map<Service, List<Cell>>> columns = new ArrayList<>();
    Map<Service, Boolean> services = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      lines.add("  " + (i + 1) + "  " + asked.get(i).request().name());
      head.append(right(Integer.toString(i + 1)));
      Map<Service, List<Cell>> column = Objects.requireNonNull(asked.get(i).services()).byService();
      columns.add(column);
      column.forEach(
          (service, cells) ->
              services.merge(service, ServiceMatrix.isAccepted(cells), Boolean::logicalOr));
    }
    lines.add(head.toString());
    int refused = 0;
    for (Map.Entry<Service, Boolean> service : services.entrySet()) {
      if (service.getValue()) {
        StringBuilder row = new StringBuilder(name(service.getKey().name()));
        columns.forEach(column -> row.append(right(cell(column.get(service.getKey())))));
        lines.add(row.toString());
      } else {
        refused++;
      }
    }
    if (refused > 0) {
      lines.add(
          "  Accepted by none of them: " + refused + (refused == 1 ? " service" : " services"));
    }
  }

  private static String cell(@Nullable List<Cell> cells) {
    if (cells == null || cells.stream().allMatch(cell -> cell.answer() == Answer.NOT_ASKED)) {
      return "?";
    }
    long good = cells.stream().filter(cell -> cell.answer().isGood()).count();
    boolean odd = cells.stream().anyMatch(cell -> cell.answer().isOdd());
    return (good == 0 ? "–" : good + "/" + cells.size()) + (odd ? "!" : "");
  }

  private static String name(String name) {
    return String.format(
        Locale.ROOT,
        "  %-" + (NAME_WIDTH - 2) + "s",
        name.length() > NAME_WIDTH - 3 ? name.substring(0, NAME_WIDTH - 4) + "…" : name);
  }

  private static String right(String text) {
    return String.format(Locale.ROOT, "%" + CELL_WIDTH + "s", text);
  }
}
