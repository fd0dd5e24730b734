package org.echolot.ui.peers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.peers.PeerDraft.Field;

/**
 * Fills the fields of an editor from a peer that was pasted or typed in one piece, and takes that
 * back. View model: for the FX thread.
 */
final class EditorFilling {

  private final PeerEditorModel model;
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final Map<Field, String> before = new EnumMap<>(Field.class);
  private boolean tlsBefore;
  private boolean filling;

  EditorFilling(PeerEditorModel model) {
    this.model = model;
    for (Field field : Field.values()) {
      model.text(field).subscribe((_, _) -> typed());
    }
  }

  /** What was filled, as long as it can be taken back; else empty. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /**
   * Fills the fields, if the text is a peer with its address.
   *
   * @param from where it comes from, such as {@code the clipboard}
   * @return whether it is
   */
  boolean fill(String text, String from) {
    Optional<PastedPeer> found = PastedPeer.read(text);
    found.ifPresent(peer -> fill(peer, from));
    return found.isPresent();
  }

  private void fill(PastedPeer peer, String from) {
    filling = true;
    before.clear();
    tlsBefore = model.choices().tlsProperty().get();
    peer.texts()
        .forEach(
            (field, text) -> {
              // A name that was given stays.
              if (field != Field.NAME || model.text(field).get().isBlank()) {
                before.put(field, model.text(field).get());
                model.text(field).set(text);
              }
            });
    if (peer.tls()) {
      model.choices().tlsProperty().set(true);
    }
    said.set(
        "Filled "
            + before.size()
            + (before.size() == 1 ? " field" : " fields")
            + " from "
            + from
            + ".");
    filling = false;
  }

  void undo() {
    filling = true;
    before.forEach((field, text) -> model.text(field).set(text));
    model.choices().tlsProperty().set(tlsBefore);
    before.clear();
    said.set("");
    filling = false;
  }

  private void typed() {
    if (!filling) {
      said.set("");
    }
  }
}
