package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The text to find, which hit of how many is shown, and the way to the others. */
final class FindBar extends HBox {

  private final Finder finder;
  private final ConsoleList list;
  private final TextField field = new TextField();

  FindBar(Finder finder, ConsoleList list) {
    this.finder = finder;
    this.list = list;
    getStyleClass().add("group");
    setAlignment(Pos.CENTER_LEFT);
    field.setPromptText("find…");
    Controls.describe(
        field, "console-find", "Find in the lines shown (Ctrl+Shift+F; F3 and Shift+F3 go on)");
    field.textProperty().subscribe((_, text) -> finder.find(text, list.currentRow()));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    Button previous =
        Controls.button(
            "console-previous",
            "",
            Feather.CHEVRON_UP,
            "Previous hit (Shift+F3)",
            this::findPrevious);
    Button next =
        Controls.button("console-next", "", Feather.CHEVRON_DOWN, "Next hit (F3)", this::findNext);
    previous.disableProperty().bind(finder.countProperty().isEqualTo(0));
    next.disableProperty().bind(finder.countProperty().isEqualTo(0));
    getChildren().addAll(field, hits(), previous, next);
  }

  void focusField() {
    field.requestFocus();
    field.selectAll();
  }

  void findNext() {
    finder.next(list.currentRow());
  }

  void findPrevious() {
    finder.previous(list.currentRow());
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        findPrevious();
      } else {
        findNext();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      field.clear();
      list.requestFocus();
      event.consume();
    }
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
