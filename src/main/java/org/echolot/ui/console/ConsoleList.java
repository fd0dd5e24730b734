package org.echolot.ui.console;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.echolot.journal.JournalLine;
import org.echolot.ui.FxThread;
import org.jspecify.annotations.Nullable;

/**
 * The lines as rows of one height, of which only those in sight have a cell. Stays at the newest
 * while the model follows; the user's scrolling up ends that, and back to the end begins it again.
 */
final class ConsoleList extends ListView<JournalLine> {

  private static final double ROW_HEIGHT = 20;

  /** How many rows above a revealed one are shown, for what led to it. */
  private static final int ROWS_ABOVE = 4;

  private static final int[] NO_ROWS = {};

  /** The most selected lines that are found again among others. */
  private static final int MOST_KEPT = 1_000;

  /**
   * How often a row is scrolled to. The flow inside is laid out after us, and keeps in sight what
   * was in sight when it learns of new rows; in the next frame it knows them.
   */
  private static final int PASSES = 2;

  private final ConsoleModel model;
  private @Nullable ScrollBar bar;

  /** Whether what moves the scroll bar now is the user, and not a batch of lines. */
  private boolean userScrolls;

  private boolean mouseDown;
  private int rowToScrollTo;
  private int passesLeft;
  private int rowsBeforeDrop;
  private int rowAtTop;
  private int[] rowsSelected = NO_ROWS;
  private @Nullable JournalLine lineAtTop;
  private List<JournalLine> linesSelected = List.of();

