package org.echolot.peers.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table in text (RFC 4180), separated by whatever separates most. Where quotation
 * marks go wrong, the line where that began is told, and reading goes on at the next.
 */
final class CsvRows {

  /** More of them, and the file is something else. */
  private static final int MAX_BROKEN = 50;

  private static final int MAX_COLUMNS = 500;
  private static final int HEAD_LINES = 10;

  /**
   * A row.
   *
   * @param line where it begins, from 1
   * @param isBroken whether its quotation marks go wrong; it has no cells then
   */
  record Row(int line, List<String> cells, boolean isBroken) {}

  private final List<String> lines;
  private final char separator;

  CsvRows(ListContent content) {
    lines = content.lines();
    separator = separator(lines);
  }

  char separator() {
    return separator;
  }

  /**
   * All rows; blank ones and comments ({@code #}) are none.
   *
   * @throws UnreadableListException if there are too many, or nothing but broken ones
   */
  List<Row> rows() throws UnreadableListException {
    List<Row> rows = new ArrayList<>();
    int from = isSeparatorLine(lines.getFirst()) ? 1 : 0;
    int broken = 0;
    while (from < lines.size()) {
      int stoppedAt = read(from, rows);
      if (stoppedAt < 0) {
        break;
      }
      if (++broken > MAX_BROKEN) {
        throw new UnreadableListException(
            "its quotation marks do not match, from line " + (stoppedAt + 1) + " on");
      }
      rows.add(new Row(stoppedAt + 1, List.of(), true));
      from = stoppedAt + 1;
    }
    return rows;
  }

  /**
   * @return the line, from 0, where it could not be read; less than 0 if it could be to the end
   */
  private int read(int from, List<Row> rows) throws UnreadableListException {
    String text = String.join("\n", lines.subList(from, lines.size()));
    int next = from;
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      while (records.hasNext()) {
        CsvRecord record = records.next();
        int line = from + (int) record.getStartingLineNumber();
        next = from + linesUntil(record) + (int) record.getStartingLineNumber() - 1;
        List<String> cells = record.getFields();
        if (cells.stream().allMatch(String::isBlank) || cells.getFirst().startsWith("#")) {
          continue;
        }
        if (rows.size() > ImportedList.MAX_ROWS || cells.size() > MAX_COLUMNS) {
          throw new UnreadableListException(
              "the table has more than "
                  + ImportedList.MAX_ROWS
                  + " rows or "
                  + MAX_COLUMNS
                  + " columns");
        }
        rows.add(new Row(line, cells, false));
      }
      return -1;
    } catch (CsvParseException _) {
      while (next < lines.size() - 1 && lines.get(next).isBlank()) {
        next++;
      }
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int linesUntil(CsvRecord record) {
    int breaks = 1;
    for (String cell : record.getFields()) {
      breaks += (int) cell.chars().filter(c -> c == '\n').count();
    }
    return breaks;
  }

  private static boolean isSeparatorLine(String line) {
    return line.length() == 5 && line.startsWith("sep=");
  }

  private static char separator(List<String> lines) {
    if (!lines.isEmpty() && isSeparatorLine(lines.getFirst())) {
      return lines.getFirst().charAt(4);
    }
    List<String> head =
        lines.stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .limit(HEAD_LINES)
            .toList();
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {'\t', ';', ','}) {
      long count =
          head.stream()
              .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
              .max()
              .orElse(0);
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
