package org.echolot.ui.peers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Who gets the room where the list gets wider: first what is cut, results before names before
 * addresses; then the results, and names half as fast. Where it gets narrower, first what nobody
 * needs goes, then the middle of host names, then the end of names, then a part of each column.
 * What the user drags is left to JavaFX.
 */
@SuppressWarnings("rawtypes") // as JavaFX has it
final class ColumnShares extends ConstrainedColumnResizeBase
    implements Callback<ResizeFeatures, Boolean> {

  /** A bold letter of a name is about so wide. */
  private static final double LETTER = 7.6;

  private static final double BESIDE_NAME = 26;
  private static final double MOST_FOR_NAME = 330;
  private static final double MOST_FOR_ADDRESS = 360;
  private static final double FOR_RESULT = 200;

  /** Those that change, in the order in which they are served. */
  private static final List<String> FLEXIBLE =
      List.of("lastResult", PeerColumns.NAME, PeerColumns.ADDRESS);

  private static final Map<String, Double> GROWTH =
      Map.of(PeerColumns.NAME, 1.0, "lastResult", 2.0);

  private final List<PeerRow> rows;

  /** What names and addresses needed when it was last looked. */
  private double served;

  /**
   * @param rows all that may be shown
   */
  ColumnShares(List<PeerRow> rows) {
    this.rows = rows;
    served = needs();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Boolean call(ResizeFeatures features) {
    List<TableColumnBase<?, ?>> columns =
        List.copyOf(((TableView<ListRow>) features.getTable()).getVisibleLeafColumns());
    double room = features.getContentWidth() - sum(columns, TableColumnBase::getWidth);
    if (features.getColumn() != null) {
      return TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS.call(features);
    }
    if (room >= 1) {
      double left = fill(columns, room);
      double parts = sum(columns, ColumnShares::growth);
      columns.forEach(c -> widen(c, parts == 0 ? 0 : left * growth(c) / parts));
    } else if (room <= -1) {
      double more = narrow(columns, -room, c -> Math.max(0, c.getWidth() - need(c)));
      more = narrow(columns, more, c -> PeerColumns.ADDRESS.equals(c.getId()) ? spare(c) : 0);
      more = narrow(columns, more, c -> PeerColumns.NAME.equals(c.getId()) ? spare(c) : 0);
      double _ = narrow(columns, more, ColumnShares::spare);
    }
    return true;
  }

  /**
   * Has names and addresses that have just come, and are longer than those before, take what others
   * have and do not need. What is as long as before is left as the user has it.
   */
  void serveLonger(TableView<?> table) {
    double needs = needs();
    if (needs > served) {
      List<TableColumnBase<?, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
      double lacking = sum(columns, c -> Math.max(0, need(c) - c.getWidth()));
      double left = narrow(columns, lacking, c -> Math.max(0, c.getWidth() - need(c)));
      double _ = fill(columns, lacking - left);
    }
    served = needs;
  }

  /** The rows that are there are shown as the user had them. */
  void takeAsServed() {
    served = Double.MAX_VALUE;
  }

  private double needs() {
    return nameNeeds() + addressNeeds();
  }

  private static double sum(
      List<TableColumnBase<?, ?>> columns, ToDoubleFunction<TableColumnBase<?, ?>> of) {
    return columns.stream().mapToDouble(of).sum();
  }

  private static void widen(TableColumnBase<?, ?> column, double by) {
    if (by != 0) {
      column.setPrefWidth(Math.floor(column.getWidth() + by));
    }
  }

  /** Gives those that are cut what they lack; returns what is left. */
  private double fill(List<TableColumnBase<?, ?>> columns, double room) {
    double left = room;
    for (String id : FLEXIBLE) {
      for (TableColumnBase<?, ?> column : columns) {
        if (id.equals(column.getId())) {
          double lacks = Math.clamp(need(column) - column.getWidth(), 0, left);
          widen(column, lacks);
          left -= lacks;
        }
      }
    }
    return left;
  }

  /** What a column needs for all that is in it; no less than it may have. */
  private double need(TableColumnBase<?, ?> column) {
    double need =
        switch (column.getId()) {
          case "lastResult" -> FOR_RESULT;
          case PeerColumns.NAME -> nameNeeds();
          case PeerColumns.ADDRESS -> addressNeeds();
          default -> column.getWidth();
        };
    return Math.max(column.getMinWidth(), need);
  }

  private double nameNeeds() {
    return Math.min(MOST_FOR_NAME, BESIDE_NAME + LETTER * longest(row -> row.peer().name()));
  }

  private double addressNeeds() {
    double letters = AddressCell.CHARACTER * longest(row -> row.peer().address());
    return Math.min(MOST_FOR_ADDRESS, AddressCell.ROOM_FOR_LOCK + letters);
  }

  private int longest(Function<PeerRow, String> text) {
    return rows.stream().mapToInt(row -> text.apply(row).length()).max().orElse(0);
  }

  private static double growth(TableColumnBase<?, ?> column) {
    return GROWTH.getOrDefault(column.getId(), 0.0);
  }

  /** Takes from each its part of what it can spare; returns what could not be had. */
  private static double narrow(
      List<TableColumnBase<?, ?>> columns,
      double by,
      ToDoubleFunction<TableColumnBase<?, ?>> spare) {
    double most = sum(columns, spare);
    double part = most <= 0 ? 0 : Math.min(1, by / most);
    columns.forEach(column -> widen(column, -part * spare.applyAsDouble(column)));
    return by - part * most;
  }

  private static double spare(TableColumnBase<?, ?> column) {
    return Math.max(0, column.getWidth() - column.getMinWidth());
  }
}
