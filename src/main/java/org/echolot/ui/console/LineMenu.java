package org.echolot.ui.console;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.echolot.journal.JournalLine;
import org.jspecify.annotations.Nullable;

/** What can be done with the line at hand, its check and its peer. */
final class LineMenu extends ContextMenu {

  private final ConsoleModel model;
  private final ConsoleList list;
  private final MenuItem onlyPeer;
  private final MenuItem allPeers;
  private final MenuItem onlyCheck;
  private final MenuItem allChecks;
  private final MenuItem fold;
  private final MenuItem selectCheck;

  LineMenu(
      ConsoleModel model,
      ConsoleList list,
      ConsoleToolbar.Actions actions,
      KeyCombination copyKey) {
    this.model = model;
    this.list = list;
    ConsoleChecks checks = model.checks();
    onlyPeer = ofLine("Show only this peer", line -> show(new SourceChoice(line.source())));
    allPeers = item("Show all peers", () -> show(SourceChoice.ALL));
    onlyCheck = ofLine("Show only this check", checks::toggleOnly);
    allChecks = item("Show all checks", checks::showAll);
    fold =
        ofLine(
            "Fold this check",
            line -> checks.setFolded(line.conversationId(), !checks.isFolded(line.conversationId())));
    selectCheck = ofLine("Select the lines of this check", line -> checks.show(line.conversationId()));
    MenuItem copy = item("Copy", actions.copy());
    copy.setAccelerator(copyKey);
    getItems()
        .setAll(
            copy,
            item("Copy for ticket", actions.copyForTicket()),
            item("Select all", () -> list.getSelectionModel().selectAll()),
            new SeparatorMenuItem(),
            onlyCheck,
            allChecks,
            fold,
            selectCheck,
            new SeparatorMenuItem(),
            onlyPeer,
            allPeers,
            new SeparatorMenuItem(),
            item("Save…", actions.save()),
            item("Clear", model::clear));
    setOnShowing(_ -> adapt());
  }

  private @Nullable JournalLine current() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void adapt() {
    JournalLine line = current();
    boolean ofCheck = line != null && line.conversationId() != 0;
    long only = model.checks().onlyProperty().get();
    onlyPeer.setDisable(line == null);
    allPeers.setDisable(model.sourceProperty().get().equals(SourceChoice.ALL));
    onlyCheck.setDisable(!ofCheck || only != 0);
    allChecks.setDisable(only == 0);
    selectCheck.setDisable(!ofCheck);
    fold.setDisable(!ofCheck || only != 0);
    boolean folded = line != null && model.checks().isFolded(line.conversationId());
    fold.setText(folded ? "Unfold this check" : "Fold this check");
  }

  private void show(SourceChoice choice) {
    model.sourceProperty().set(choice);
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private MenuItem ofLine(String text, Consumer<JournalLine> action) {
    return item(
        text,
        () -> {
          JournalLine line = current();
          if (line != null) {
            action.accept(line);
          }
        });
  }
}
