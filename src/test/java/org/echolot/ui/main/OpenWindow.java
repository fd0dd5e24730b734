package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.faults.FaultLog;
import org.echolot.fleet.Fleet;
import org.echolot.history.HistoryStore;
import org.echolot.journal.Journal;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.secrets.SecretBook;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.ConsoleSettings;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.settings.Theme;
import org.echolot.settings.WindowBounds;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** The window with {@link DemoHospital} behind it, in a folder of its own. */
final class OpenWindow implements AutoCloseable {

  private static final int TIMEOUT_SECONDS = 120;

  private final Path folder;
  private final Stage stage;
  private final Services services;
  private final CountDownLatch closed;

  private OpenWindow(Path folder, Stage stage, Services services, CountDownLatch closed) {
    this.folder = folder;
    this.stage = stage;
    this.services = services;
    this.closed = closed;
  }

  static void startToolkit() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await();
    } catch (IllegalStateException _) {
      // It runs already.
    }
    Platform.setImplicitExit(false);
  }

  /**
   * Opens it, and waits until it shows the peers.
   *
   * @param level of the console, which is open; empty: closed
   * @param parallelism how many checks run at once
   */
  static OpenWindow open(
      List<Peer> peers, Theme theme, int width, int height, String level, int parallelism)
      throws Exception {
    return open(peers, theme, width, height, level, parallelism, new DemoHospital(), null);
  }

  /**
   * The same with a hospital of one's own.
   *
   * @param history what was found before; null: nothing
   */
  static OpenWindow open(
      List<Peer> peers,
      Theme theme,
      int width,
      int height,
      String level,
      int parallelism,
      DemoHospital hospital,
      @Nullable HistoryStore history)
      throws Exception {
    Path folder = Files.createTempDirectory("echolot-window");
    PeerStore store = new PeerStore(folder.resolve("peers.json"));
    PeerBook book = PeerBook.EMPTY;
    for (Peer peer : peers) {
      book = book.withAdded(peer);
    }
    store.saveAnyway(book);
    Settings settings =
        Settings.DEFAULT
            .with(new AppearanceSettings(theme))
            .with(new ListenerSettings(new AeTitle("ECHOLOT"), 11112, false, false))
            .with(
                Settings.DEFAULT.window().withBounds(new WindowBounds(0, 0, width, height, false)))
            .with(
                level.isEmpty()
                    ? ConsoleSettings.DEFAULT
                    : new ConsoleSettings(level, "LOCAL", "OPEN", "ALL", false));
    Journal journal = new Journal();
    ChosenEngine engine = new ChosenEngine(EchoEngines.of(hospital), "demo");
    SecretBook secrets = new SecretBook();
    Services services =
        new Services(
            journal,
            engine,
            new Fleet(engine, journal, parallelism),
            secrets,
            new TlsMaterials(secrets),
            store,
            new SettingsStore(folder.resolve("settings.json")),
            Threads.newSerial("disk"),
            Threads.newSerial("background"),
            new FaultLog(
                folder.resolve("faults.log"), UnaryOperator.identity(), InstantSource.system()),
            history);
    CountDownLatch closed = new CountDownLatch(1);
    Stage stage =
        callOnFx(
            () -> {
              Stage made = new Stage();
              new MainWindow(services, settings, made, closed::countDown).open();
              // Larger than the screen that there is without a display, if need be.
              made.setWidth(width);
              made.setHeight(height);
              made.requestFocus();
              return made;
            });
    OpenWindow window = new OpenWindow(folder, stage, services, closed);
    frames(10);
    await(() -> window.table().getItems().size() >= peers.size());
    return window;
  }

  Stage stage() {
    return stage;
  }

  Node node(String id) {
    return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
  }

  @SuppressWarnings("unchecked")
  TableView<ListRow> table() {
    return (TableView<ListRow>) node("peer-table");
  }

  /** Waits until no check waits or runs. */
  void awaitIdle() throws Exception {
    Node progress = callOnFx(() -> node("status-progress").getParent());
    await(() -> !progress.isVisible());
  }

  /** Whether all peers have a result. */
  boolean isAllChecked() {
    return table().getItems().stream()
        .filter(PeerRow.class::isInstance)
        .map(PeerRow.class::cast)
        .noneMatch(row -> row.lastResult() == null || row.isBusy());
  }

  static <T> T callOnFx(Callable<T> action) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(action.call());
          } catch (Throwable thrown) {
            done.completeExceptionally(thrown);
          }
        });
    return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  static void onFx(Runnable action) throws Exception {
    boolean _ =
        callOnFx(
            () -> {
              action.run();
              return true;
            });
  }

  static void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!callOnFx(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the window did not come to it");
      }
      frames(4);
    }
  }

  /** Waits until that many frames were drawn. */
  static void frames(int count) throws Exception {
    CountDownLatch frames = new CountDownLatch(count);
    onFx(
        () ->
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                  stop();
                }
              }
            }.start());
    boolean _ = frames.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Closes it, and deletes its folder once nobody writes there any more. */
  @Override
  public void close() {
    try {
      onFx(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
      boolean _ = closed.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      for (ExecutorService writes : List.of(services.disk(), services.background())) {
        writes.shutdown();
        boolean _ = writes.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
      delete(folder);
    } catch (Exception e) {
      throw new IllegalStateException("the window did not close", e);
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
