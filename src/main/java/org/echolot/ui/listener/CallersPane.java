package org.echolot.ui.listener;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.text.Escapes;
import org.echolot.text.MomentText;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** Who called our echo server, a line for each call. To be used on the FX thread. */
public final class CallersPane extends VBox {

  private static final double GAP = 8;
  private static final double ROW_HEIGHT = 28;

  private final CallersModel model;
  private final TableView<Caller> table;

  public CallersPane(CallersModel model) {
    super(GAP);
    this.model = model;
    table = new TableView<>(model.callers());
    setId("callers");
    getStyleClass().addAll("editor-grid", "editor-form");
    table.setId("callers-table");
    table.setFixedCellSize(ROW_HEIGHT);
    table.setAccessibleText("Who called our echo server, the newest first");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label nobody = new Label("Nobody has called yet.");
    table.setPlaceholder(nobody);
    table.getColumns().add(column("When", 116, CallersPane::when));
    table.getColumns().add(column("Who", 130, Caller::who));
    table.getColumns().add(column("AE titles", 130, Caller::titles));
    table.getColumns().add(column("Result", 120, Caller::result));
    TextClipboard.copyByKey(table, this::selected);
    setVgrow(table, Priority.ALWAYS);
    Label hint =
        new Label("Check → Reverse test… shows all about each call since Echolot was opened.");
    hint.getStyleClass().add("muted-text");
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(table, hint);
  }

  /** Calls that come are shown no longer. */
  public void close() {
    model.close();
  }

  private String selected() {
    return table.getSelectionModel().getSelectedItems().stream()
        .map(
            c ->
                Stream.of(when(c), c.who(), c.from(), c.titles(), c.result())
                    .map(Escapes::oneLine)
                    .collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }

  private static String when(Caller caller) {
    return MomentText.of(caller.at().toInstant(), Instant.now(), ZoneId.systemDefault());
  }

  private static TableColumn<Caller, String> column(
      String head, double width, Function<Caller, String> text) {
    TableColumn<Caller, String> column = new TableColumn<>(head);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Escapes.oneLine(text.apply(row.getValue()))));
    column.setCellFactory(_ -> new Cell(head.equals("Result")));
    return column;
  }

  private static final class Cell extends TableCell<Caller, String> {

    private final boolean coloured;

    Cell(boolean coloured) {
      this.coloured = coloured;
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      Caller caller = empty ? null : getTableRow().getItem();
      setText(empty ? null : text);
      setTooltip(caller == null ? null : new Tooltip(text + "\nfrom " + caller.from()));
      getStyleClass().removeIf(style -> style.startsWith("status-"));
      if (caller != null && coloured) {
        getStyleClass().add(caller.style());
      }
    }
  }
}
