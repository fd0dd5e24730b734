package org.echolot.peers.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.text.DurationText;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * A table in text: our own CSV, Karnak's, one with named columns, or cells copied from a
 * spreadsheet, whose columns are recognized by what they hold.
 */
final class TableReader implements ListReader {

  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^\\]]+]|[^:]+):(\\d{1,5})");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final int HEAD_ROWS = 5;

  @Override
  public boolean recognizes(ListContent content) {
    if (content.text().isEmpty() || content.first() == '<') {
      return false;
    }
    try {
      CsvRows csv = new CsvRows(content);
      List<CsvRows.Row> rows = csv.rows();
      if (head(rows) >= 0) {
        return true;
      }
      List<CsvRows.Row> whole = rows.stream().filter(row -> row.cells().size() >= 3).toList();
      return whole.size() * 2 > rows.size() && !ColumnGuess.of(whole).isEmpty();
    } catch (UnreadableListException _) {
      return false;
    }
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    List<CsvRows.Row> rows = new CsvRows(content).rows();
    int head = head(rows);
    Map<CsvColumn, Integer> columns =
        head >= 0
            ? columns(rows.get(head).cells())
            : ColumnGuess.of(rows.stream().filter(row -> row.cells().size() >= 3).toList());
    if (columns.isEmpty()) {
      throw new UnreadableListException(
          "no row names its columns, and none can be recognized as AE title, host and port");
    }
    RowCollector list = new RowCollector(PeerListFormat.CSV);
    for (CsvRows.Row row : rows.subList(head + 1, rows.size())) {
      String place = RowCollector.line(row.line());
      if (row.isBroken()) {
        list.unreadable(place, "A quotation mark is not closed, or is followed by more text.");
      } else {
        list.add(peer(place, row.cells(), columns));
      }
    }
    return list.list();
  }

  /** The row that names the columns; less than 0 if there is none. */
  private static int head(List<CsvRows.Row> rows) {
    for (int i = 0; i < Math.min(HEAD_ROWS, rows.size()); i++) {
      Map<CsvColumn, Integer> columns = columns(rows.get(i).cells());
      if (columns.containsKey(CsvColumn.CALLED_AE)
          && (columns.containsKey(CsvColumn.HOST) || columns.containsKey(CsvColumn.ADDRESS))) {
        return i;
      }
    }
    return -1;
  }

  private static Map<CsvColumn, Integer> columns(List<String> heads) {
    Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    for (int i = 0; i < heads.size(); i++) {
      int index = i;
      CsvColumn.of(heads.get(i)).ifPresent(column -> columns.putIfAbsent(column, index));
    }
    return columns;
  }

  private static FoundPeer peer(String place, List<String> cells, Map<CsvColumn, Integer> columns) {
    FoundPeer found = new FoundPeer(place);
    String host = cell(cells, columns.getOrDefault(CsvColumn.HOST, columns.get(CsvColumn.ADDRESS)));
    String port = cell(cells, columns.get(CsvColumn.PORT));
    Matcher both = HOST_PORT.matcher(host == null ? "" : PastedText.trim(host));
    if ((port == null || port.isBlank()) && both.matches()) {
      host = both.group(1);
      port = both.group(2);
    }
    found
        .name(cell(cells, columns.get(CsvColumn.NAME)))
        .address(cell(cells, columns.get(CsvColumn.CALLED_AE)), host, port);
    columns.forEach((column, index) -> put(found, column, cell(cells, index)));
    times(found, cells, columns);
    tags(found, cells, columns);
    return found;
  }

  private static void put(FoundPeer found, CsvColumn column, @Nullable String value) {
    if (value == null) {
      return;
    }
    switch (column) {
      case CALLING_AE -> found.callingAe(value);
      case TLS -> found.tlsWord(value);
      case SOURCE -> found.source(value);
      case NOTES -> found.notes(value);
      default -> {
        // Taken together with others.
      }
    }
  }

  private static void tags(FoundPeer found, List<String> cells, Map<CsvColumn, Integer> columns) {
    String tags = cell(cells, columns.get(CsvColumn.TAGS));
    String group = cell(cells, columns.get(CsvColumn.GROUP));
    if (tags != null || group != null) {
      List<String> all = new ArrayList<>();
      if (tags != null) {
        all.addAll(Arrays.asList(tags.split("[,;|]", -1)));
      }
      if (group != null && all.stream().noneMatch(tag -> tag.strip().equals(group.strip()))) {
        all.addFirst(group);
      }
      found.tags(all);
    }
  }

  private static void times(FoundPeer found, List<String> cells, Map<CsvColumn, Integer> columns) {
    Duration all = time(cell(cells, columns.get(CsvColumn.TIMEOUT)));
    List<CsvColumn> five =
        List.of(
            CsvColumn.CONNECT_TIMEOUT,
            CsvColumn.TLS_TIMEOUT,
            CsvColumn.ASSOCIATE_TIMEOUT,
            CsvColumn.ECHO_TIMEOUT,
            CsvColumn.RELEASE_TIMEOUT);
    if (all != null || five.stream().anyMatch(columns::containsKey)) {
      List<@Nullable Duration> times = new ArrayList<>();
      for (CsvColumn column : five) {
        Duration own = time(cell(cells, columns.get(column)));
        times.add(own == null ? all : own);
      }
      found.timeouts(times.get(0), times.get(1), times.get(2), times.get(3), times.get(4));
    }
  }

  /** With a unit, or milliseconds. */
  private static @Nullable Duration time(@Nullable String text) {
    String trimmed = text == null ? "" : PastedText.trim(text);
    if (DIGITS.matcher(trimmed).matches()) {
      return Duration.ofMillis(Long.parseLong(trimmed));
    }
    return trimmed.isEmpty() || DurationText.faultOf(trimmed) != null
        ? null
        : DurationText.parse(trimmed);
  }

  /** A cell without the mark that keeps a spreadsheet from running it. */
  private static @Nullable String cell(List<String> cells, @Nullable Integer index) {
    if (index == null || index >= cells.size()) {
      return null;
    }
    return FormulaGuard.plain(cells.get(index));
  }
}
