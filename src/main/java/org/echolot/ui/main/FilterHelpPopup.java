package org.echolot.ui.main;

import atlantafx.base.controls.Popover;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.echolot.peers.filter.FilterHelp;

/** The words that the filter knows; a click puts one into the field. */
final class FilterHelpPopup {

  private static final Insets MARGIN = new Insets(12);
  private static final double GAP = 16;
  private static final double LINES = 2;

  private final TextField field;
  private final Popover popover;

  FilterHelpPopup(TextField field) {
    this.field = field;
    GridPane grid = new GridPane(GAP, LINES);
    grid.setId("filter-help");
    grid.setPadding(MARGIN);
    int row = 0;
    for (FilterHelp help : FilterHelp.all()) {
      Hyperlink word = new Hyperlink(help.word());
      word.getStyleClass().add("filter-help-word");
      word.setOnAction(_ -> insert(help.word()));
      grid.addRow(row++, word, new Label(help.meaning()));
    }
    popover = new Popover(grid);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    popover.setHeaderAlwaysVisible(false);
  }

  private void insert(String word) {
    String before = field.getText().strip();
    field.setText(before.isEmpty() ? word : before + " " + word);
    field.requestFocus();
    field.end();
  }

  /** Shows them beside a node, or hides them. */
  void show(Node at) {
    if (popover.isShowing()) {
      popover.hide();
    } else {
      popover.show(at);
    }
  }
}
