package org.echolot.ui.exchange;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.FxThread;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;

/** Asks for a running Orthanc, and stays until it has answered. */
final class OrthancDialog {

  private static final Insets MARGIN = new Insets(16);
  private static final double WIDTH = 460;

  private final OrthancModel model;
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final PasswordField password = new PasswordField();

  private OrthancDialog(OrthancModel model) {
    this.model = model;
  }

  /**
   * Shows it.
   *
   * @param then takes what Orthanc has, once the dialog is closed
   */
  static void show(Window owner, OrthancModel model, Consumer<ImportedList> then) {
    new OrthancDialog(model).open(owner, then);
  }

  private void open(Window owner, Consumer<ImportedList> then) {
    Placed.over(owner, dialog);
    dialog.setTitle("Import from Orthanc");
    DialogPane pane = dialog.getDialogPane();
    pane.setId("orthanc-dialog");
    pane.getStylesheets().add(Stylesheets.look());
    TextField url = field("orthanc-url", model.urlProperty());
    pane.setContent(content(url));
    ButtonType read = new ButtonType("Read", ButtonBar.ButtonData.OK_DONE);
    pane.getButtonTypes().setAll(read, ButtonType.CANCEL);
    if (pane.lookupButton(read) instanceof Button button) {
      button.setId("orthanc-read");
      button.disableProperty().bind(model.busyProperty().or(model.urlProperty().isEmpty()));
      button.addEventFilter(
          ActionEvent.ACTION,
          event -> {
            event.consume();
            read(then);
          });
    }
    dialog.setOnShown(_ -> new FxThread().execute(url::requestFocus));
    dialog.setOnHidden(
        _ -> {
          password.clear();
          model.cancel();
        });
    dialog.show();
  }

  private void read(Consumer<ImportedList> then) {
    model.read(
        password.getText().toCharArray(),
        list -> {
          dialog.setResult(ButtonType.OK);
          dialog.close();
          new FxThread().execute(() -> then.accept(list));
        });
  }

  private VBox content(TextField url) {
    TextField trusted = field("orthanc-trusted", model.trustedProperty());
    trusted.setPromptText("the public authorities");
    Button browse = new Button("Browse…");
    browse.setId("orthanc-trusted-choose");
    browse.setAccessibleText("Choose the file with the trusted certificates");
    browse.setOnAction(_ -> choose(browse.getScene().getWindow()));
    HBox.setHgrow(trusted, Priority.ALWAYS);
    password.setId("orthanc-password");
    GridPane fields = new GridPane(8, 8);
    add(fields, "URL of its REST API", url, url);
    add(fields, "User", field("orthanc-user", model.userProperty()));
    add(fields, "Password", password);
    add(fields, "Trusted for https", trusted, new HBox(8, trusted, browse));
    Label purpose =
        wrapping(
            "Reads the modalities that Orthanc has. You see what is new and what differs before"
                + " anything is taken.");
    Label fault = wrapping("");
    fault.setId("orthanc-fault");
    fault.getStyleClass().add("editor-fault");
    model.faultProperty().subscribe(why -> fault.setText(why.isEmpty() ? "" : "✗ " + why));
    fault.managedProperty().bind(model.faultProperty().isNotEmpty());
    ProgressBar progress = new ProgressBar();
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.visibleProperty().bind(model.busyProperty());
    progress.setAccessibleText("Orthanc is being read");
    VBox content = new VBox(12, purpose, fields, fault, progress);
    content.setPadding(MARGIN);
    content.setPrefWidth(WIDTH);
    return content;
  }

  private void choose(Window owner) {
    FileQuestions.of(owner)
        .open(owner, "Certificates to trust", null, List.of())
        .ifPresent(file -> model.trustedProperty().set(file.toString()));
  }

  private static TextField field(String id, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private static void add(GridPane grid, String name, Node field) {
    add(grid, name, field, field);
  }

  private static void add(GridPane grid, String name, Node named, Node shown) {
    Label label = new Label(name);
    label.setLabelFor(named);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setHgrow(shown, Priority.ALWAYS);
    grid.addRow(grid.getRowCount(), label, shown);
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
