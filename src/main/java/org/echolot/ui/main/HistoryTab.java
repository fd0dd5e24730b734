package org.echolot.ui.main;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tab;
import javafx.util.Subscription;
import org.echolot.concurrent.Threads;
import org.echolot.history.HistoryStore;
import org.echolot.ui.Dialogs;
import org.echolot.ui.history.HistoryExport;
import org.echolot.ui.history.HistoryModel;
import org.echolot.ui.history.HistoryPane;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.result.ResultPane;
import org.jspecify.annotations.Nullable;

/** The tab with the history of the selected peer, which is loaded while it is looked at. */
final class HistoryTab {

  private final HistoryStore store;
  private final HistoryModel model;
  private final Executor frames;
  private final Tab tab;
  private Subscription toRow = Subscription.EMPTY;
  private @Nullable PeerRow followed;

  private HistoryTab(HistoryStore store, HistoryModel model, Executor frames, Tab tab) {
    this.store = store;
    this.model = model;
    this.frames = frames;
    this.tab = tab;
  }

  /**
   * Adds it to the result.
   *
   * @param shown the selected peer; null for none
   */
  static void add(
      HistoryStore store,
      ResultPane result,
      ObservableValue<@Nullable PeerRow> shown,
      WindowModels models,
      Dialogs dialogs) {
    // A thread of the platform: SQLite keeps it while it reads.
    Executor background = Threads.newScheduler("history reader");
    HistoryModel model =
        new HistoryModel(store.reader(), background, models.frames, InstantSource.system());
    HistoryExport export =
        new HistoryExport(
            store.reader(),
            background,
            text -> models.frames.execute(() -> models.message.say(text)),
            (text, file) -> models.frames.execute(() -> models.message.say(text, file)));
    HistoryPane pane =
        new HistoryPane(
            model,
            export,
            models.peers::rows,
            kind ->
                dialogs.askSaveTarget("Save the history", kind.proposed(), List.of(kind.filter())));
    HistoryTab history =
        new HistoryTab(store, model, models.frames, result.addTab("History", pane));
    history.tab.setId("history-tab");
    shown.subscribe(history::follow);
    models.calls.keptProperty().subscribe((_, _) -> history.refreshSoon());
    history.tab.selectedProperty().subscribe((_, _) -> history.show());
  }

  private void follow(@Nullable PeerRow row) {
    followed = row;
    toRow.unsubscribe();
    toRow =
        row == null
            ? Subscription.EMPTY
            : row.lastResultProperty().subscribe((_, _) -> refreshSoon());
    show();
  }

  private void show() {
    PeerRow row = followed;
    model.show(row != null && tab.isSelected() ? row.id() : null);
  }

  /** When the result is in the database. */
  private void refreshSoon() {
    if (tab.isSelected()) {
      var _ = store.flush().whenCompleteAsync((_, _) -> model.refresh(), frames);
    }
  }
}
