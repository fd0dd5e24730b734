package org.echolot.ui.preferences;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.preferences.PreferencesModel.Field;

/** The fields of the preferences, each with what is wrong with it right below. */
final class PreferencesForm {

  private static final double NUMBER_WIDTH = 110;
  private static final double TITLE_WIDTH = 200;

  private final PreferencesModel model;
  private final Map<Field, TextField> controls = new EnumMap<>(Field.class);

  PreferencesForm(PreferencesModel model) {
    this.model = model;
  }

  static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("editor-grid", "editor-form");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value);
    return grid;
  }

  /** Adds a field in the next row. */
  void add(GridPane grid, Field field, String name) {
    TextField control = control(field, name);
    addNamed(grid, name, control, new VBox(control, fault(field, name, control)));
  }

  /** Adds a field for a file in the next row, with a button that asks for it. */
  void addFile(GridPane grid, Field field, String name, String prompt) {
    TextField control = control(field, name);
    control.setMaxWidth(Double.MAX_VALUE);
    control.setPromptText(prompt);
    Button browse = new Button("Browse…");
    browse.setId(control.getId() + "-browse");
    browse.setAccessibleText("Choose the file: " + name);
    browse.setMinWidth(Region.USE_PREF_SIZE);
    browse.setOnAction(
        _ -> {
          Window owner = browse.getScene().getWindow();
          FileQuestions.of(owner)
              .open(owner, "Certificates and keys", null, List.of())
              .ifPresent(file -> control.setText(file.toString()));
        });
    HBox.setHgrow(control, Priority.ALWAYS);
    addNamed(
        grid, name, control, new VBox(new HBox(8, control, browse), fault(field, name, control)));
  }

  private TextField control(Field field, String name) {
    String id = idOf(field);
    TextField control = new TextField();
    control.setId(id);
    control.setMaxWidth(
        field == Field.CALLING_AE || field == Field.LISTENER_AE ? TITLE_WIDTH : NUMBER_WIDTH);
    control.textProperty().bindBidirectional(model.text(field));
    control.setAccessibleText(name);
    controls.put(field, control);
    return control;
  }

  private Label fault(Field field, String name, TextField control) {
    Label fault = new Label();
    fault.setId(control.getId() + "-fault");
    fault.getStyleClass().add("editor-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    model
        .faultProperty(field)
        .subscribe(
            text -> {
              fault.setText(text == null ? "" : "✗ " + text);
              fault.setVisible(text != null);
              fault.setManaged(text != null);
              control.pseudoClassStateChanged(Styles.STATE_DANGER, text != null);
              control.setAccessibleText(text == null ? name : name + ": " + text);
            });
    return fault;
  }

  static String idOf(Field field) {
    return "preferences-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  TextField control(Field field) {
    return Objects.requireNonNull(controls.get(field));
  }

  static void addChoice(GridPane grid, String name, ComboBox<?> choice) {
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText(name);
    addNamed(grid, name, choice, choice);
  }

  private static void addNamed(GridPane grid, String name, Node named, Node shown) {
    Label label = new Label(name);
    label.setLabelFor(named);
    label.getStyleClass().add("field-name");
    GridPane.setValignment(label, VPos.TOP);
    grid.addRow(grid.getRowCount(), label, shown);
  }

  static void add(GridPane grid, CheckBox box) {
    grid.add(box, 1, grid.getRowCount());
  }

  static void addTitle(GridPane grid, String title) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    label.setWrapText(true);
    grid.add(label, 0, grid.getRowCount(), 2, 1);
  }

  /** A sentence in grey, below what it is about. */
  static Label addHint(GridPane grid, String text) {
    Label hint = new Label(text);
    hint.getStyleClass().add("muted-text");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    grid.add(hint, 1, grid.getRowCount());
    return hint;
  }
}
