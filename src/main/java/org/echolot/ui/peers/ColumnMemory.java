package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import org.echolot.settings.ColumnState;
import org.echolot.settings.SortState;
import org.jspecify.annotations.Nullable;

/** What is remembered of the columns of the list. To be used on the FX thread. */
public final class ColumnMemory {

  private final PeerTable table;

  public ColumnMemory(PeerTable table) {
    this.table = table;
  }

  /** Widths, order and visibility of the columns, as they are. */
  public List<ColumnState> columnStates() {
    return table.getColumns().stream()
        .map(column -> new ColumnState(column.getId(), column.getWidth(), column.isVisible()))
        .toList();
  }

  /** The column that the list is sorted by; null for the user's own order. */
  public @Nullable SortState sortState() {
    return table.getSortOrder().stream()
        .findFirst()
        .map(c -> new SortState(c.getId(), c.getSortType() == TableColumn.SortType.ASCENDING))
        .orElse(null);
  }

  /** Puts the columns back as they were; columns that are unknown are left out. */
  public void restore(List<ColumnState> states, @Nullable SortState sort) {
    List<String> order = states.stream().map(ColumnState::id).toList();
    if (order.contains(PeerColumns.STAGES)) {
      restoreColumns(states, order);
      if (table.getColumnResizePolicy() instanceof ColumnShares shares) {
        shares.takeAsServed();
      }
    }
    if (sort != null) {
      PeerTable.column(sort.columnId(), table.getColumns())
          .forEach(
              column -> {
                column.setSortType(
                    sort.ascending()
                        ? TableColumn.SortType.ASCENDING
                        : TableColumn.SortType.DESCENDING);
                table.getSortOrder().setAll(List.of(column));
              });
    }
  }

  private void restoreColumns(List<ColumnState> states, List<String> order) {
    // The last column takes the room that is left over; what is new comes before it.
    int last = Math.max(0, order.size() - 1);
    Function<TableColumn<ListRow, ?>, Integer> place =
        column -> order.contains(column.getId()) ? order.indexOf(column.getId()) : last;
    List<TableColumn<ListRow, ?>> columns = new ArrayList<>(table.getColumns());
    columns.sort(Comparator.comparing(place));
    table.getColumns().setAll(columns);
    for (ColumnState state : states) {
      PeerTable.column(state.id(), columns)
          .forEach(
              column -> {
                if (column.isResizable()) {
                  column.setPrefWidth(state.width());
                }
                column.setVisible(state.visible());
              });
    }
  }
}
