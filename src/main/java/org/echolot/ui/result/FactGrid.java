package org.echolot.ui.result;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.ui.TextClipboard;

/** Names and their values, which wrap; each can be copied with the other button. */
final class FactGrid extends GridPane {

  private static final double NAMES_WIDTH = 96;

  private int rows;

  FactGrid() {
    getStyleClass().add("fact-grid");
    ColumnConstraints name = new ColumnConstraints();
    // The same in all grids, so that the values of all sections stand below each other.
    name.setMinWidth(NAMES_WIDTH);
    name.setPrefWidth(NAMES_WIDTH);
    name.setMaxWidth(NAMES_WIDTH);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(name, value);
  }

  /** A grid with all of {@code lines}, in no colour. */
  static FactGrid of(List<Line> lines) {
    FactGrid grid = new FactGrid();
    lines.forEach(line -> grid.add(line, ""));
    return grid;
  }

  /**
   * Adds a line.
   *
   * @param styleClass colours the value, which says the same in words; empty: none
   */
  void add(Line line, String styleClass) {
    Line safe = TlsReportText.safe(line);
    Label name = wrapping(safe.name());
    name.getStyleClass().add("fact-name");
    Label value = wrapping(TlsReportText.shown(safe.value(), false));
    value.setAccessibleText(safe.name() + ": " + value.getText());
    if (!styleClass.isEmpty()) {
      value.getStyleClass().add(styleClass);
    }
    MenuItem copy = new MenuItem("Copy");
    copy.setOnAction(_ -> TextClipboard.copy(safe.value()));
    value.setContextMenu(new ContextMenu(copy));
    Node shown = value;
    if (safe.value().length() > TlsReportText.AT_FIRST) {
      Hyperlink more = new Hyperlink("Show all");
      more.setOnAction(
          _ -> {
            value.setText(TlsReportText.shown(safe.value(), true));
            more.setVisible(false);
            more.setManaged(false);
          });
      shown = new VBox(value, more);
    }
    addRow(rows++, name, shown);
    GridPane.setValignment(name, VPos.TOP);
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
