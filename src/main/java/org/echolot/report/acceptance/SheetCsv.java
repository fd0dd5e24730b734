package org.echolot.report.acceptance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.echolot.text.Escapes;

/** An acceptance sheet as a table for spreadsheets, and for the next run to compare with. */
public final class SheetCsv {

  /** More is no sheet of ours. */
  private static final int MAX_ROWS = 100_000;

  private static final String FORMULA = "=+-@\t\r";

  private SheetCsv() {}

  public static String write(Sheet sheet) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord(
          "peer", "target", "callingAe", "expected", "mark", "outcome", "cause", "summary", "at");
      for (Entry entry : sheet.entries()) {
        csv.writeRecord(
            cell(entry.peer()),
            cell(entry.target()),
            cell(entry.callingAe()),
            entry.expectation().name(),
            entry.mark().name(),
            entry.outcome(),
            entry.cause(),
            cell(entry.summary()),
            entry.at().toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes all
    }
    return out.toString();
  }

  /** A spreadsheet would run what looks like a formula; a quote in front makes it text. */
  private static String cell(String text) {
    String line = Escapes.oneLine(text);
    return !line.isEmpty() && (FORMULA.indexOf(line.charAt(0)) >= 0 || line.startsWith("'"))
        ? "'" + line
        : line;
  }

  private static String text(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  /**
   * The entries of an earlier sheet.
   *
   * @throws IllegalArgumentException if it is none; the message says what is wrong
   */
  public static List<Entry> read(String text) {
    List<Entry> entries = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        if (entries.size() == MAX_ROWS) {
          throw new IllegalArgumentException("it has more than " + MAX_ROWS + " rows");
        }
        entries.add(
            new Entry(
                text(row.getField("peer")),
                text(row.getField("target")),
                text(row.getField("callingAe")),
                Expectation.valueOf(row.getField("expected")),
                Mark.valueOf(row.getField("mark")),
                row.getField("outcome"),
                row.getField("cause"),
                text(row.getField("summary")),
                OffsetDateTime.parse(row.getField("at"))));
      }
    } catch (NoSuchElementException
        | IllegalArgumentException
        | DateTimeException
        | CsvParseException e) {
      throw new IllegalArgumentException("it is no acceptance sheet: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory gives all
    }
    return entries;
  }
}
