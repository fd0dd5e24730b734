package org.echolot.peers.exchange;

import java.util.List;

/** Any text with AE titles, hosts and ports in it: a mail, a command line, a log. */
final class TextReader implements ListReader {

  @Override
  public boolean recognizes(ListContent content) {
    try {
      return !content.text().isEmpty() && !read(content).rows().isEmpty();
    } catch (UnreadableListException _) {
      return false;
    }
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    RowCollector rows = new RowCollector(PeerListFormat.TEXT);
    List<FoundPeer> found = AddressSearch.in(content.lines());
    for (FoundPeer peer : found) {
      rows.add(peer);
    }
    return rows.list();
  }
}
