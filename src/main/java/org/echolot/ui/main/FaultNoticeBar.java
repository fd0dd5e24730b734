package org.echolot.ui.main;

import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** That Echolot itself had a fault, above the list, until the user has seen it. */
final class FaultNoticeBar extends VBox {

  FaultNoticeBar(FaultNotice faults) {
    setId("fault-notices");
    getStyleClass().add("notices");
    faults.noticeProperty().subscribe(this::show);
  }

  private void show(@Nullable Notice notice) {
    if (notice == null) {
      getChildren().clear();
    } else {
      getChildren().setAll(NoticeLine.of(notice));
    }
    setVisible(notice != null);
    setManaged(notice != null);
  }
}
