package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The name of a peer, with marks where it changed since somebody looked, is watched, or looks like
 * a mistake. That of a group is in the row itself, over all columns.
 */
final class NameCell extends RowCell {

  private static final double BETWEEN = 4;

  /** What is made when the first peer has it: most have none. */
  private enum Mark {
    CHANGE(Feather.BELL, "change-mark"),
    WATCHED(Feather.EYE, "watch-mark"),
    HINT(Feather.INFO, "hint-mark");

    private final Feather icon;
    private final String styleClass;

    Mark(Feather icon, String styleClass) {
      this.icon = icon;
      this.styleClass = styleClass;
    }

    FontIcon made() {
      FontIcon mark = new FontIcon(icon);
      mark.getStyleClass().add(styleClass);
      return mark;
    }
  }

  private final Map<Mark, FontIcon> made = new EnumMap<>(Mark.class);
  private @Nullable HBox marks;

  /** What the tooltip says where it is needed. */
  private String words = "";

  NameCell() {
    getStyleClass().add("name-cell");
    setContentDisplay(ContentDisplay.RIGHT);
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // "room 1" and "room 2" differ at their ends
    textTruncatedProperty().subscribe(_ -> showTip());
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
    List<Mark> shown = new ArrayList<>();
    List<String> said = new ArrayList<>(List.of(peer.name()));
    if (!changed.isEmpty()) {
      shown.add(Mark.CHANGE);
      said.add("Changed: " + changed);
    }
    if (how != null) {
      shown.add(Mark.WATCHED);
      said.add("Checked every " + DurationText.inWords(how.interval()));
    }
    if (!hinted.isEmpty()) {
      shown.add(Mark.HINT);
      said.add(hinted);
    }
    setText(peer.name());
    setGraphic(shown.isEmpty() ? null : marks(shown));
    setAccessibleText(shown.isEmpty() ? null : String.join(". ", said));
    words = String.join("\n", said);
    showTip();
  }

  private Node marks(List<Mark> shown) {
    if (marks == null) {
      marks = new HBox(BETWEEN);
      marks.getStyleClass().add("row-marks");
    }
    marks
        .getChildren()
        .setAll(shown.stream().map(mark -> made.computeIfAbsent(mark, Mark::made)).toList());
    return marks;
  }

  private void showTip() {
    tip(isTextTruncated() || getGraphic() != null ? words : null);
  }

  @Override
  void showNothing() {
    setText(null);
    setGraphic(null);
    setAccessibleText(null);
    tip(null);
  }
}
