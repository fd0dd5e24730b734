package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.text.Bidi;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.text.Escapes;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Place;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The edge of the drawer: opens and closes it, and has whose lines are shown and how deep. While it
 * is closed, the newest line stands in it.
 */
final class ConsoleToolbar extends HBox {

  private final ConsoleModel model;
  private static final char LEFT_TO_RIGHT = '\u200E';
  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private final Label last = new Label();

  ConsoleToolbar(ConsoleModel model, Actions actions) {
    this.model = model;
    getStyleClass().add("console-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    last.setId("console-last");
    last.getStyleClass().add("console-last");
    last.setMinWidth(0);
    HBox.setHgrow(last, Priority.ALWAYS);
    last.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(last.textProperty());
    last.setTooltip(whole);
    HBox scopes = segments(Scope.values(), model.scope().scopeProperty(), this::scope);
    HBox levels = segments(Level.values(), model.levelProperty(), this::level);
    getChildren().setAll(open(actions), scopes, last, levels, more(actions));
    model.drawerProperty().subscribe(_ -> showLast());
    model.rows().addListener((ListChangeListener<JournalLine>) _ -> showLast());
  }

  private Button open(Actions actions) {
    Button open = new Button("Console", new FontIcon(Feather.CHEVRON_UP));
    open.getStyleClass().addAll(Styles.FLAT, Styles.TEXT_BOLD);
    open.setOnAction(_ -> actions.perform(ConsoleAction.OPEN));
    open.setMinWidth(Region.USE_PREF_SIZE);
    Controls.describe(
        open,
        "console-toggle",
        "Opens or closes the console (" + ConsoleAction.OPEN.keyText() + ")");
    model
        .drawerProperty()
        .subscribe(
            drawer ->
                open.setGraphic(
                    new FontIcon(
                        drawer == Drawer.CLOSED ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN)));
    return open;
  }

  private MenuButton more(Actions actions) {
    MenuButton more = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));
    more.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
    more.getItems().setAll(actions.menuItems(Place.CONSOLE_MENU));
    Controls.describe(more, "console-more", "What else can be done with the lines");
    more.setMinWidth(Region.USE_PREF_SIZE);
    return more;
  }

  private void scope(Scope scope, ToggleButton button) {
    button.setText(scope.label());
    Controls.describe(
        button, "console-scope-" + scope.name().toLowerCase(Locale.ROOT), scope.tip());
  }

  private void level(Level level, ToggleButton button) {
    button.setText(
        switch (level) {
          case INFO -> "Info";
          case DEBUG -> "Debug";
          case TRACE -> "Trace";
        });
    Controls.describe(
        button,
        "console-level-" + level.name().toLowerCase(Locale.ROOT),
        switch (level) {
          case INFO -> "Shows what happened";
          case DEBUG -> "Shows the parameters of the association too";
          case TRACE -> "Shows every PDU in hex too";
        });
  }

  /** Names a button for a value. */
  @FunctionalInterface
  private interface Naming<T> {
    void name(T value, ToggleButton button);
  }

  /** Buttons of which one is chosen. */
  private static <T> HBox segments(T[] values, ObjectProperty<T> chosen, Naming<T> naming) {
    HBox box = new HBox();
    box.getStyleClass().add("segmented");
    box.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      ToggleButton button = new ToggleButton();
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.getStyleClass().add("segmented-button");
      naming.name(value, button);
      button.setToggleGroup(group);
      chosen.subscribe(now -> button.setSelected(Objects.equals(now, value)));
      // By the mouse, by the space bar, or by the arrows.
      button
          .selectedProperty()
          .subscribe(
              (_, selected) -> {
                if (selected) {
                  chosen.set(value);
                }
              });
      button.setOnAction(_ -> button.setSelected(Objects.equals(chosen.get(), value)));
      box.getChildren().add(button);
    }
    return box;
  }

  /** A name that is written from right to left must not turn the line round it. */
  private static String apart(String name) {
    return Bidi.requiresBidi(name.toCharArray(), 0, name.length())
        ? "" + LEFT_TO_RIGHT + FIRST_STRONG_ISOLATE + name + POP_ISOLATE + LEFT_TO_RIGHT
        : name;
  }

  private void showLast() {
    boolean closed = model.drawerProperty().get() == Drawer.CLOSED;
    last.getStyleClass().removeAll("tone-good", "tone-bad", "tone-warning");
    if (!closed || model.rows().isEmpty()) {
      last.setText("");
      return;
    }
    JournalLine line = model.rows().getLast();
    last.setText(
        model.time(line).strip()
            + "  "
            + apart(Escapes.oneLine(line.source().label()))
            + "  "
            + LineFormat.mark(line).strip()
            + " "
            + line.text());
    switch (line.tone()) {
      case GOOD -> last.getStyleClass().add("tone-good");
      case BAD -> last.getStyleClass().add("tone-bad");
      case WARNING -> last.getStyleClass().add("tone-warning");
      case PLAIN -> {}
    }
  }
}
