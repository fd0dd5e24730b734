package org.echolot.peers.exchange;

import java.util.EnumSet;
import java.util.List;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.peers.file.PeersText;

/** A peers file of Echolot, peer by peer. */
final class EcholotReader implements ListReader {

  @Override
  public boolean recognizes(ListContent content) {
    if (!content.looksLikeJson()) {
      return false;
    }
    try {
      return PeersText.isOne(content.json());
    } catch (UnreadableListException _) {
      return false;
    }
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    List<PeersText.Entry> entries;
    try {
      entries = PeersText.read(content.json());
    } catch (FaultException e) {
      throw new UnreadableListException(e);
    }
    RowCollector rows = new RowCollector(PeerListFormat.ECHOLOT);
    for (PeersText.Entry entry : entries) {
      String place = RowCollector.line(entry.line());
      switch (entry) {
        case PeersText.Entry.Good good ->
            rows.add(new ImportedRow.Read(place, good.peer(), EnumSet.allOf(PeerField.class)));
        case PeersText.Entry.Bad bad -> rows.unreadable(place, bad.fault());
      }
    }
    return rows.list();
  }
}
