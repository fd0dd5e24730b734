package org.echolot.ui.main;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
      getChildren().setAll(line(FileNotice.of(trouble, peers)));
    }
    setVisible(trouble != null);
    setManaged(trouble != null);
  }

  private static Node line(Notice notice) {
    Label mark =
        new Label(
            switch (notice.kind()) {
              case INFO -> "ℹ";
              case WARNING -> "⚠";
              case DANGER -> "✗";
            });
    mark.getStyleClass().add("notice-mark");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(notice.text());
    text.getStyleClass().add("notice-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(mark, text);
    for (Notice.Offer offer : notice.offers()) {
      Button button = new Button(offer.label());
      button.setId(offer.id());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> offer.run().run());
      line.getChildren().add(button);
    }
    line.getStyleClass()
        .addAll("notice", "notice-" + notice.kind().name().toLowerCase(Locale.ROOT));
    return line;
  }
}
