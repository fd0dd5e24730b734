package org.echolot.ui.main;

import javafx.scene.layout.VBox;
import org.echolot.ui.peers.PeerFile.Trouble;
import org.echolot.ui.peers.PeersModel;
import org.jspecify.annotations.Nullable;

/** What is wrong with the peers file, above the list, until it is settled. */
final class FileNoticeBar extends VBox {

  FileNoticeBar(PeersModel peers) {
    setId("notices");
    getStyleClass().add("notices");
    peers.file().troubleProperty().subscribe(trouble -> show(trouble, peers));
  }

  /** Shows what is wrong with the peers file; null: nothing is. */
  private void show(@Nullable Trouble trouble, PeersModel peers) {
    if (trouble == null) {
      getChildren().clear();
    } else {
      getChildren().setAll(NoticeLine.of(FileNotice.of(trouble, peers)));
    }
    setVisible(trouble != null);
    setManaged(trouble != null);
  }
}
