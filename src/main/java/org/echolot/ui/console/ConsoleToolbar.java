package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.echolot.journal.JournalLine.Level;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Place;
import org.jspecify.annotations.Nullable;

/** Level, peer, find, follow, and what can be done with the lines. Wraps where it is narrow. */
final class ConsoleToolbar extends FlowPane {

  /** The width below which buttons are icons alone, with their words in the tooltip. */
  private static final double ROOM_FOR_WORDS = 1120;

  private final ConsoleModel model;

  ConsoleToolbar(ConsoleModel model, FindBar find, Actions actions) {
    this.model = model;
    getStyleClass().add("console-toolbar");
    Label title = new Label("Console");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    ButtonBase[] buttons =
        actions.offeredIn(Place.CONSOLE_BAR).stream()
            .map(action -> Controls.button(actions, action, Place.CONSOLE_BAR))
            .toArray(ButtonBase[]::new);
    for (ButtonBase button : buttons) {
      button.contentDisplayProperty().bind(widthProperty().map(ConsoleToolbar::display));
    }
    getChildren()
        .addAll(
            Controls.group(title, levels(), sources(), times(), fold(actions)),
            find,
            follow(),
            Controls.group(buttons));
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
        levels, "console-level", "Level of detail: info, debug, or trace with every PDU in hex");
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
    Controls.describe(times, "console-times", ConsoleAction.TIMES.look().tip());
    return times;
  }

  private static ButtonBase fold(Actions actions) {
    ButtonBase fold = Controls.button(actions, ConsoleAction.FOLD_ALL, Place.CONSOLE_CHOICES);
    Controls.describe(
        fold,
        "console-fold",
        "Folds each check into one line ("
            + ConsoleAction.FOLD_ALL.keyText()
            + "; left and right arrow for one)");
    return fold;
  }

  private CheckBox follow() {
    CheckBox follow = new CheckBox("follow");
    follow.selectedProperty().bindBidirectional(model.followProperty());
    Controls.describe(follow, "console-follow", ConsoleAction.FOLLOW.look().tip());
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
