package org.echolot.ui.peers;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import org.echolot.ui.FxThread;

/**
 * Has the columns of the list fit its width. Where there is little room, the course of the times
 * goes first, then the age; then the others get narrower. To be used on the FX thread.
 */
final class ColumnRoom {

  private static final double FOR_COURSE = 780;
  private static final double FOR_AGE = 700;

  /** A scroll bar, and the edges. */
  private static final double BESIDE_COLUMNS = 16;

  /** What the list may claim of the window; the result beside it needs the rest. */
  private static final double MOST_OF_WINDOW = 0.66;

  private final PeerTable table;
  private final ObservableList<PeerRow> rows;
  private final ReadOnlyDoubleWrapper wantedWidth = new ReadOnlyDoubleWrapper();
  private boolean asked;

  /** Whether rows have come since it was last looked. */
  private boolean longer;

  private ColumnRoom(PeerTable table, ObservableList<PeerRow> rows) {
    this.table = table;
    this.rows = rows;
  }

  /**
   * Follows the width of {@code table}.
   *
   * @param rows all that it may show
   */
  static ColumnRoom follow(PeerTable table, ObservableList<PeerRow> rows) {
    ColumnRoom room = new ColumnRoom(table, rows);
    table
        .widthProperty()
        .subscribe((before, width) -> room.changed(before.doubleValue(), width.doubleValue()));
    table.sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> room.shareSoon());
    // Another title or port may need more room.
    rows.addListener((InvalidationListener) _ -> room.rowsChanged());
    return room;
  }

  private void changed(double before, double width) {
    showWhereRoom(PeerColumns.COURSE, FOR_COURSE, before, width);
    showWhereRoom(PeerColumns.AGE, FOR_AGE, before, width);
    // A column that came or went leaves the others as wide as they were.
    shareSoon();
  }

  private void rowsChanged() {
    longer = true;
    shareSoon();
  }

  private void shareSoon() {
    if (!asked) {
      asked = true;
      new FxThread()
          .frames()
          .execute(
              () -> {
                asked = false;
                share();
              });
    }
  }

  private void showWhereRoom(String id, double room, double before, double width) {
    boolean had = before == 0 || before >= room;
    boolean has = width >= room;
    if (had != has) {
      PeerTable.column(id, table.getColumns()).forEach(column -> column.setVisible(has));
    }
  }

  private void share() {
    PeerTable.column(PeerColumns.ADDRESS, table.getColumns())
        .forEach(column -> column.setMinWidth(AddressCell.leastWidth(rows)));
    claim();
    if (longer && table.getColumnResizePolicy() instanceof ColumnShares shares) {
      shares.serveLonger(table);
    }
    longer = false;
    List<TableColumn<ListRow, ?>> shown = table.getVisibleLeafColumns();
    double tooWide = shown.stream().mapToDouble(TableColumn::getWidth).sum() - table.getWidth();
    double most = shown.stream().mapToDouble(c -> c.getWidth() - c.getMinWidth()).sum();
    if (tooWide > 0 && most > 0) {
      double part = Math.min(1, tooWide / most);
      shown.forEach(c -> c.setPrefWidth(c.getWidth() - part * (c.getWidth() - c.getMinWidth())));
    }
  }

  /** How wide the list needs to be for all of its columns; 0 before that is known. */
  ReadOnlyDoubleProperty wantedWidthProperty() {
    return wantedWidth.getReadOnlyProperty();
  }

  /** Asks for so much that no column is cut off, as far as the window has the room. */
  private void claim() {
    if (table.getScene() != null) {
      double columns =
          table.getVisibleLeafColumns().stream()
              .filter(column -> !goes(column))
              .mapToDouble(TableColumn::getMinWidth)
              .sum();
      wantedWidth.set(
          Math.min(columns + BESIDE_COLUMNS, table.getScene().getWidth() * MOST_OF_WINDOW));
    }
  }

  private static boolean goes(TableColumn<ListRow, ?> column) {
    return PeerColumns.COURSE.equals(column.getId()) || PeerColumns.AGE.equals(column.getId());
  }
}
