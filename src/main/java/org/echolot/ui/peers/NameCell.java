package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.text.DurationText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name of a peer, with marks where it changed since somebody looked, is watched, or looks like
 * a mistake. That of a group is in the row itself, over all columns.
 */
final class NameCell extends RowCell {

  private static final double BETWEEN = 4;

  private final Tooltip tooltip = new Tooltip();
  private final FontIcon change = mark(Feather.BELL, "change-mark");
  private final FontIcon watched = mark(Feather.EYE, "watch-mark");
  private final FontIcon hint = mark(Feather.INFO, "hint-mark");
  private final HBox marks = new HBox(BETWEEN);

  NameCell() {
    getStyleClass().add("name-cell");
    marks.getStyleClass().add("row-marks");
    setContentDisplay(ContentDisplay.RIGHT);
    textTruncatedProperty().subscribe(_ -> showTooltip());
  }

  private static FontIcon mark(Feather icon, String styleClass) {
    FontIcon mark = new FontIcon(icon);
    mark.getStyleClass().add(styleClass);
    return mark;
  }

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        super.follow(row),
        row.marks().hintProperty().subscribe((_, _) -> changed()),
        row.marks().changeProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    Peer peer = row.peer();
    PeerWatch how = peer.watch();
    String changed = row.marks().changeProperty().get();
    String hinted = row.marks().hintProperty().get();
    List<Node> icons = new ArrayList<>();
    List<String> words = new ArrayList<>(List.of(peer.name()));
    if (!changed.isEmpty()) {
      icons.add(change);
      words.add("Changed: " + changed);
    }
    if (how != null) {
      icons.add(watched);
      words.add("Checked every " + DurationText.inWords(how.interval()));
    }
    if (!hinted.isEmpty()) {
      icons.add(hint);
      words.add(hinted);
    }
    marks.getChildren().setAll(icons);
    setText(peer.name());
    setGraphic(icons.isEmpty() ? null : marks);
    setAccessibleText(icons.isEmpty() ? null : String.join(". ", words));
    tooltip.setText(String.join("\n", words));
    showTooltip();
  }

  private void showTooltip() {
    setTooltip(isTextTruncated() || getGraphic() != null ? tooltip : null);
  }

  @Override
  void showNothing() {
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    setTooltip(null);
  }
}
