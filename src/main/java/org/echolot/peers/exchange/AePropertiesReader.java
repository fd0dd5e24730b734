package org.echolot.peers.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * dcm4che's {@code ae.properties}: {@code AET=host:port}, and a cipher suite or more after another
 * colon where TLS is spoken.
 */
final class AePropertiesReader implements ListReader {

  private static final Pattern LINE =
      Pattern.compile(
          "^\\s*((?:\\\\.|[^\\\\=\\s]){1,40})\\s*=\\s*([^:\\s=@]{1,253}):(\\d{1,5})"
              + "((?::[A-Z0-9_]{1,80})*)\\s*$");
  private static final Pattern VALUE =
      Pattern.compile("([^:]*):([^:]*)((?::[A-Za-z0-9_]{1,80})*):?");
  private static final int MAX_LINE = 10_000;

  @Override
  public boolean recognizes(ListContent content) {
    int entries = 0;
    int others = 0;
    for (String line : content.lines()) {
      if (!isNothing(line)) {
        boolean fits = line.length() < MAX_LINE && LINE.matcher(line).matches();
        entries += fits ? 1 : 0;
        others += fits ? 0 : 1;
      }
    }
    return entries > 0 && entries >= others;
  }

  private static boolean isNothing(String line) {
    String text = line.stripLeading();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    RowCollector rows = new RowCollector(PeerListFormat.AE_PROPERTIES);
    List<String> lines = content.lines();
    for (int i = 0; i < lines.size(); i++) {
      if (!isNothing(lines.get(i))) {
        row(RowCollector.line(i + 1L), lines.get(i), rows);
      }
    }
    return rows.list();
  }

  private static void row(String place, String line, RowCollector rows)
      throws UnreadableListException {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(line.length() > MAX_LINE ? "" : line));
    } catch (IOException | IllegalArgumentException e) {
      rows.unreadable(place, "Not a line of a properties file: " + e.getMessage() + ".");
      return;
    }
    for (Map.Entry<Object, Object> entry : properties.entrySet()) {
      Matcher value = VALUE.matcher(entry.getValue().toString().strip());
      if (value.matches()) {
        rows.add(
            new FoundPeer(place)
                .address(entry.getKey().toString(), value.group(1), value.group(2))
                .tls(!value.group(3).isEmpty()));
        return;
      }
    }
    rows.unreadable(place, "An entry looks like \"AET=host:port\".");
  }
}
