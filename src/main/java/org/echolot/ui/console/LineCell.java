package org.echolot.ui.console;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.echolot.journal.Escapes;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineFormat;
import org.jspecify.annotations.Nullable;

/** A line in the console: time, peer, mark and text. What is cut is in the tooltip. */
final class LineCell extends ListCell<JournalLine> {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
  private static final PseudoClass DEBUG = PseudoClass.getPseudoClass("debug");
  private static final PseudoClass TRACE = PseudoClass.getPseudoClass("trace");
  private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

  /** The width of a list from which on the peer's name has all its room. */
  private static final double WIDE = 1000;

  private static final double SOURCE_WIDTH = 130;
  private static final double SOURCE_WIDTH_IN_NARROW_LIST = 70;

  private final Finder finder;
  private final Label time = label("time");
  private final Label source = label("source");
  private final Label mark = label("mark");
  private final Label text = label("text");

  /** Held only while a line is shown, or the finder would keep every cell there ever was. */
  private Subscription toFinder = Subscription.EMPTY;

  private final HBox columns = new HBox(time, source, mark, text);

  LineCell(ConsoleList list, Finder finder) {
    this.finder = finder;
    setPrefWidth(0);
    columns.setAlignment(Pos.CENTER_LEFT);
    time.setMinWidth(Region.USE_PREF_SIZE);
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
    tellWhatIsCut(source);
    tellWhatIsCut(text);
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }

  private static void tellWhatIsCut(Label label) {
    label.textTruncatedProperty().subscribe(cut -> label.setTooltip(cut ? tooltip(label) : null));
  }

  private static Tooltip tooltip(Label label) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(label.textProperty());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(600);
    tooltip.setShowDelay(Duration.millis(400));
    tooltip.setShowDuration(Duration.INDEFINITE);
    return tooltip;
  }

  @Override
  protected void updateItem(@Nullable JournalLine line, boolean empty) {
    super.updateItem(line, empty);
    toFinder.unsubscribe();
    toFinder = Subscription.EMPTY;
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    time.setText(LineFormat.time(line));
    source.setText(Escapes.oneLine(line.source()));
    mark.setText(LineFormat.mark(line).strip());
    text.setText(line.text());
    pseudoClassStateChanged(GOOD, line.tone() == Tone.GOOD);
    pseudoClassStateChanged(WARNING, line.tone() == Tone.WARNING);
    pseudoClassStateChanged(BAD, line.tone() == Tone.BAD);
    pseudoClassStateChanged(DEBUG, line.level() == Level.DEBUG);
    pseudoClassStateChanged(TRACE, line.level() == Level.TRACE);
    toFinder =
        finder.textProperty().subscribe(_ -> pseudoClassStateChanged(HIT, finder.matches(line)));
    setAccessibleText(spoken(line));
    setGraphic(columns);
  }

  private static String spoken(JournalLine line) {
    String tone =
        line.tone() == Tone.PLAIN ? "" : line.tone().name().toLowerCase(Locale.ROOT) + ": ";
    return tone + line.source() + ": " + line.text() + ", at " + LineFormat.time(line);
  }
}
