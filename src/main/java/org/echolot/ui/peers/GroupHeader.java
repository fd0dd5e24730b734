package org.echolot.ui.peers;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The name of a group, how many of it fail, and a way to check them. */
final class GroupHeader extends HBox {

  private final Label title = new Label();
  private final Label counts = new Label();
  private final Hyperlink check = new Hyperlink("Check group");

  GroupHeader(PeerTable table) {
    getStyleClass().add("group-header");
    title.getStyleClass().add("group-title");
    counts.getStyleClass().add("group-counts");
    check.getStyleClass().add("group-check");
    check.setFocusTraversable(false); // Enter does it
    counts.setMinWidth(Region.USE_PREF_SIZE);
    check.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(title, counts, gap, check);
    setManaged(false);
    setPickOnBounds(false);
    title.setMouseTransparent(true);
    counts.setMouseTransparent(true);
    gap.setMouseTransparent(true);
    check.setOnAction(
        _ -> {
          check.setVisited(false);
          if (check.getUserData() instanceof GroupRow group) {
            table.checkGroup(group);
          }
        });
  }

  void show(GroupRow group) {
    title.setText(group.title());
    counts.setText(group.counts());
    check.setUserData(group);
  }
}
