package org.echolot.ui.peers;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import org.echolot.peers.Peer;
import org.echolot.settings.ColumnState;
import org.echolot.settings.SortState;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** The list of peers, with how each stands. */
public final class PeerTable extends TableView<PeerRow> {

  private static final double ROW_HEIGHT = 30;

  private final ReadOnlyObjectWrapper<@Nullable PeerRow> shown = new ReadOnlyObjectWrapper<>(null);

  private final TableColumn<PeerRow, CertificateEnd> certificate = PeerColumns.certificate();
  private final BooleanBinding speaksTls;
  private boolean certificateChosen;

  public PeerTable(PeersModel peers) {
    speaksTls =
        Bindings.createBooleanBinding(
            () -> peers.rows().stream().anyMatch(row -> row.peer().tls() != null), peers.rows());
    setId("peer-table");
    setAccessibleText("Peers");
    getStylesheets().add(Stylesheets.of(PeerTable.class, "peers.css"));
    SortedList<PeerRow> sorted = new SortedList<>(peers.visibleRows());
    sorted.comparatorProperty().bind(comparatorProperty());
    setItems(sorted);
    getStyleClass().add(Styles.DENSE);
    setFixedCellSize(ROW_HEIGHT);
    setTableMenuButtonVisible(true);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label nothing = new Label();
    nothing
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(peers.rows()))
                .then("No peers.")
                .otherwise("No peer matches the filter."));
    setPlaceholder(nothing);
    addColumns();
    speaksTls.subscribe(this::showCertificates);
    shown.bind(getSelectionModel().selectedItemProperty());
  }

  /**
   * @param edit edits the selected peer
   */
  public void onDoubleClick(Runnable edit) {
    setRowFactory(_ -> newRow(edit));
  }

  private void addColumns() {
    addColumn(PeerColumns.status(), 34);
    addColumn(PeerColumns.text("name", "Name", Peer::name), 170);
    addColumn(PeerColumns.text("calledAe", "Called AE", p -> p.calledAe().value()), 120);
    addColumn(PeerColumns.textWithEnd("address", "Host:port", PeerColumns::hostAndPort), 170);
    TableColumn<PeerRow, String> callingAe =
        PeerColumns.text(
            "callingAe", "Calling AE", p -> p.callingAe() == null ? "" : p.callingAe().value());
    callingAe.setVisible(false);
    addColumn(callingAe, 110);
    TableColumn<PeerRow, String> tags =
        PeerColumns.text("tags", "Tags", p -> String.join(", ", p.tags()));
    tags.setVisible(false);
    addColumn(tags, 110);
    certificate.setVisible(false);
    addColumn(certificate, 100);
    addColumn(PeerColumns.lastResult(), 230);
  }

  /** From the first peer with TLS on, unless the user has chosen otherwise. */
  private void showCertificates(boolean speaksTls) {
    if (speaksTls && !certificateChosen) {
      certificate.setVisible(true);
    }
  }

  private void addColumn(TableColumn<PeerRow, ?> column, double width) {
    column.setPrefWidth(width);
    getColumns().add(column);
  }

  private TableRow<PeerRow> newRow(Runnable edit) {
    TableRow<PeerRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            edit.run();
          }
        });
    return row;
  }

  /** Copies the selected peers, each with its last result. */
  public void copySelected() {
    List<String> lines =
        selectedRows().stream()
            .map(r -> r.peer().name() + "\t" + r.peer().address() + "\t" + ResultWords.of(r))
            .toList();
    TextClipboard.copy(String.join("\n", lines));
  }

  /** The row whose details are to be shown; null for none. */
  public ObservableValue<@Nullable PeerRow> shownRow() {
    return shown.getReadOnlyProperty();
  }

  /** What is selected, from top to bottom. */
  public List<PeerRow> selectedRows() {
    List<PeerRow> selected = new ArrayList<>(getSelectionModel().getSelectedItems());
    selected.removeIf(row -> row == null);
    return selected;
  }

  /** Takes the keyboard, with a row selected if there is any. */
  public void enter() {
    if (getSelectionModel().isEmpty()) {
      getSelectionModel().selectFirst();
    }
    requestFocus();
  }

  /** Selects these rows alone and scrolls to the first. */
  public void select(List<PeerRow> rows) {
    getSelectionModel().clearSelection();
    int[] at = rows.stream().mapToInt(getItems()::indexOf).filter(i -> i >= 0).toArray();
    if (at.length > 0) {
      // All at once, or each would be shown in the result pane for a moment.
      getSelectionModel().selectIndices(at[0], Arrays.copyOfRange(at, 1, at.length));
      scrollTo(at[0]);
    }
  }

  // What is remembered

  /**
   * Widths, order and visibility of the columns, as they are. Nobody has chosen to hide the column
   * for certificates while there are none.
   */
  public List<ColumnState> columnStates() {
    return getColumns().stream()
        .filter(column -> speaksTls.get() || column.isVisible() || !column.equals(certificate))
        .map(column -> new ColumnState(column.getId(), column.getWidth(), column.isVisible()))
        .toList();
  }

  /** The column that the list is sorted by; null for the user's own order. */
  public @Nullable SortState sortState() {
    return getSortOrder().stream()
        .findFirst()
        .map(c -> new SortState(c.getId(), c.getSortType() == TableColumn.SortType.ASCENDING))
        .orElse(null);
  }

  /** Puts the columns back as they were; columns that are unknown are left out. */
  public void restore(List<ColumnState> states, @Nullable SortState sort) {
    List<String> order = states.stream().map(ColumnState::id).toList();
    certificateChosen = order.contains(certificate.getId());
    // The last column takes the room that is left over; what is new comes before it.
    int last = Math.max(0, order.size() - 1);
    Function<TableColumn<PeerRow, ?>, Integer> place =
        column -> order.contains(column.getId()) ? order.indexOf(column.getId()) : last;
    List<TableColumn<PeerRow, ?>> columns = new ArrayList<>(getColumns());
    columns.sort(Comparator.comparing(place));
    getColumns().setAll(columns);
    for (ColumnState state : states) {
      column(state.id(), columns)
          .forEach(
              column -> {
                column.setPrefWidth(state.width());
                column.setVisible(state.visible());
              });
    }
    if (sort != null) {
      column(sort.columnId(), columns)
          .forEach(
              column -> {
                column.setSortType(
                    sort.ascending()
                        ? TableColumn.SortType.ASCENDING
                        : TableColumn.SortType.DESCENDING);
                getSortOrder().setAll(List.of(column));
              });
    }
  }

  private static List<TableColumn<PeerRow, ?>> column(
      String id, List<TableColumn<PeerRow, ?>> columns) {
    return columns.stream().filter(column -> id.equals(column.getId())).toList();
  }
}
