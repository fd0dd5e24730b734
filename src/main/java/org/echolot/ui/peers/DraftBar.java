package org.echolot.ui.peers;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.echolot.peers.PeerDraft;
import org.echolot.text.Escapes;

/** Offers to go on with what was typed the last time and kept. Takes no room where nothing was. */
final class DraftBar extends HBox {

  DraftBar(PeerEditorModel model, Optional<PeerDraft> kept) {
    setId("editor-draft");
    getStyleClass().add("editor-filled");
    setSpacing(8);
    show(kept.isPresent());
    kept.ifPresent(
        draft -> {
          Hyperlink go = new Hyperlink("Continue with " + words(draft));
          go.setId("editor-draft-continue");
          go.setOnAction(
              _ -> {
                model.take(draft);
                show(false);
              });
          getChildren().setAll(new Label("You kept a draft."), go);
        });
  }

  private void show(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }

  /** What tells this draft from others. */
  private static String words(PeerDraft draft) {
    String name = draft.name().strip();
    String address = draft.calledAe().strip() + "@" + draft.host().strip();
    return Escapes.oneLine(!name.isEmpty() ? name : address.length() > 1 ? address : "it");
  }
}
