package org.echolot.ui.watch;

import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.text.Escapes;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** What happened to the watched peers, the newest first, beside the main window. */
public final class EventsWindow extends BorderPane {

  private static final double WIDTH = 860;
  private static final double HEIGHT = 460;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private final FilteredList<WatchEvent> shown;
  private final TableView<WatchEvent> table = new TableView<>();
  private final CheckBox changesOnly = new CheckBox("Changes only");
  private final TextField find = new TextField();

  private EventsWindow(WatchModel model, Consumer<UUID> show) {
    shown = new FilteredList<>(model.events());
    setId("events-window");
    getStylesheets().add(Stylesheets.look());
    changesOnly.setId("events-changes-only");
    changesOnly.setTooltip(
        new Tooltip("Leaves out what rings nobody, such as a single check that failed"));
    find.setId("events-find");
    find.setPromptText("Search");
    find.setAccessibleText("Search the events");
    Button copy = new Button("Copy");
    copy.setId("events-copy");
    copy.setTooltip(new Tooltip("Copies the selected events, or all that are shown"));
    copy.setOnAction(_ -> copy());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox bar = new HBox(changesOnly, gap, find, copy);
    bar.getStyleClass().add("events-bar");
    setTop(bar);
    setCenter(table(show));
    changesOnly.selectedProperty().subscribe(_ -> filter());
    find.textProperty().subscribe(_ -> filter());
  }

  private TableView<WatchEvent> table(Consumer<UUID> show) {
    table.setId("events");
    table.setAccessibleText("What happened to the watched peers");
    table.getStyleClass().add(Styles.DENSE);
    table.setPlaceholder(
        new Label("Nothing yet. Select peers and choose an interval in the menu Watch."));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table
        .getColumns()
        .setAll(
            List.of(
                column("Time", 150, event -> TIME.format(event.at())),
                column("Peer", 160, event -> Escapes.oneLine(event.peer())),
                kinds(),
                column("What happened", 380, event -> Escapes.oneLine(event.text()))));
    table.setItems(shown);
    table.setRowFactory(
        _ -> {
          TableRow<WatchEvent> row = new TableRow<>();
          row.setOnMouseClicked(
              click -> {
                if (click.getClickCount() == 2 && row.getItem() != null) {
                  show(row.getItem(), show);
                }
              });
          return row;
        });
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          WatchEvent selected = table.getSelectionModel().getSelectedItem();
          if (COPY.match(event)) {
            copy();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && selected != null) {
            show(selected, show);
            event.consume();
          }
        });
    return table;
  }

  private static void show(WatchEvent event, Consumer<UUID> show) {
    if (event.peerId() != null) {
      show.accept(event.peerId());
    }
  }

  private static TableColumn<WatchEvent, String> column(
      String title, double width, Function<WatchEvent, String> text) {
    TableColumn<WatchEvent, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
    return column;
  }

  /** In the colour of what it means. */
  private static TableColumn<WatchEvent, WatchEvent.Kind> kinds() {
    TableColumn<WatchEvent, WatchEvent.Kind> column = new TableColumn<>("Event");
    column.setPrefWidth(150);
    column.setComparator(Comparator.comparing(WatchEvent.Kind::label));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().kind()));
    column.setCellFactory(_ -> new KindCell());
    return column;
  }

  private static final class KindCell extends TableCell<WatchEvent, WatchEvent.Kind> {
    @Override
    protected void updateItem(WatchEvent.@Nullable Kind kind, boolean empty) {
      super.updateItem(kind, empty);
      getStyleClass().removeIf(name -> name.startsWith("status-"));
      setText(empty || kind == null ? null : kind.label());
      if (!empty && kind != null) {
        getStyleClass().add(styleClass(kind));
      }
    }

    private static String styleClass(WatchEvent.Kind kind) {
      return switch (EventTone.of(kind)) {
        case GOOD -> "status-ok";
        case BAD -> "status-failed";
        case WARNING -> "status-warning";
        case PLAIN -> "status-unknown";
      };
    }
  }

  private void filter() {
    String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
    boolean changes = changesOnly.isSelected();
    shown.setPredicate(
        event ->
            (!changes || event.kind().rings())
                && (wanted.isEmpty() || line(event).toLowerCase(Locale.ROOT).contains(wanted)));
  }

  private static String line(WatchEvent event) {
    return TIME.format(event.at())
        + "\t"
        + Escapes.oneLine(event.peer())
        + "\t"
        + event.kind().label()
        + "\t"
        + Escapes.oneLine(event.text());
  }

  private void copy() {
    List<WatchEvent> chosen = List.copyOf(table.getSelectionModel().getSelectedItems());
    List<WatchEvent> copied = chosen.isEmpty() ? List.copyOf(shown) : chosen;
    TextClipboard.copy(copied.stream().map(EventsWindow::line).collect(Collectors.joining("\n")));
  }

  /**
   * Shows the window.
   *
   * @param show selects a peer in the list, if it is still there
   */
  public static void show(Window owner, WatchModel model, Consumer<UUID> show) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Watch events");
    EventsWindow window = new EventsWindow(model, show);
    Scene scene = new Scene(window, WIDTH, HEIGHT);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setScene(scene);
    Placed.over(owner, stage, WIDTH, HEIGHT);
    stage.setOnHidden(_ -> model.seenAll());
    stage.show();
    window.table.requestFocus();
  }
}