  ConsoleList(ConsoleModel model) {
    super(model.rows());
    this.model = model;
    setId("console-list");
    setAccessibleText("Console");
    getStyleClass().add("console-list");
    setFixedCellSize(ROW_HEIGHT);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    setPlaceholder(placeholder());
    setCellFactory(_ -> new LineCell(this, model));

    model.rows().addListener((ListChangeListener<JournalLine>) _ -> rowsChanged());
    model.refilteringProperty().subscribe((_, refilters) -> refilteringChanged(refilters));
    model.insertingProperty().subscribe((_, inserts) -> insertingChanged(inserts));
    model.wrapsProperty().subscribe(this::wrap);
    model.droppingProperty().subscribe((_, dropping) -> droppingChanged(dropping));
    model.revealProperty().subscribe(this::reveal);
    model.followProperty().subscribe(this::scrollToEnd);
    addEventFilter(ScrollEvent.ANY, _ -> userScrolls = true);
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> mouse(true));
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> mouse(false));
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  private Label placeholder() {
    Label nothing =
        new Label("Nothing to show. Check a peer, or change the level or the peer above.");
    nothing.setWrapText(true);
    return nothing;
  }

  /** The row at the top; 0 where there is none. */
  int firstVisibleRow() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
            && flow.getFirstVisibleCell() != null
        ? flow.getFirstVisibleCell().getIndex()
        : 0;
  }

  /** The row that the keyboard is at; the first visible where there is none. */
  int currentRow() {
    int focused = getSelectionModel().getSelectedIndex();
    return focused >= 0 ? focused : firstVisibleRow();
  }

  /** The selected lines, oldest first. */
  List<JournalLine> selectedLines() {
    return getSelectionModel().getSelectedIndices().stream().map(model.rows()::get).toList();
  }

  private void rowsChanged() {
    userScrolls = mouseDown;
    scrollToEnd();
  }

  /**
   * Moves selection and view with the rows that stay. The list view's own way takes minutes where
   * 200,000 rows are selected.
   */
  private void droppingChanged(boolean dropping) {
    if (dropping) {
      rowsBeforeDrop = getItems().size();
      rowAtTop = firstVisibleRow();
      rowsSelected = getSelectionModel().getSelectedIndices().stream().mapToInt(i -> i).toArray();
      getSelectionModel().clearSelection();
      return;
    }
    int gone = rowsBeforeDrop - getItems().size();
    select(IntStream.of(rowsSelected).map(row -> row - gone).filter(row -> row >= 0).toArray());
    rowsSelected = NO_ROWS;
    if (!model.followProperty().get()) {
      scrollAtLayout(Math.max(0, rowAtTop - gone));
    }
  }

  private void wrap(boolean wraps) {
    setFixedCellSize(wraps ? USE_COMPUTED_SIZE : ROW_HEIGHT);
    refresh();
  }

  /**
   * The selected lines stay so, and the line at the top, or the next that is shown, stays there.
   */
  private void refilteringChanged(boolean refilters) {
    if (refilters) {
      rememberLines();
      leavePlace();
      return;
    }
    JournalLine top = linesSelected.isEmpty() ? lineAtTop : linesSelected.getFirst();
    int row = top == null ? -1 : rowOf(top);
    int[] again = selectAgain();
    if (row >= 0 && !model.followProperty().get()) {
      scrollAtLayout(linesSelected.isEmpty() ? row : Math.max(0, row - ROWS_ABOVE));
    } else if (row >= 0 && again.length > 0) {
      model.followProperty().set(false);
      scrollAtLayout(Math.max(0, row - ROWS_ABOVE));
    }
  }

  /**
   * Where rows go above those in sight, JavaFX lays out at once what would be below the last, finds
   * that this can't be, and logs so. The place in sight is found again at layout.
   */
  private void leavePlace() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      userScrolls = false;
      flow.setPosition(0);
    }
  }

  /** Lines that are told of late move neither the selection nor what is in sight. */
  private void insertingChanged(boolean inserts) {
    if (inserts) {
      rememberLines();
      getSelectionModel().clearSelection();
      return;
    }
    int[] _ = selectAgain();
    JournalLine top = lineAtTop;
    if (top != null && !model.followProperty().get()) {
      scrollAtLayout(Math.max(0, rowOf(top)));
    }
  }

  private void rememberLines() {
    int top = firstVisibleRow();
    lineAtTop = top < getItems().size() ? getItems().get(top) : null;
    List<Integer> selected = getSelectionModel().getSelectedIndices();
    linesSelected = selected.size() <= MOST_KEPT ? selectedLines() : List.of();
  }

  /** Selects the same lines where they are now; their rows. */
  private int[] selectAgain() {
    int[] again = linesSelected.stream().mapToInt(this::exactRowOf).filter(r -> r >= 0).toArray();
    getSelectionModel().clearSelection();
    select(again);
    return again;
  }

  private int exactRowOf(JournalLine line) {
    int row = rowOf(line);
    return row >= 0 && getItems().get(row) == line ? row : -1;
  }

  /** The row of a line, or of the next after it; -1 where there is none. */
  private int rowOf(JournalLine line) {
    List<JournalLine> rows = getItems();
    int next = -1;
    for (int i = rows.size() - 1; i >= 0; i--) {
      JournalLine row = rows.get(i);
      if (row == line) {
        return i;
      }
      next = row.at().isBefore(line.at()) ? next : i;
    }
    return next;
  }

  private void select(int[] rows) {
    if (rows.length > 0) {
      getSelectionModel().selectIndices(rows[0], Arrays.copyOfRange(rows, 1, rows.length));
    }
  }

  /** Where the newest lines are followed. */
  private void scrollToEnd() {
    if (model.followProperty().get() && !getItems().isEmpty()) {
      scrollAtLayout(getItems().size() - 1);
    }
  }

  /** The skin learns of new rows after we do; at layout it knows them. */
  private void scrollAtLayout(int row) {
    rowToScrollTo = row;
    passesLeft = PASSES;
    requestLayout();
  }

  private void reveal(@Nullable Reveal wish) {
    if (wish == null) {
      return;
    }
    int first = wish.rows().getFirst();
    getSelectionModel().clearSelection();
    select(wish.rows().stream().mapToInt(row -> row).toArray());
    if (!isInSight(first) && !model.followProperty().get()) {
      scrollAtLayout(Math.max(0, first - ROWS_ABOVE));
    }
  }

  private boolean isInSight(int row) {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getLastVisibleCell() != null
        && row > flow.getFirstVisibleCell().getIndex()
        && row < flow.getLastVisibleCell().getIndex();
  }

  // Following

  @Override
  protected void layoutChildren() {
    scrollToWanted();
    super.layoutChildren();
    ScrollBar found = bar == null ? verticalBar() : null;
    if (found != null) {
      bar = found;
      found.valueProperty().addListener(_ -> scrolled(found));
    }
  }

  private void scrollToWanted() {
    boolean userWasFaster = userScrolls && passesLeft < PASSES;
    if (passesLeft == 0 || userWasFaster || rowToScrollTo >= getItems().size()) {
      passesLeft = 0;
      return;
    }
    scrollTo(rowToScrollTo);
    if (rowToScrollTo == getItems().size() - 1
        && lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      // To the end it does not go where it believes to be there already.
      flow.setPosition(1);
    }
    passesLeft--;
    if (passesLeft > 0) {
      new FxThread().frames().execute(this::requestLayout);
    }
  }

  private @Nullable ScrollBar verticalBar() {
    for (Node node : lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
        return found;
      }
    }
    return null;
  }

  private void scrolled(ScrollBar by) {
    if (userScrolls) {
      model.followProperty().set(by.getValue() >= by.getMax());
    }
  }

  private void mouse(boolean down) {
    mouseDown = down;
    userScrolls = true;
  }

  private void keyPressed(KeyEvent event) {
    userScrolls = true;
    if (event.getCode() == KeyCode.END) {
      model.followProperty().set(true);
    } else if (event.getCode() == KeyCode.HOME
        || event.getCode() == KeyCode.UP
        || event.getCode() == KeyCode.PAGE_UP) {
      boolean scrolls = bar != null && bar.isVisible();
      model.followProperty().set(model.followProperty().get() && !scrolls);
    }
  }
}
