package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Place;

/** The text to find, which hit of how many is shown, and the way to the others. */
final class FindBar extends HBox {

  private final Finder finder;

  FindBar(Finder finder, FindField field, Actions actions) {
    this.finder = finder;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            field,
            hits(),
            Controls.button(actions, ConsoleAction.FIND_PREVIOUS, Place.FIND_BAR),
            Controls.button(actions, ConsoleAction.FIND_NEXT, Place.FIND_BAR));
  }

  private Label hits() {
    Label hits = new Label();
    hits.setId("console-hits");
    hits.getStyleClass().addAll("hits", Styles.TEXT_MUTED);
    Runnable show = () -> hits.setText(hitsText());
    finder.textProperty().subscribe(show);
    finder.countProperty().subscribe(show);
    finder.numberProperty().subscribe(show);
    finder.searchingProperty().subscribe(show);
    hits.visibleProperty().bind(finder.textProperty().isNotEmpty());
    hits.managedProperty().bind(hits.visibleProperty());
    return hits;
  }

  private String hitsText() {
    String more = finder.searchingProperty().get() ? "…" : "";
    if (finder.count() == 0) {
      return more.isEmpty() ? "none" : more;
    }
    return finder.number() == 0
        ? String.format(Locale.ROOT, "%,d found%s", finder.count(), more)
        : String.format(Locale.ROOT, "%,d of %,d%s", finder.number(), finder.count(), more);
  }
}
