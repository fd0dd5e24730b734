package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.echolot.journal.JournalLine.Level;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Level, peer, find, follow, and what can be done with the lines. Wraps where it is narrow. */
final class ConsoleToolbar extends FlowPane {

  /** What the buttons do beside the model's own commands. */
  record Actions(Runnable copy, Runnable copyForTicket, Runnable save) {}

  /** The width below which buttons are icons alone, with their words in the tooltip. */
  private static final double ROOM_FOR_WORDS = 1120;

  private final ConsoleModel model;

  ConsoleToolbar(ConsoleModel model, FindBar find, Actions actions) {
    this.model = model;
    getStyleClass().add("console-toolbar");
    Label title = new Label("Console");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Button copy =
        Controls.button(
            "console-copy",
            "Copy",
            Feather.COPY,
            "Copy the selected lines, or all that are shown (Ctrl+C)",
            actions.copy());
    Button ticket =
        Controls.button(
            "console-copy-ticket",
            "Copy for ticket",
            Feather.CLIPBOARD,
            "Copy what to write in the ticket",
            actions.copyForTicket());
    Button save =
        Controls.button(
            "console-save",
            "Save…",
            Feather.SAVE,
            "Save the lines that are shown to a text file",
            actions.save());
    Button clear =
        Controls.button(
            "console-clear", "Clear", Feather.TRASH_2, "Forget all lines", model::clear);
    for (Button button : List.of(copy, ticket, save, clear)) {
      button.contentDisplayProperty().bind(widthProperty().map(ConsoleToolbar::display));
    }
    getChildren()
        .addAll(
            Controls.group(title, levels(), sources(), times(), fold()),
            find,
            follow(),
            Controls.group(copy, ticket, save, clear));
    save.disableProperty()
        .bind(model.saving().progressProperty().map(done -> done.doubleValue() != LogSave.IDLE));
  }

  private static ContentDisplay display(Number width) {
    return width.doubleValue() < ROOM_FOR_WORDS ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
  }

  private ComboBox<Level> levels() {
    ComboBox<Level> levels = new ComboBox<>();
    levels.getItems().setAll(Level.values());
    levels.setConverter(shownAs(ConsoleToolbar::label));
    levels.valueProperty().bindBidirectional(model.levelProperty());
    Controls.describe(
        levels, "console-level", "Level of detail: info, debug, or trace with each PDU in hex");
    return levels;
  }

  private static String label(Level level) {
    return switch (level) {
      case INFO -> "Info";
      case DEBUG -> "Debug";
      case TRACE -> "Trace";
    };
  }

  private ComboBox<SourceChoice> sources() {
    ComboBox<SourceChoice> sources = new ComboBox<>(model.sources());
    sources.setConverter(shownAs(SourceChoice::label));
    sources.setVisibleRowCount(20);
    sources.valueProperty().bindBidirectional(model.sourceProperty());
    Controls.describe(sources, "console-peer", "Show the lines of all peers, or of one");
    return sources;
  }

  private ComboBox<TimeStyle> times() {
    ComboBox<TimeStyle> times = new ComboBox<>();
    times.getItems().setAll(TimeStyle.values());
    times.setConverter(shownAs(TimeStyle::label));
    times.valueProperty().bindBidirectional(model.timesProperty());
    Controls.describe(
        times, "console-times", "Times of lines: local, UTC, or since the line's check began");
    return times;
  }

  private ToggleButton fold() {
    ToggleButton fold = new ToggleButton("", new FontIcon(Feather.MINIMIZE_2));
    fold.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    fold.selectedProperty().bindBidirectional(model.checks().foldsAllProperty());
    Controls.describe(
        fold, "console-fold", "Fold each check into one line (F8; left and right arrow for one)");
    return fold;
  }

  private CheckBox follow() {
    CheckBox follow = new CheckBox("follow");
    follow.selectedProperty().bindBidirectional(model.followProperty());
    Controls.describe(follow, "console-follow", "Stay at the newest line; scrolling up ends it");
    return follow;
  }

  private static <T> StringConverter<T> shownAs(Function<T, String> label) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : label.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("not editable");
      }
    };
  }
}
