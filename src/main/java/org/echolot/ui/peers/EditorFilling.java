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

  /** Fills the fields, if a whole address was typed into one of them, which is left. */
  void fillTyped(Field field) {
    String text = model.text(field).get();
    boolean mayBeAddress =
        switch (field) {
          case HOST -> text.contains(":") || text.strip().contains(" ");
          case NAME, CALLED_AE -> text.contains("@") && text.contains(":");
          default -> false;
        };
    if (mayBeAddress) {
      PastedPeer.read(text)
          .ifPresent(
              peer -> {
                fill(peer, "what you typed");
                if (field == Field.NAME) {
                  before.put(field, text);
                  filling = true;
                  model.text(field).set(peer.texts().getOrDefault(Field.CALLED_AE, text));
                  filling = false;
                }
              });
    }
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
