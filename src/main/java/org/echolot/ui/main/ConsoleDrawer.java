package org.echolot.ui.main;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.echolot.journal.LineSource;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.console.Drawer;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/**
 * Gives the console its room: an edge below the list, the lower part of the window, or all of it.
 * To be used on the FX thread.
 */
final class ConsoleDrawer {

  private final SplitPane split;
  private final Node upper;
  private final ConsolePane console;
  private final VBox below;
  private final SplitMemory memory;
  private Subscription toRow = Subscription.EMPTY;

  /**
   * @param split has both, one above the other
   * @param below the edge of a closed drawer goes here, as the first
   */
  ConsoleDrawer(SplitPane split, Node upper, ConsolePane console, VBox below, SplitMemory memory) {
    this.split = split;
    this.upper = upper;
    this.console = console;
    this.below = below;
    this.memory = memory;
  }

  /**
   * Begins.
   *
   * @param selected the peer that the console is tied to; null for none
   */
  void begin(ConsoleModel model, ObservableValue<@Nullable PeerRow> selected) {
    model.drawerProperty().subscribe(this::show);
    selected.subscribe(row -> follow(model, row));
  }

  private void follow(ConsoleModel model, @Nullable PeerRow row) {
    toRow.unsubscribe();
    toRow = Subscription.EMPTY;
    tell(model, row);
    if (row != null) {
      toRow = row.statusProperty().subscribe((_, _) -> tell(model, row));
    }
  }

  private static void tell(ConsoleModel model, @Nullable PeerRow row) {
    model
        .scope()
        .follow(
            row == null ? null : new LineSource.OfPeer(row.id(), row.peer().name()),
            row == null ? 0 : row.conversationId());
  }

  private void show(Drawer drawer) {
    if (split.getItems().size() > 1) {
      memory.consoleCloses();
    }
    split.getItems().clear();
    below.getChildren().remove(console);
    switch (drawer) {
      case CLOSED -> {
        below.getChildren().addFirst(console);
        split.getItems().setAll(List.of(upper));
      }
      case OPEN -> {
        split.getItems().setAll(List.of(upper, console));
        memory.reopenConsole();
      }
      case WHOLE -> split.getItems().setAll(List.of(console));
    }
  }
}
