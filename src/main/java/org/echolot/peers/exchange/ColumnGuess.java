package org.echolot.peers.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.echolot.text.PastedText;

/** Recognizes the columns of a table without heads by what they hold. */
final class ColumnGuess {

  private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");
  private static final Pattern AE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_. -]{0,15}|[A-Z0-9_-]{2,16}");
  private static final int LOOKED_AT = 200;

  private ColumnGuess() {}

  /** Which column is what; empty if AE title, host and port can't be told. */
  static Map<CsvColumn, Integer> of(List<CsvRows.Row> all) {
    List<CsvRows.Row> rows = all.subList(0, Math.min(LOOKED_AT, all.size()));
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    Map<CsvColumn, Integer> columns = new EnumMap<>(CsvColumn.class);
    if (width < 3) {
      return columns;
    }
    int port = best(rows, width, List.of(), ColumnGuess::isPort);
    int host = best(rows, width, List.of(port), ColumnGuess::isSurelyHost);
    if (host < 0 && isKarnaks(rows)) {
      host = 2;
    }
    int ae =
        isKarnaks(rows) && host == 2 && port == 3
            ? 1
            : best(rows, width, List.of(port, host), ColumnGuess::isUpperAe);
    if (ae < 0) {
      ae = best(rows, width, List.of(port, host), ColumnGuess::isAe);
    }
    if (port < 0 || host < 0 || ae < 0) {
      return columns;
    }
    columns.put(CsvColumn.CALLED_AE, ae);
    columns.put(CsvColumn.HOST, host);
    columns.put(CsvColumn.PORT, port);
    int name = best(rows, width, List.of(ae, host, port), text -> !text.isEmpty());
    if (name >= 0) {
      columns.put(CsvColumn.NAME, name);
    }
    if (isKarnaks(rows) && name == 0 && width > 4) {
      columns.put(CsvColumn.GROUP, width > 5 ? 5 : 4);
    }
    return columns;
  }

  /** Name, AE title, host, port, as Karnak has them. */
  private static boolean isKarnaks(List<CsvRows.Row> rows) {
    return rows.stream()
        .anyMatch(
            row ->
                row.cells().size() >= 4
                    && isAe(PastedText.trim(row.cells().get(1)))
                    && HostText.faultOf(PastedText.trim(row.cells().get(2))) == null
                    && isPort(PastedText.trim(row.cells().get(3))));
  }

  /** The first of the columns that fit best, in more than half of the rows; -1: none does. */
  private static int best(
      List<CsvRows.Row> rows, int width, List<Integer> taken, Predicate<String> fits) {
    int best = -1;
    long most = rows.size() / 2;
    for (int i = 0; i < width; i++) {
      int column = i;
      long count =
          rows.stream()
              .filter(row -> row.cells().size() > column)
              .filter(row -> fits.test(PastedText.trim(row.cells().get(column))))
              .count();
      if (!taken.contains(i) && count > most) {
        best = i;
        most = count;
      }
    }
    return best;
  }

  private static boolean isPort(String text) {
    return PORT.matcher(text).matches() && Integer.parseInt(text) <= 65_535;
  }

  private static boolean isSurelyHost(String text) {
    return IpText.isIp(HostText.normalized(text))
        || HostText.isLocalName(text)
        || (text.indexOf('.') > 0
            && text.chars().anyMatch(Character::isLetter)
            && HostText.faultOf(text) == null);
  }

  private static boolean isAe(String text) {
    return AE.matcher(text).matches() && AeTitle.faultOf(text) == null;
  }

  private static boolean isUpperAe(String text) {
    return isAe(text) && text.chars().noneMatch(Character::isLowerCase);
  }
}
