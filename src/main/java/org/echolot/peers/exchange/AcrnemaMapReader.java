package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Conquest's {@code acrnema.map}: AE title, host, port and compression, in columns. A row with a
 * {@code *} is a pattern for many callers, and no peer.
 */
final class AcrnemaMapReader implements ListReader {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}|\\*");
  private static final Pattern COMPRESSION =
      Pattern.compile("(?i)un|u[lbeijs]|n[1-4jks]|j[1-6ks][0-9]*|k[1-8s][0-9]*|as|is|js|v[0-9]+");

  @Override
  public boolean recognizes(ListContent content) {
    int entries = 0;
    int others = 0;
    for (String line : withoutComments(content.text()).lines().toList()) {
      if (!isNothing(line)) {
        List<String> columns = columns(line);
        boolean fits =
            columns.size() >= 4
                && PORT.matcher(columns.get(2)).matches()
                && COMPRESSION.matcher(columns.get(3)).matches();
        entries += fits ? 1 : 0;
        others += fits ? 0 : 1;
      }
    }
    return entries > others;
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    RowCollector rows = new RowCollector(PeerListFormat.ACRNEMA_MAP);
    List<String> lines = withoutComments(content.text()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!isNothing(lines.get(i))) {
        row(RowCollector.line(i + 1L), columns(lines.get(i)), rows);
      }
    }
    return rows.list();
  }

  private static void row(String place, List<String> columns, RowCollector rows)
      throws UnreadableListException {
    if (columns.size() < 3) {
      rows.unreadable(place, "An entry has an AE title, a host, a port and a compression.");
    } else if (columns.get(0).contains("*") || columns.get(1).contains("*")) {
      rows.leftOut(
          place,
          RowCollector.quoted(columns.get(0) + " " + columns.get(1))
              + " is a pattern for many callers, not a peer.");
    } else {
      rows.add(new FoundPeer(place).address(columns.get(0), columns.get(1), columns.get(2)));
    }
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  private static List<String> columns(String line) {
    return List.of(BLANKS.split(line.strip(), 6));
  }

  /** Comments as in C; the line breaks in them stay, so that lines keep their numbers. */
  private static String withoutComments(String text) {
    List<String> kept = new ArrayList<>();
    int at = 0;
    while (true) {
      int start = text.indexOf("/*", at);
      if (start < 0) {
        kept.add(text.substring(at));
        return String.join("", kept);
      }
      kept.add(text.substring(at, start));
      int end = text.indexOf("*/", start + 2);
      int stop = end < 0 ? text.length() : end + 2;
      kept.add(
          "\n".repeat((int) text.substring(start, stop).chars().filter(c -> c == '\n').count()));
      at = stop;
    }
  }
}
