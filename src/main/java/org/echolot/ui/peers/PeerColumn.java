package org.echolot.ui.peers;

import java.util.Comparator;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/** A column of the list, which knows how to put peers in order. */
final class PeerColumn extends TableColumn<ListRow, ListRow> {

  private final Comparator<PeerRow> order;

  /**
   * @param title as in the menu of columns
   * @param order equal peers are put in order by their names
   */
  PeerColumn(String id, String title, Comparator<PeerRow> order, Supplier<RowCell> cell) {
    super(title);
    this.order = order.thenComparing(row -> row.peer().name(), new NaturalOrder());
    setId(id);
    setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    setCellFactory(_ -> cell.get());
  }

  /** With a width that the user does not change. */
  PeerColumn fixed(double width) {
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    setResizable(false);
    return this;
  }

  /** With a width to begin with. */
  PeerColumn wide(double least, double width) {
    setMinWidth(least);
    setPrefWidth(width);
    return this;
  }

  PeerColumn hidden() {
    setVisible(false);
    return this;
  }

  /** As the user has it: the one way or the other. */
  Comparator<PeerRow> order() {
    return getSortType() == SortType.ASCENDING ? order : order.reversed();
  }
}
