package org.echolot.ui.peers;

import javafx.scene.control.ContentDisplay;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a peer stands, as a sign; of a group, whether it is folded. */
final class StatusCell extends RowCell {

  private final FontIcon icon = new FontIcon(Feather.CIRCLE);

  StatusCell() {
    icon.getStyleClass().add("status-icon");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  Subscription follow(PeerRow row) {
    return row.statusProperty().subscribe((_, _) -> changed());
  }

  @Override
  void show(PeerRow row) {
    StatusLook look = StatusLook.of(row.status());
    // For a screen reader, and whoever copies the list; the icon is what is seen.
    setText(look.mark());
    setAccessibleText(look.words());
    tip(look.words());
    show(look.icon(), look.styleClass());
  }

  @Override
  void show(GroupRow group) {
    setText("");
    setAccessibleText(group.folded() ? "folded" : "unfolded");
    tip(null);
    show(group.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN, "fold-icon");
  }

  private void show(Feather sign, String styleClass) {
    icon.setIconCode(sign);
    if (!icon.getStyleClass().contains(styleClass)) { // each change has all of its style looked up
      icon.getStyleClass().removeIf(n -> n.startsWith("status-") || n.equals("fold-icon"));
      icon.getStyleClass().addAll("status-icon", styleClass);
    }
    setGraphic(icon);
  }

  @Override
  void showNothing() {
    setText(null);
    setGraphic(null);
    tip(null);
  }
}
