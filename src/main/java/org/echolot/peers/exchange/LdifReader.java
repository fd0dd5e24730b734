package org.echolot.peers.exchange;

import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** LDIF (RFC 2849) with entries as PS3.15 H.1.3 and dcm4che have them. */
final class LdifReader implements ListReader {

  /** What would be read from another file or address is not. */
  private static final Pattern ELSEWHERE = Pattern.compile("^[A-Za-z0-9.;-]{1,200}:<.*");

  private static final Pattern FIRST = Pattern.compile("(?i)^(version:\\s*1|dn::?\\s?.*)$");

  @Override
  public boolean recognizes(ListContent content) {
    return content.lines().stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> FIRST.matcher(line).matches())
        .isPresent();
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    DirectoryEntries entries = new DirectoryEntries(PeerListFormat.LDIF);
    List<String> record = new ArrayList<>();
    int start = 0;
    List<String> lines = content.lines();
    for (int i = 0; i <= lines.size(); i++) {
      String line = i < lines.size() ? lines.get(i) : "";
      if (!line.isEmpty()) {
        start = record.isEmpty() ? i + 1 : start;
        record.add(line);
      } else if (!record.isEmpty()) {
        record(RowCollector.line(start), record, entries);
        record.clear();
      }
    }
    return entries.list();
  }

  private static void record(String place, List<String> lines, DirectoryEntries entries)
      throws UnreadableListException {
    List<String> entry = new ArrayList<>();
    for (String line : lines) {
      boolean isVersion = entry.isEmpty() && line.regionMatches(true, 0, "version:", 0, 8);
      if (!line.startsWith("#") && !isVersion) {
        entry.add(line);
      }
    }
    if (entry.isEmpty()) {
      return;
    }
    if (entry.stream().anyMatch(line -> ELSEWHERE.matcher(line).matches())) {
      entries.unreadable(place, "A value of this entry is in another file (\":<\").");
      return;
    }
    try {
      entries.add(place, LDIFReader.decodeEntry(entry.toArray(String[]::new)));
    } catch (LDIFException e) {
      entries.unreadable(place, "Not an entry of LDIF: " + e.getMessage());
    }
  }
}
