package org.echolot.ui.result;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;

/** What was negotiated or refused, with the numbers as they came; each value can be copied. */
final class AssociationFacts extends GridPane {

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
    getChildren().clear();
    int row = 0;
    for (ResultText.Fact fact : ResultText.association(result)) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("fact-name");
      TextField value = new TextField(fact.value());
      value.setEditable(false);
      value.getStyleClass().add("fact-value");
      value.setAccessibleText(fact.name() + ": " + fact.value());
      addRow(row++, name, value);
      GridPane.setValignment(name, VPos.CENTER);
    }
  }
}
