package org.echolot.ui.result;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.ui.CopyableText;

/** Names and their values, which wrap, and which can be selected and copied. */
final class FactGrid extends GridPane {

  private static final double NAMES_WIDTH = 128;

  /** A name that is longer has a line of its own, above its value. */
  private static final int LONG_NAME = 19;

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
    Label name = new Label(safe.name());
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("fact-name");
    CopyableText value = new CopyableText("");
    show(value, safe, false);
    value.getStyleClass().add("fact-words");
    // Without it a grid takes it to be as narrow as one letter, and so as high as all of them.
    value.setPrefWidth(Region.USE_COMPUTED_SIZE);
    if (TlsReportText.isHex(safe.value())) {
      value.getStyleClass().add("fact-hex");
    }
    if (!styleClass.isEmpty()) {
      value.getStyleClass().add(styleClass);
    }
    Node shown = value;
    if (safe.value().length() > TlsReportText.AT_FIRST) {
      Hyperlink more = new Hyperlink("Show all");
      more.setOnAction(
          _ -> {
            show(value, safe, true);
            more.setVisible(false);
            more.setManaged(false);
          });
      shown = new VBox(value, more);
    }
    GridPane.setValignment(name, VPos.TOP);
    if (safe.name().length() > LONG_NAME) {
      add(name, 0, rows++, 2, 1);
      add(shown, 1, rows++);
    } else {
      addRow(rows++, name, shown);
    }
  }

  private static void show(CopyableText value, Line line, boolean all) {
    value.show(TlsReportText.shown(line.value(), all), line.value());
    value.setAccessibleText(line.name() + ": " + value.text());
  }
}
