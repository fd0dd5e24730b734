package org.echolot.ui.exchange;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.echolot.peers.Peer;
import org.echolot.peers.exchange.ImportItem;
import org.echolot.peers.exchange.PeerField;
import org.jspecify.annotations.Nullable;

/** What we have and what the list has, side by side. */
final class SidesPane extends GridPane {

  private static final double LABEL_WIDTH = 130;
  private static final double HEIGHT = 190;

  SidesPane() {
    setId("import-sides");
    setHgap(16);
    setVgap(3);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    ColumnConstraints label = new ColumnConstraints(LABEL_WIDTH);
    ColumnConstraints ours = new ColumnConstraints();
    ours.setPercentWidth(40);
    ColumnConstraints theirs = new ColumnConstraints();
    theirs.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(label, ours, theirs);
  }

  void show(@Nullable ImportItem item) {
    getChildren().clear();
    switch (item) {
      case ImportItem.Added added -> sides(null, added.peer(), "New");
      case ImportItem.Changed changed -> sides(changed.before(), changed.after(), "After");
      case ImportItem.Same same -> sides(same.ours(), same.theirs(), "In the list");
      case ImportItem.Conflict conflict -> sides(conflict.ours(), conflict.theirs(), "In the list");
      case ImportItem.Unreadable bad -> reason(bad.reason());
      case ImportItem.LeftOut out -> reason(out.reason());
      case null -> {
        // Nothing is selected.
      }
    }
  }

  private void sides(@Nullable Peer ours, Peer theirs, String title) {
    int row = 0;
    addRow(row++, new Label(""), bold(ours == null ? "" : "Ours"), bold(title));
    for (PeerField field : PeerField.values()) {
      boolean isAddress =
          field == PeerField.NAME
              || field == PeerField.CALLED_AE
              || field == PeerField.HOST
              || field == PeerField.PORT;
      boolean differs = ours != null && !field.isSame(ours, theirs);
      boolean isNews =
          ours == null && !field.textOf(theirs).isEmpty() && field != PeerField.UNKNOWN;
      if (isAddress || differs || isNews) {
        Label value = value((differs ? "≠ " : "") + field.textOf(theirs));
        addRow(
            row++, new Label(field.label()), value(ours == null ? "" : field.textOf(ours)), value);
      }
    }
  }

  private void reason(String words) {
    Label label = value(words);
    label.setWrapText(true);
    add(label, 0, 0, 3, 1);
  }

  private static Label bold(String words) {
    Label label = new Label(words);
    label.getStyleClass().add(Styles.TEXT_BOLD);
    return label;
  }

  private static Label value(String words) {
    return new Label(words.lines().findFirst().orElse(""));
  }
}
