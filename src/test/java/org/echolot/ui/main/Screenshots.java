package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.echolot.check.run.ChosenEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.faults.FaultLog;
import org.echolot.fleet.Fleet;
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
import org.echolot.ui.peers.PeerRow;

/**
 * Makes pictures of the window, without a display: {@code Screenshots FOLDER}. Needs {@code
 * -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class Screenshots {

  private static final int TIMEOUT_SECONDS = 60;

  /**
   * One picture.
   *
   * @param scale of the screen, 1 for 100 %
   */
  record Shot(
      String name,
      Theme theme,
      int width,
      int height,
      double scale,
      List<Peer> peers,
      String act) {}

  private Screenshots() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    String only = args.length > 1 ? args[1] : "";
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    for (Shot shot : shots()) {
      if (shot.name().contains(only)) {
        take(shot, folder.resolve(shot.name() + ".png"));
      }
    }
    System.exit(0);
  }

  /** All pictures that there are. */
  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      String end = "-" + theme.name().toLowerCase(Locale.ROOT);
      List<Peer> demo = DemoHospital.peers();
      shots.add(new Shot("window" + end, theme, 1366, 768, 1, demo, "check"));
      shots.add(new Shot("ok" + end, theme, 1366, 768, 1, demo, "check-ok"));
      shots.add(new Shot("small" + end, theme, 1000, 650, 1, demo, "check"));
      shots.add(new Shot("console" + end, theme, 1366, 768, 1, demo, "check-console"));
      shots.add(new Shot("large" + end, theme, 1600, 1000, 1, demo, "check"));
      shots.add(new Shot("empty" + end, theme, 1000, 650, 1, List.of(), ""));
      shots.add(new Shot("new" + end, theme, 1366, 768, 1, demo, ""));
      shots.add(new Shot("many" + end, theme, 1366, 768, 1, DemoHospital.many(500), "check"));
      shots.add(new Shot("names" + end, theme, 1000, 650, 1, longNames(), "check"));
    }
    return shots;
  }

  private static List<Peer> longNames() {
    return List.of(
        DemoHospital.peer(
            "Main PACS of the radiology department in the old building 0",
            "MAIN_PACS_ARCHIV",
            "main-pacs-archive-01.radiology.klinik.example.org",
            11112,
            "Archives",
            true),
        DemoHospital.peer("Röntgen Ärztehaus Süd", "ROENTGEN", "10.1.2.3", 104, "Röntgen", false),
        DemoHospital.peer("放射科中央影像归档服务器", "PACS_CN", "10.1.2.4", 104, "放射科", false),
        DemoHospital.peer("أرشيف الأشعة المركزي", "PACS_AR", "10.1.2.5", 104, "أشعة", true),
        DemoHospital.peer("ארכיון ראשי", "PACS_HE", "2001:db8::17:4", 104, "אשעה", false));
  }

  static void take(Shot shot, Path file) throws Exception {
    WritableImage image = picture(shot);
    Png.write(image, file);
    System.out.println(file);
  }

  /** Opens the window as {@code shot} says, and closes it again. */
  static WritableImage picture(Shot shot) throws Exception {
    Path folder = Files.createTempDirectory("screenshots");
    PeerStore store = new PeerStore(folder.resolve("peers.json"));
    PeerBook book = PeerBook.EMPTY;
    for (Peer peer : shot.peers()) {
      book = book.withAdded(peer);
    }
    store.saveAnyway(book);
    Settings settings =
        Settings.DEFAULT
            .with(new AppearanceSettings(shot.theme()))
            .with(new ListenerSettings(new AeTitle("ECHOLOT"), 11112, false, false));
    if (shot.act().endsWith("console")) {
      settings = settings.with(new ConsoleSettings("INFO", "LOCAL", "OPEN", "ALL", false));
    }
    settings =
        settings.with(
            settings
                .window()
                .withBounds(new WindowBounds(0, 0, shot.width(), shot.height(), false)));
    Journal journal = new Journal();
    ChosenEngine engine = new ChosenEngine(EchoEngines.of(new DemoHospital()), "demo");
    SecretBook secrets = new SecretBook();
    Services services =
        new Services(
            journal,
            engine,
            new Fleet(engine, journal, 4),
            secrets,
            new TlsMaterials(secrets),
            store,
            new SettingsStore(folder.resolve("settings.json")),
            Threads.newSerial("disk"),
            Threads.newSerial("background"),
            new FaultLog(
                folder.resolve("faults.log"), UnaryOperator.identity(), InstantSource.system()));
    CountDownLatch closed = new CountDownLatch(1);
    Settings last = settings;
    Stage stage =
        onFx(
            () -> {
              Stage made = new Stage();
              new MainWindow(services, last, made, closed::countDown).open();
              made.requestFocus();
              return made;
            });
    frames(10);
    TableView<?> table = (TableView<?>) stage.getScene().lookup("#peer-table");
    await(() -> table.getItems().size() >= shot.peers().size());
    if (shot.act().startsWith("check")) {
      // Several times, for the courses of the echo times.
      for (int i = 0; i < 4; i++) {
        onFx(() -> stage.getScene().lookup("#tool-echo-all"));
        onFx(
            () -> {
              ((javafx.scene.control.ButtonBase) stage.getScene().lookup("#tool-echo-all")).fire();
              return true;
            });
        await(
            () ->
                table.getItems().stream()
                    .filter(PeerRow.class::isInstance)
                    .map(PeerRow.class::cast)
                    .noneMatch(
                        row ->
                            row.lastResult() == null
                                || row.status() == PeerRow.Status.WAITING
                                || row.status() == PeerRow.Status.RUNNING));
        frames(5);
      }
      if (shot.act().equals("check-ok")) {
        onFx(
            () -> {
              table.getSelectionModel().clearAndSelect(2);
              return true;
            });
      }
    }
    frames(20);
    WritableImage image =
        onFx(
            () -> {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(Transform.scale(shot.scale(), shot.scale()));
              Node root = stage.getScene().getRoot();
              return root.snapshot(parameters, null);
            });
    onFx(
        () -> {
          stage.fireEvent(
              new javafx.stage.WindowEvent(stage, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST));
          return true;
        });
    boolean _ = closed.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    services.disk().shutdown();
    services.background().shutdown();
    return image;
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
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

  private static void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (!onFx(condition::getAsBoolean)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("the window did not come to it");
      }
      frames(2);
    }
  }

  private static void frames(int count) throws Exception {
    CountDownLatch frames = new CountDownLatch(count);
    onFx(
        () -> {
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              frames.countDown();
              if (frames.getCount() == 0) {
                stop();
              }
            }
          }.start();
          return true;
        });
    boolean _ = frames.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
