package org.echolot.ui.peers;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.echolot.ui.FxThread;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** The list of peers, with how each stands. */
public final class PeerTable extends TableView<ListRow> {

  /** From the left of a row to the menu that the keyboard opens. */
  private static final double MENU_INDENT = 40;

  /** How many lines above a selected one are shown, its group's header perhaps. */
  private static final int LINES_ABOVE = 1;

  private final PeersModel peers;
  private final ReadOnlyObjectWrapper<@Nullable PeerRow> shown = new ReadOnlyObjectWrapper<>(null);

  private final ColumnRoom room;
  private final ChangedCells changed = new ChangedCells();
  private final PeerDrag drag = new PeerDrag(this);
  private final FilesOnPeers files = new FilesOnPeers();

  private final ReadOnlyObjectWrapper<List<PeerRow>> selected =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean selecting;

  /** What was selected last, though the filter may hide it now. */
  private List<PeerRow> selectedBefore = List.of();

  private Runnable whenDoubleClicked = () -> {};
  private Consumer<List<PeerRow>> check = _ -> {};

  public PeerTable(PeersModel peers, AgeClock clock) {
    this.peers = peers;
    setId("peer-table");
    setAccessibleText("Peers");
    setItems(peers.shown().lines());
    getStyleClass().add(Styles.DENSE);
    setTableMenuButtonVisible(true);
    ColumnChooser.takeOver(this);
    setColumnResizePolicy(new ColumnShares(peers.rows()));
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setRowFactory(_ -> files.follow(drag.follow(new PeerLine(this))));
    setSortPolicy(
        _ -> {
          peers.shown().orderBy(order());
          return true;
        });
    Label nothing = new Label();
    nothing
        .textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(peers.rows()))
                .then("No peers.")
                .otherwise("No peer matches the filter."));
    setPlaceholder(nothing);
    getColumns().setAll(PeerColumns.all(clock));
    getSelectionModel()
        .getSelectedItems()
        .addListener((ListChangeListener<ListRow>) _ -> selectionChanged());
    peers.shown().filterProperty().subscribe((_, text) -> filterChanged(text));
    room = ColumnRoom.follow(this, peers.rows());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              shown.set(line instanceof PeerRow row ? row : null);
              if (line instanceof PeerRow row) {
                selectedBefore = List.of(row);
              }
            });
  }

  /** In the order of the columns by which the user sorts; null for none. */
  private @Nullable Comparator<PeerRow> order() {
    return getSortOrder().stream()
        .filter(PeerColumn.class::isInstance)
        .map(column -> ((PeerColumn) column).order())
        .reduce(Comparator::thenComparing)
        .orElse(null);
  }

  /** How wide the list needs to be for all of its columns; 0 before that is known. */
  public ReadOnlyDoubleProperty wantedWidthProperty() {
    return room.wantedWidthProperty();
  }

  // Selection

  /**
   * @param command what a double click does
   */
  public void onDoubleClick(Runnable command) {
    whenDoubleClicked = command;
  }

  /**
   * @param command checks peers
   */
  public void onCheck(Consumer<List<PeerRow>> command) {
    check = command;
  }

  /**
   * @param mayDrop whether dragged peers may be let go somewhere
   * @param command what is done then
   */
  public void onDrop(Predicate<PeerDrop> mayDrop, Consumer<PeerDrop> command) {
    drag.onDrop(mayDrop, command);
  }

  /** Files that are let go on peers. */
  public FilesOnPeers files() {
    return files;
  }

  void showInNextFrame(RowCell cell) {
    changed.showInNextFrame(cell);
  }

  void doubleClicked() {
    whenDoubleClicked.run();
  }

  void checkGroup(GroupRow group) {
    check.accept(group.peers());
  }

  void toggle(GroupRow group) {
    peers.shown().toggle(group.name());
  }

  /**
   * Folds the group whose header is selected.
   *
   * @return whether there is one that could be
   */
  public boolean foldSelected(boolean fold) {
    if (getSelectionModel().getSelectedItem() instanceof GroupRow group && group.folded() != fold) {
      int at = getSelectionModel().getSelectedIndex();
      toggle(group);
      getSelectionModel().clearAndSelect(at);
      return true;
    }
    return false;
  }

  /** Copies the selected peers, each with its last result. */
  public void copySelected() {
    List<String> lines =
        selectedRows().stream()
            .map(r -> r.peer().name() + "\t" + r.peer().address() + "\t" + ResultWords.inFull(r))
            .toList();
    if (!lines.isEmpty()) {
      TextClipboard.copy(String.join("\n", lines));
    }
  }

  /** The row whose details are to be shown; null for none. */
  public ObservableValue<@Nullable PeerRow> shownRow() {
    return shown.getReadOnlyProperty();
  }

  /** What the filter hid is selected again when it comes back, and one hit alone at once. */
  private void filterChanged(String text) {
    List<PeerRow> shownNow = peers.shown().peersProperty().get();
    if (selectedRows().isEmpty()) {
      List<PeerRow> again = selectedBefore.stream().filter(shownNow::contains).toList();
      if (!again.isEmpty()) {
        select(again);
      } else if (shownNow.size() == 1 && !text.isBlank()) {
        select(shownNow);
      }
    }
  }

  /** The peers that are selected, as of the last frame. */
  public ObservableValue<List<PeerRow>> selectedPeers() {
    return selected.getReadOnlyProperty();
  }

  /** A selection is changed in several steps. */
  private void selectionChanged() {
    if (!selecting) {
      selecting = true;
      new FxThread()
          .frames()
          .execute(
              () -> {
                selecting = false;
                selected.set(selectedRows());
              });
    }
  }

  /** The peers that are selected, from top to bottom. */
  public List<PeerRow> selectedRows() {
    return getSelectionModel().getSelectedIndices().stream()
        .sorted()
        .filter(index -> index >= 0 && index < getItems().size())
        .map(getItems()::get)
        .filter(PeerRow.class::isInstance)
        .map(PeerRow.class::cast)
        .toList();
  }

  /** The peers that are selected, and all of the groups whose headers are. */
  public List<PeerRow> selectedWithGroups() {
    return getSelectionModel().getSelectedItems().stream()
        .flatMap(
            line ->
                switch (line) {
                  case PeerRow row -> Stream.of(row);
                  case GroupRow group -> group.peers().stream();
                  case null -> Stream.of();
                })
        .distinct()
        .toList();
  }

  /**
   * All peers of the group in which the first selected line is; empty where there are no groups.
   */
  public List<PeerRow> groupOfSelected() {
    int at = getSelectionModel().getSelectedIndices().stream().mapToInt(i -> i).min().orElse(-1);
    for (int line = Math.min(at, getItems().size() - 1); line >= 0; line--) {
      if (getItems().get(line) instanceof GroupRow group) {
        return group.peers();
      }
    }
    return List.of();
  }

  /** Opens the context menu at the selected row, as a click with the other button does. */
  public void openMenu() {
    ContextMenu menu = getContextMenu();
    Node row =
        lookupAll(".table-row-cell").stream()
            .filter(node -> node instanceof TableRow<?> each && each.isSelected())
            .findFirst()
            .orElse(this);
    if (menu != null) {
      menu.show(row, Side.BOTTOM, MENU_INDENT, 0);
    }
  }

  /** Takes the keyboard, with a row selected if there is any. */
  public void enter() {
    if (getSelectionModel().isEmpty()) {
      selectFirst();
    }
    requestFocus();
  }

  /** Selects the peer at a line, or the nearest one if there is none. */
  public void selectNear(int line) {
    getSelectionModel().clearSelection();
    List<ListRow> lines = getItems();
    for (int away = 0; away < lines.size(); away++) {
      for (int at : new int[] {line + away, line - 1 - away}) {
        if (at >= 0 && at < lines.size() && lines.get(at) instanceof PeerRow) {
          getSelectionModel().select(at);
          return;
        }
      }
    }
  }

  /** Selects the first peer, if there is any. */
  public void selectFirst() {
    getItems().stream()
        .filter(PeerRow.class::isInstance)
        .map(PeerRow.class::cast)
        .findFirst()
        .ifPresent(row -> select(List.of(row)));
  }

  /** Selects these rows alone and scrolls to the first. */
  public void select(List<PeerRow> rows) {
    peers.shown().reveal(rows);
    getSelectionModel().clearSelection();
    int[] at = rows.stream().mapToInt(getItems()::indexOf).filter(i -> i >= 0).toArray();
    if (at.length > 0) {
      // All at once, or each would be shown in the result pane for a moment.
      getSelectionModel().selectIndices(at[0], Arrays.copyOfRange(at, 1, at.length));
      bringIntoSight(at[0]);
    }
  }

  private void bringIntoSight(int line) {
    boolean inSight =
        lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
            && flow.getLastVisibleCell() != null
            && line > flow.getFirstVisibleCell().getIndex()
            && line < flow.getLastVisibleCell().getIndex();
    if (!inSight) {
      scrollTo(Math.max(0, line - LINES_ABOVE));
    }
  }

  static List<TableColumn<ListRow, ?>> column(String id, List<TableColumn<ListRow, ?>> columns) {
    return columns.stream().filter(column -> id.equals(column.getId())).toList();
  }
}
