package org.echolot.ui.console;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineFormat;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * A line in the console: time, fold, peer, check, mark and text. Where any of it is cut, all of it
 * is in the tooltip.
 */
final class LineCell extends ListCell<JournalLine> {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass DEBUG = PseudoClass.getPseudoClass("debug");
  private static final PseudoClass TRACE = PseudoClass.getPseudoClass("trace");

  /** The width of a list from which on the peer's name has all its room. */
  private static final double WIDE = 1000;

  private static final double SOURCE_WIDTH = 130;
  private static final double SOURCE_WIDTH_IN_NARROW_LIST = 70;

  private static final double TOOLTIP_WIDTH = 640;

  private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");

  private final ConsoleModel model;
  private final Label time = label("time");
  private final Label fold = label("fold");
  private final MarkedLabel source;
  private final Label check = label("check");
  private final Label mark = label("mark");
  private final MarkedLabel text;

  /** What is cut, in a tooltip. */
  private final Tooltip whole = new Tooltip();

  /** Held only while a line is shown, or the model would keep every cell there ever was. */
  private Subscription toModel = Subscription.EMPTY;

  private final HBox columns;

  LineCell(ConsoleList list, ConsoleModel model) {
    this.model = model;
    Finder finder = model.finder();
    source = new MarkedLabel("source", finder);
    text = new MarkedLabel("text", finder);
    columns = new HBox(time, fold, source, check, mark, text);
    setPrefWidth(0);
    columns.setAlignment(Pos.CENTER_LEFT);
    time.setMinWidth(Region.USE_PREF_SIZE);
    fold.setMinWidth(Region.USE_PREF_SIZE);
    check.setMinWidth(Region.USE_PREF_SIZE);
    fold.setOnMouseClicked(event -> withLine(event, this::toggleFold));
    check.setOnMouseClicked(event -> withLine(event, model.checks()::toggleOnly));
    source
        .prefWidthProperty()
        .bind(
            list.widthProperty()
                .map(w -> w.doubleValue() < WIDE ? SOURCE_WIDTH_IN_NARROW_LIST : SOURCE_WIDTH));
    source.setMinWidth(Region.USE_PREF_SIZE);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    whole.setWrapText(true);
    whole.setMaxWidth(TOOLTIP_WIDTH);
    whole.setShowDelay(Duration.millis(400));
    whole.setShowDuration(Duration.INDEFINITE);
    whole.setOnShowing(_ -> whole.setText(inFull()));
    source.textTruncatedProperty().subscribe(_ -> tellWhatIsCut());
    text.textTruncatedProperty().subscribe(_ -> tellWhatIsCut());
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }

  private void tellWhatIsCut() {
    setTooltip(source.isTextTruncated() || text.isTextTruncated() ? whole : null);
  }

  /** The line as it is copied. */
  private String inFull() {
    JournalLine line = getItem();
    return line == null
        ? ""
        : String.join("  ", model.time(line).strip(), source.getText(), mark.getText())
                .stripTrailing()
            + " "
            + text.getText();
  }

  private void withLine(MouseEvent event, Consumer<JournalLine> action) {
    JournalLine line = getItem();
    if (line != null && event.getButton() == MouseButton.PRIMARY) {
      action.accept(line);
    }
  }

  private void toggleFold(JournalLine line) {
    Fold found = model.checks().foldAt(line);
    if (found != null) {
      model.checks().setFolded(line.conversationId(), !found.folded());
    }
  }

  @Override
  protected void updateItem(@Nullable JournalLine line, boolean empty) {
    super.updateItem(line, empty);
    toModel.unsubscribe();
    toModel = Subscription.EMPTY;
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    source.setText(Escapes.oneLine(line.source().label()));
    check.setText(line.conversationId() == 0 ? "" : "#" + line.conversationId());
    toModel =
        Subscription.combine(
            model.finder().textProperty().subscribe(this::markHits),
            model.wrapsProperty().subscribe(this::wrap),
            model.timesProperty().subscribe(_ -> show(line)),
            model.checks().changesProperty().subscribe(_ -> show(line)));
    setGraphic(columns);
  }

  private void markHits() {
    source.markAgain();
    text.markAgain();
  }

  private void wrap(boolean wraps) {
    text.setWrapText(wraps);
    text.setMinHeight(wraps ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
    columns.setAlignment(wraps ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
  }

  /** A cell would ask its columns how high they are without saying how much room they have. */
  @Override
  protected double computePrefHeight(double width) {
    if (isEmpty() || !text.isWrapText()) {
      return super.computePrefHeight(width);
    }
    double room = width < 0 ? getWidth() : width;
    return snappedTopInset()
        + columns.prefHeight(Math.max(0, room - snappedLeftInset() - snappedRightInset()))
        + snappedBottomInset();
  }

  /** Shows the line, or the whole check that it stands for. */
  private void show(JournalLine line) {
    Fold found = model.checks().foldAt(line);
    Fold folded = found != null && found.folded() ? found : null;
    JournalLine shown = folded == null ? line : folded.verdict();
    time.setText(model.time(line));
    fold.setText(found == null ? "" : folded == null ? "▾" : "▸");
    mark.setText(LineFormat.mark(shown).strip());
    text.setText(folded == null ? shown.text() : shown.text() + count(folded));
    pseudoClassStateChanged(GOOD, shown.tone() == Tone.GOOD);
    pseudoClassStateChanged(WARNING, shown.tone() == Tone.WARNING);
    pseudoClassStateChanged(BAD, shown.tone() == Tone.BAD);
    pseudoClassStateChanged(DEBUG, shown.level() == Level.DEBUG);
    pseudoClassStateChanged(TRACE, shown.level() == Level.TRACE);
    pseudoClassStateChanged(FOLDED, folded != null);
    setAccessibleText(spoken(line, shown, found));
  }

  private static String count(Fold folded) {
    return String.format(Locale.ROOT, "  · %,d lines", folded.lines());
  }

  private String spoken(JournalLine line, JournalLine shown, @Nullable Fold found) {
    String tone =
        shown.tone() == Tone.PLAIN ? "" : shown.tone().name().toLowerCase(Locale.ROOT) + ": ";
    String folds =
        found == null
            ? ""
            : found.folded()
                ? ", folded, " + found.lines() + " lines, the right arrow unfolds them"
                : ", first of " + found.lines() + " lines, the left arrow folds them";
    String number =
        line.conversationId() == 0 ? "" : ", " + ConsoleChecks.nameOf(line).replace("#", "");
    return tone
        + line.source().label()
        + ": "
        + shown.text()
        + ", at "
        + model.time(line).strip()
        + number
        + folds;
  }
}
