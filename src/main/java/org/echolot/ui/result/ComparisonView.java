package org.echolot.ui.result;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;
import org.echolot.report.Comparison;
import org.echolot.text.Escapes;

/** What was found out, a column for each; a row in which they differ is marked. */
public final class ComparisonView extends GridPane {

  private static final double MAX_WIDTH = 300;

  public ComparisonView() {
    super(16, 6);
    setId("comparison");
    getStyleClass().add("facts");
  }

  /** Shows what several engines found. */
  public void show(Comparison comparison) {
    show(comparison.results().stream().map(CheckResult::engine).toList(), comparison.rows());
  }

  /**
   * Shows rows below titles.
   *
   * @param titles one for each column of values
   */
  public void show(List<String> titles, List<Comparison.Row> rows) {
    getChildren().clear();
    List<Node> head = new ArrayList<>(List.of(new Label(), new Label()));
    for (String title : titles) {
      Label label = new Label(title);
      label.getStyleClass().add("result-name");
      head.add(label);
    }
    addRow(0, head.toArray(Node[]::new));
    int number = 1;
    for (Comparison.Row row : rows) {
      addRow(number++, cells(row).toArray(Node[]::new));
    }
  }

  private static List<Node> cells(Comparison.Row row) {
    Label mark = new Label(row.differs() ? "≠" : "");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Label what = new Label(row.what());
    what.setMinWidth(Region.USE_PREF_SIZE);
    what.getStyleClass().add("fact-name");
    what.setAccessibleText(row.what() + (row.differs() ? ", differs" : ", the same"));
    List<Node> cells = new ArrayList<>(List.of(mark, what));
    for (String text : row.values()) {
      Label value = new Label(text.isEmpty() ? "–" : Escapes.oneLine(text));
      value.setWrapText(true);
      value.setMaxWidth(MAX_WIDTH);
      value.setMinHeight(Region.USE_PREF_SIZE);
      cells.add(value);
    }
    if (row.differs()) {
      cells.forEach(cell -> cell.getStyleClass().add("status-warning"));
    }
    return cells;
  }
}
