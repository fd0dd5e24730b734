package org.echolot.ui.console;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import org.echolot.journal.JournalLine;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Tells that lines have come below what is in sight, and goes there. */
final class NewLines extends Button {

  private final ConsoleModel model;
  private long count;

  NewLines(ConsoleModel model) {
    this.model = model;
    setId("console-new-lines");
    getStyleClass().addAll("accent", "new-lines");
    setGraphic(new FontIcon(Feather.ARROW_DOWN));
    setOnAction(_ -> model.followProperty().set(true));
    setAccessibleText("New lines below; goes to the newest");
    setVisible(false);
    model.followProperty().subscribe(_ -> begin());
    model.levelProperty().subscribe(_ -> begin());
    model.sourceProperty().subscribe(_ -> begin());
    model.rows().addListener((ListChangeListener<JournalLine>) this::changed);
  }

  private void begin() {
    count = 0;
    show();
  }

  private void changed(ListChangeListener.Change<? extends JournalLine> change) {
    while (change.next()) {
      if (change.wasAdded() && !change.wasRemoved()) {
        count += change.getAddedSize();
      }
    }
    show();
  }

  private void show() {
    boolean shown = count > 0 && !model.followProperty().get();
    if (shown) {
      setText(String.format(Locale.ROOT, "%,d new %s", count, count == 1 ? "line" : "lines"));
      setAccessibleText(getText() + " below; goes to the newest");
    }
    setVisible(shown);
  }
}
