package org.echolot.ui.handout;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.handout.RegistrationForm;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.TextClipboard;

/** Asks for our registration: for which system, with what, and the text to copy. */
public final class RegisterDialog extends BorderPane {

  private final RegisterModel model;

  private RegisterDialog(RegisterModel model, Runnable close) {
    this.model = model;
    setId("register-dialog");
    getStyleClass().add("register");
    getStylesheets().add(Stylesheets.look());
    setTop(fields());
    setLeft(forms());
    setCenter(preview());
    setBottom(buttons(close));
  }

  /** Shows the dialog beside the window, which goes on. */
  public static void show(Window owner, RegisterModel model) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Ask to register us");
    Scene scene = new Scene(new RegisterDialog(model, stage::close), 820, 600);
    // A list keeps the key to itself, though there is nothing in it to be cancelled.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setMinWidth(560);
    stage.setMinHeight(420);
    Placed.over(owner, stage, 820, 600);
    stage.show();
  }

  private Node fields() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("register-fields");
    ColumnConstraints name = new ColumnConstraints();
    name.setHalignment(HPos.LEFT);
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(name, value, name, value);
    add(grid, 0, 0, "Our AE title", "register-ae", model.aeProperty(), "");
    add(grid, 0, 1, "Port where we listen", "register-port", model.portProperty(), "");
    add(
        grid,
        1,
        0,
        "Our IP address",
        "register-address",
        model.addressProperty(),
        "as the peer sees it");
    add(
        grid,
        1,
        1,
        "Our host name",
        "register-host-name",
        model.hostNameProperty(),
        "if the peer looks up names");
    Label fault = new Label();
    fault.setId("register-fault");
    fault.getStyleClass().add("register-fault");
    fault.setWrapText(true);
    fault
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.faultProperty().get().isEmpty() ? "" : "✗ " + model.faultProperty().get(),
                model.faultProperty()));
    fault.managedProperty().bind(model.faultProperty().isNotEmpty());
    VBox box = new VBox(grid, fault);
    box.getStyleClass().add("register-top");
    return box;
  }

  private static void add(
      GridPane grid,
      int row,
      int pair,
      String name,
      String id,
      StringProperty value,
      String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(value);
    Label label = new Label(name);
    label.setLabelFor(field);
    field.setAccessibleText(name);
    grid.add(label, 2 * pair, row);
    grid.add(field, 2 * pair + 1, row);
  }

  private Node forms() {
    ListView<RegistrationForm> list = new ListView<>();
    list.setId("register-forms");
    list.setAccessibleText("For which system");
    list.getItems().setAll(RegistrationForm.values());
    list.setCellFactory(_ -> new FormCell());
    list.getSelectionModel().select(model.formProperty().get());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.formProperty().set(chosen);
              }
            });
    list.setPrefWidth(190);
    return list;
  }

  private Node preview() {
    Label where = new Label();
    where.getStyleClass().add("register-where");
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.formProperty().get().description(), model.formProperty()));
    TextArea text = new TextArea();
    text.setId("register-text");
    text.setAccessibleText("The text to copy");
    text.getStyleClass().add("register-text");
    text.setEditable(false);
    text.setWrapText(true);
    text.textProperty().bind(model.textProperty());
    VBox.setVgrow(text, Priority.ALWAYS);
    Label notes = new Label();
    notes.setId("register-notes");
    notes.getStyleClass().add("register-notes");
    notes.setWrapText(true);
    notes.setMinHeight(Region.USE_PREF_SIZE);
    notes.textProperty().bind(model.notesProperty());
    notes.managedProperty().bind(model.notesProperty().isNotEmpty());
    VBox box = new VBox(where, text, notes);
    box.getStyleClass().add("register-preview");
    return box;
  }

  private Node buttons(Runnable close) {
    Label said = new Label();
    said.setId("register-said");
    HBox.setHgrow(said, Priority.ALWAYS);
    said.setMaxWidth(Double.MAX_VALUE);
    model.textProperty().subscribe(_ -> said.setText(""));
    Button copy = new Button("Copy");
    copy.setId("register-copy");
    copy.setDefaultButton(true);
    copy.setTooltip(new Tooltip("Copies the text, to send or paste (Enter)"));
    copy.disableProperty().bind(model.textProperty().isEmpty());
    copy.setOnAction(
        _ -> {
          TextClipboard.copy(model.textProperty().get());
          said.setText("Copied: " + model.formProperty().get().label() + ".");
        });
    Button done = new Button("Close");
    done.setId("register-close");
    done.setTooltip(new Tooltip("Closes the dialog (Esc)"));
    done.setOnAction(_ -> close.run());
    HBox box = new HBox(said, copy, done);
    box.getStyleClass().add("register-buttons");
    return box;
  }

  private static final class FormCell extends ListCell<RegistrationForm> {
    @Override
    protected void updateItem(RegistrationForm form, boolean empty) {
      super.updateItem(form, empty);
      setText(empty || form == null ? "" : form.label());
    }
  }
}
