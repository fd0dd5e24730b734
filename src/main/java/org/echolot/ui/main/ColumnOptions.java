package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import org.echolot.ui.action.Deed;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerTable;

/** What a click on the headers of the list does, for a menu, and so for the keyboard. */
final class ColumnOptions {

  private final PeerTable table;

  ColumnOptions(PeerTable table) {
    this.table = table;
  }

  /** The user's own order, and each column; the one that is chosen already turns round. */
  List<Deed.Option> sorts() {
    ObservableList<TableColumn<ListRow, ?>> order = table.getSortOrder();
    List<Deed.Option> options = new ArrayList<>();
    options.add(
        new Deed.Option(
            "none", "Own order", new Deed.Marked(true, Bindings.isEmpty(order), order::clear)));
    for (TableColumn<ListRow, ?> column : table.getColumns()) {
      options.add(
          new Deed.Option(
              column.getId(),
              column.getText(),
              new Deed.Marked(
                  true,
                  Bindings.createBooleanBinding(() -> order.contains(column), order),
                  () -> sortBy(column))));
    }
    return options;
  }

  private void sortBy(TableColumn<ListRow, ?> column) {
    boolean turns =
        table.getSortOrder().contains(column) && column.getSortType() == SortType.ASCENDING;
    column.setSortType(turns ? SortType.DESCENDING : SortType.ASCENDING);
    table.getSortOrder().setAll(List.of(column));
  }

  /** Whether each column is shown. */
  List<Deed.Option> shown() {
    return table.getColumns().stream()
        .map(
            column ->
                new Deed.Option(
                    column.getId(), column.getText(), new Deed.Toggle(column.visibleProperty())))
        .toList();
  }
}
