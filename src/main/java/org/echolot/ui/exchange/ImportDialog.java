package org.echolot.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.echolot.peers.exchange.ImportItem;
import org.echolot.peers.exchange.ImportItem.Decision;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;

/** Shows what an import is about to do, entry by entry, and asks. */
final class ImportDialog {

  private ImportDialog() {}

  /**
   * Shows it until the user decides.
   *
   * @return whether it is to be done
   */
  static boolean ask(Window owner, String from, ImportModel model) {
    Dialog<ButtonType> dialog = new Dialog<>();
    Placed.over(owner, dialog);
    dialog.setTitle("Import from " + from);
    dialog.setResizable(true);
    DialogPane pane = dialog.getDialogPane();
    pane.setId("import-dialog");
    pane.getStylesheets().add(Stylesheets.look());
    Label summary = new Label(model.summary());
    summary.setId("import-summary");
    summary.setWrapText(true);
    TableView<ImportModel.Line> table = table(model);
    SidesPane sides = new SidesPane();
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> sides.show(line == null ? null : line.item()));
    VBox content = new VBox(10, summary, table, sides);
    VBox.setVgrow(table, Priority.ALWAYS);
    content.setPadding(new Insets(16));
    content.setMinSize(560, 380);
    content.setPrefSize(860, 560);
    pane.setContent(content);
    pane.setMinSize(760, 520);
    pane.setPrefSize(900, 640);
    ButtonType doIt = new ButtonType("Import", ButtonBar.ButtonData.OK_DONE);
    pane.getButtonTypes().setAll(doIt, ButtonType.CANCEL);
    if (pane.lookupButton(doIt) instanceof Button button) {
      button.setId("import-do");
      button.textProperty().bind(model.buttonTextProperty());
      model.buttonTextProperty().subscribe(() -> button.setDisable(model.taken() == 0));
      button.setDisable(model.taken() == 0);
    }
    firstOfInterest(table);
    return dialog.showAndWait().filter(doIt::equals).isPresent();
  }

  /** A conflict first: it is what needs a decision. */
  private static void firstOfInterest(TableView<ImportModel.Line> table) {
    table.getItems().stream()
        .filter(line -> line.item() instanceof ImportItem.Conflict)
        .findFirst()
        .or(() -> table.getItems().stream().findFirst())
        .ifPresent(
            line -> {
              table.getSelectionModel().select(line);
              table.scrollTo(line);
            });
  }

  private static TableView<ImportModel.Line> table(ImportModel model) {
    TableView<ImportModel.Line> table =
        new TableView<>(FXCollections.observableArrayList(model.lines()));
    table.setId("import-table");
    table.setAccessibleText("Entries of the list");
    table.getStyleClass().add(Styles.DENSE);
    table.setMinHeight(140);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .add(text("Result", 115, line -> mark(line.item()) + " " + line.item().word()));
    table.getColumns().add(choice());
    table.getColumns().add(text("Where", 80, line -> line.item().place()));
    table.getColumns().add(text("Peer, and what differs", 420, line -> line.item().text()));
    return table;
  }

  /** Never by colour alone. */
  private static String mark(ImportItem item) {
    return switch (item) {
      case ImportItem.Added _ -> "+";
      case ImportItem.Changed _ -> "~";
      case ImportItem.Same _ -> "=";
      case ImportItem.Conflict _ -> "?";
      case ImportItem.Unreadable _ -> "✗";
      case ImportItem.LeftOut _ -> "–";
    };
  }

  private static TableColumn<ImportModel.Line, String> text(
      String title, double width, Function<ImportModel.Line, String> words) {
    TableColumn<ImportModel.Line, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 90));
    column.setSortable(false);
    column.setCellValueFactory(
        data -> new ReadOnlyStringWrapper(words.apply(data.getValue())).getReadOnlyProperty());
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(String words, boolean empty) {
                super.updateItem(words, empty);
                setText(empty ? "" : words);
                setTooltip(empty || words == null ? null : new Tooltip(words));
              }
            });
    return column;
  }

  private static TableColumn<ImportModel.Line, ImportModel.Line> choice() {
    TableColumn<ImportModel.Line, ImportModel.Line> column = new TableColumn<>("Do");
    column.setPrefWidth(130);
    column.setMinWidth(120);
    column.setSortable(false);
    column.setCellValueFactory(
        data -> new ReadOnlyObjectWrapper<>(data.getValue()).getReadOnlyProperty());
    column.setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(ImportModel.Line line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(empty || line == null || line.choices().size() < 2 ? null : box(line));
              }
            });
    return column;
  }

  private static ChoiceBox<Decision> box(ImportModel.Line line) {
    ChoiceBox<Decision> box = new ChoiceBox<>(FXCollections.observableArrayList(line.choices()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText("What to do with " + line.item().text());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Decision decision) {
            return decision == null ? "" : line.words(decision);
          }

          @Override
          public Decision fromString(String words) {
            return line.choices().stream()
                .filter(decision -> line.words(decision).equals(words))
                .findFirst()
                .orElse(Decision.LEAVE);
          }
        });
    box.setValue(line.decisionProperty().get());
    box.valueProperty()
        .subscribe(
            value ->
                line.decisionProperty().set(Objects.requireNonNullElse(value, Decision.LEAVE)));
    return box;
  }
}
