package org.echolot.peers.file;

import java.util.ArrayList;
import java.util.List;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.ObjectFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/** The text of a peers file that is passed on: written, and read peer by peer. */
public final class PeersText {

  /** An entry of the list: a peer, or what is wrong with it. */
  public sealed interface Entry {

    /** Its line in the text, from 1. */
    int line();

    /**
     * A peer.
     *
     * @param hasId whether the text gives it its ID, and no name made one
     */
    record Good(int line, Peer peer, boolean hasId) implements Entry {}

    /** An entry with a fault, in plain words. */
    record Bad(int line, String fault) implements Entry {}
  }

  private PeersText() {}

  /** The text of a peers file with this book. */
  public static String write(PeerBook book) {
    return PeersWriter.write(book);
  }

  /** Whether a document is meant as a peers file. */
  public static boolean isOne(JsonDocument document) {
    return document.root() instanceof Obj root && root.fields().get("peers") instanceof Arr;
  }

  /**
   * The entries of a peers file, each read for itself. Of a newer version's, fields that are not
   * known are kept.
   *
   * @throws FaultException if it is none
   */
  public static List<Entry> read(JsonDocument document) throws FaultException {
    ObjectFields file = ObjectFields.of(document, document.root(), "a peers file", "");
    JsonValue list = file.required("peers");
    if (!(list instanceof Arr array)) {
      throw file.wrongType(list, "peers", "a list");
    }
    PeerIds ids = new PeerIds(list);
    List<Entry> entries = new ArrayList<>();
    for (JsonValue value : array.items()) {
      int number = entries.size() + 1;
      int line = document.positionOf(value).line();
      try {
        ObjectFields fields = ObjectFields.of(document, value, "a peer", "");
        boolean hasId = fields.value("id") != null;
        entries.add(new Entry.Good(line, PeerFields.peer(fields, ids, number), hasId));
      } catch (FaultException e) {
        entries.add(new Entry.Bad(line, String.valueOf(e.getMessage())));
      }
    }
    return entries;
  }
}
