package org.echolot.ui.result;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;
import org.echolot.ui.CopyableText;

/** What was negotiated or refused, with the numbers as they came; each value can be copied. */
final class AssociationFacts extends GridPane {

  private final List<Row> rows = new ArrayList<>();

  AssociationFacts() {
    setId("result-association");
    getStyleClass().add("facts");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(name, value);
  }

  void show(CheckResult result) {
    List<ResultText.Fact> facts = ResultText.association(result);
    while (rows.size() < facts.size()) {
      Row row = new Row();
      addRow(rows.size(), row.name, row.value);
      rows.add(row);
    }
    while (rows.size() > facts.size()) {
      Row row = rows.removeLast();
      getChildren().removeAll(row.name, row.value);
    }
    for (int i = 0; i < facts.size(); i++) {
      rows.get(i).show(facts.get(i));
    }
  }

  /** A fact; it is used again for others, since it takes long to make. */
  private static final class Row {

    private final Label name = new Label();
    private final CopyableText value = new CopyableText("");

    Row() {
      name.getStyleClass().add("fact-name");
      value.getStyleClass().add("fact-words");
      // Without it a grid takes it to be as narrow as one letter, and so as high as all of them.
      value.setPrefWidth(Region.USE_COMPUTED_SIZE);
      GridPane.setValignment(name, VPos.TOP);
    }

    void show(ResultText.Fact fact) {
      name.setText(fact.name());
      value.show(fact.value());
      value.setAccessibleText(fact.name() + ": " + fact.value());
    }
  }
}
