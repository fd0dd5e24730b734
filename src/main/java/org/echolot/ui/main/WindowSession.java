package org.echolot.ui.main;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.history.HistoryStore;
import org.echolot.settings.Settings;
import org.echolot.ui.Dialogs;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.FxThread;
import org.echolot.ui.Icons;
import org.echolot.ui.peers.PastCheck;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.watch.WatchModel;

/**
 * How the window begins and ends: what is put as it was, read and started; what is stopped and
 * saved. To be used on the FX thread.
 */
final class WindowSession {

  /** How long the last saves may take when the window is closed. */
  private static final int PATIENCE_SECONDS = 5;

  /** How long the window may wait for its list, before it is shown without. */
  private static final Duration PATIENCE_BEFORE_SHOWN = Duration.ofMillis(300);

  private final Stage stage;
  private final Services services;
  private final WindowModels models;
  private final PeerTable table;
  private final SplitMemory splits;
  private final Settings settings;
  private final Runnable whenClosed;
  private final WindowMemory memory;
  private volatile boolean closing;
  private List<PeerRow> selectedBefore = List.of();

  /**
   * @param settings how the window stands at first
   * @param whenClosed called, by any thread, when the window was closed and all is saved
   */
  WindowSession(
      Stage stage,
      Services services,
      WindowModels models,
      PeerTable table,
      SplitMemory splits,
      Settings settings,
      Runnable whenClosed) {
    this.stage = stage;
    this.services = services;
    this.models = models;
    this.table = table;
    this.splits = splits;
    this.settings = settings;
    this.whenClosed = whenClosed;
    this.memory = new WindowMemory(stage, table, models.console);
  }

  /** Shows the window, reads the peers and starts to listen. */
  void open() {
    memory.restore(settings);
    new FileQuestions(settings.window().lastFolder()).serve(stage);
    stage.setOnCloseRequest(
        request -> {
          if (mayClose()) {
            close();
          } else {
            request.consume();
          }
        });
    models.peers.load(PATIENCE_BEFORE_SHOWN);
    models.peers.loadedProperty().subscribe(this::keepSelection);
    stage.show();
    afterFirstPicture(() -> stage.getIcons().setAll(Icons.ofWindow()));
    splits.restore(stage.getScene(), settings);
    if (settings.listener().startsWithWindow()) {
      models.builtIn.startUnasked();
    }
    table.requestFocus();
  }

  /** What need not be on the first picture would only delay it. */
  void afterFirstPicture(Runnable action) {
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            new FxThread().execute(action);
          }
        });
  }

  /** A list that is read again keeps its selection; a new one has its first peer selected. */
  private void keepSelection(boolean loaded) {
    if (!loaded) {
      selectedBefore = table.selectedRows();
      return;
    }
    loadBefore();
    List<PeerRow> still = selectedBefore.stream().filter(table.getItems()::contains).toList();
    if (still.isEmpty()) {
      table.getSelectionModel().clearSelection();
      table.selectFirst();
    } else {
      table.select(still);
    }
  }

  /** What is known from before comes from the disk, and may take a moment. */
  private void loadBefore() {
    services
        .background()
        .execute(
            () -> {
              var known = services.recentResults().recent(PastCheck.MOST);
              models.frames.execute(() -> models.peers.showBefore(known));
              List<WatchEvent> events = eventsBefore();
              models.frames.execute(() -> models.watch.showBefore(events));
            });
    models.dayAgo.look();
  }

  private List<WatchEvent> eventsBefore() {
    HistoryStore history = services.history();
    return history == null
        ? List.of()
        : history.reader().events(Instant.EPOCH, WatchModel.MOST_EVENTS).stream()
            .flatMap(kept -> WatchEvent.of(kept).stream())
            .toList();
  }

  /** A change that could not be saved would be lost. */
  private boolean mayClose() {
    return !models.peers.file().hasUnsavedChange()
        || new Dialogs(stage).confirmLoss("Close without saving");
  }

  /** Whether it was closed, or is being so. For use by any thread. */
  boolean isClosing() {
    return closing;
  }

  /** Stops what runs, keeps how the window stood, and says so when all of it is done. */
  void close() {
    closing = true;
    Settings last = end();
    stage.hide();
    var _ =
        Threads.tellingFault(CompletableFuture.runAsync(() -> save(last), services.disk()))
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete((_, _) -> whenClosed.run());
  }

  /**
   * Makes room in the same window for another list: stops what runs, and keeps how the window
   * stood.
   *
   * @return how it stood
   */
  Settings makeRoom() {
    Settings last = end();
    services.disk().execute(() -> save(last));
    return last;
  }

  private Settings end() {
    models.regularly.unsubscribe();
    models.watch.close();
    models.theming.close();
    models.titles.close();
    models.checks.stop();
    models.listener.stop();
    models.doomedHistories.carryOut(models.peers.book());
    Settings kept = models.chosen.over(memory.kept(splits.addTo(settings)));
    Settings last = kept.with(kept.window().withLastFolder(FileQuestions.of(stage).lastFolder()));
    services.journal().removeReader(models.console);
    return last;
  }

  private void save(Settings last) {
    try {
      services.settingsStore().save(last);
    } catch (IOException e) {
      // The console is closed; whoever started the window from a terminal may read it.
      System.err.println("The settings were not saved: " + e.getMessage());
    }
  }
}
