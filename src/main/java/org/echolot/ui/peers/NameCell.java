package org.echolot.ui.peers;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name of a peer, with a mark where something about it looks like a mistake. That of a group is
 * in the row itself, over all columns.
 */
final class NameCell extends RowCell {

  private final Tooltip tooltip = new Tooltip();
  private final FontIcon mark = new FontIcon(Feather.INFO);
  private String hint = "";

  NameCell() {
    getStyleClass().add("name-cell");
    mark.getStyleClass().add("hint-mark");
    setContentDisplay(ContentDisplay.RIGHT);
    textTruncatedProperty().subscribe(_ -> showTooltip());
  }

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        super.follow(row), row.hintProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    hint = row.hintProperty().get();
    setText(row.peer().name());
    setGraphic(hint.isEmpty() ? null : mark);
    setAccessibleText(hint.isEmpty() ? null : row.peer().name() + ". " + hint);
    tooltip.setText(hint.isEmpty() ? row.peer().name() : row.peer().name() + "\n" + hint);
    showTooltip();
  }

  private void showTooltip() {
    setTooltip(isTextTruncated() || !hint.isEmpty() ? tooltip : null);
  }

  @Override
  void showNothing() {
    hint = "";
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    setTooltip(null);
  }
}
