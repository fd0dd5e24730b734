package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.List;
import org.echolot.text.Escapes;
import org.echolot.text.HostText;

/** Takes the rows of a list while it is read, and refuses one that never ends. */
final class RowCollector {

  private static final int MAX_REASON = 300;

  private final PeerListFormat format;
  private final List<ImportedRow> rows = new ArrayList<>();

  RowCollector(PeerListFormat format) {
    this.format = format;
  }

  /**
   * @throws UnreadableListException if there are too many
   */
  void add(ImportedRow row) throws UnreadableListException {
    if (rows.size() == ImportedList.MAX_ROWS) {
      throw new UnreadableListException(
          "the list has more than " + ImportedList.MAX_ROWS + " entries");
    }
    rows.add(row);
  }

  /** The same for what was found in a row: a peer, or what is wrong with it. */
  void add(FoundPeer found) throws UnreadableListException {
    add(found.row());
  }

  /** The same for a row that can't be read. */
  void unreadable(String place, String reason) throws UnreadableListException {
    add(new ImportedRow.Unreadable(place, plain(reason)));
  }

  /** The same for a row that is no peer. */
  void leftOut(String place, String reason) throws UnreadableListException {
    add(new ImportedRow.LeftOut(place, plain(reason)));
  }

  ImportedList list() {
    return new ImportedList(format, rows);
  }

  static String line(long number) {
    return "line " + number;
  }

  /** A reason as one line that a list bears, whatever it quotes. */
  static String plain(String reason) {
    String line = Escapes.oneLine(reason);
    return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON - 1) + "…";
  }

  /** A piece of somebody's text, quoted in a sentence. */
  static String quoted(String text) {
    return '"' + Escapes.oneLine(HostText.shown(text.strip())) + '"';
  }
}
