package org.echolot.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.echolot.check.CheckRequest;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.report.SiteHtml;
import org.echolot.report.SiteReport;
import org.echolot.settings.Theme;

/**
 * Makes pictures of the window, without a display. Needs {@code -Dglass.platform=Headless
 * -Dprism.order=sw}.
 */
public final class Screenshots {

  private static final int CHECKS = 4;

  private static final String DIALOG = "check-dialog-";

  /** Those of the documentation. */
  static final List<String> DOCUMENTED =
      List.of(
          "window-light",
          "window-dark",
          "console-light",
          "several-light",
          "edit-light",
          "compact-light",
          "contrast-contrast",
          "live-light",
          "history-light");

  /** The history that the pictures show: a check each quarter of an hour. */
  private static final Duration BETWEEN = Duration.ofMinutes(15);

  private static final int DAYS = 7;

  /**
   * One picture.
   *
   * @param scale of the screen, 1 for 100 %
   */
  record Shot(
      String name, Theme theme, int width, int height, double scale, List<Peer> peers, String act) {

    /** Whether it is in the documentation. */
    boolean isDocumented() {
      return DOCUMENTED.contains(name);
    }
  }

  /** The items of the menu that open a window of their own. */
  private static final List<String> DIALOGS =
      List.of(
          "add",
          "edit",
          "import-orthanc",
          "export",
          "locations",
          "preferences",
          "probe",
          "reverse",
          "expect",
          "compare-engines",
          "quiet-hours",
          "events",
          "certificates",
          "register",
          "explain",
          "shortcuts",
          "about");

  private Screenshots() {}

  /**
   * @param args nothing: the pictures of the documentation; {@code all FOLDER [PART]}: all of them,
   *     or those with a part in their names
   */
  public static void main(String[] args) throws Exception {
    boolean all = args.length > 1;
    Path folder = all ? Path.of(args[1]) : Path.of("docs", "images");
    Files.createDirectories(folder);
    String part = args.length > 2 ? args[2] : "";
    OpenWindow.startToolkit();
    for (Shot shot : shots()) {
      if (all ? shot.name().contains(part) : shot.isDocumented()) {
        take(shot, folder.resolve(shot.name() + ".png"));
      }
    }
    if (all && "report".contains(part)) {
      report(folder.resolve("report.png"));
    }
    System.exit(0);
  }

  /** All pictures that there are. */
  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK, Theme.CONTRAST)) {
      String end = "-" + theme.name().toLowerCase(Locale.ROOT);
      List<Peer> demo = DemoHospital.peers();
      shots.add(new Shot("window" + end, theme, 1366, 768, 1, demo, "check"));
      shots.add(new Shot("ok" + end, theme, 1366, 768, 1, demo, "check-ok"));
      shots.add(new Shot("several" + end, theme, 1366, 768, 1, demo, "check-several"));
      shots.add(new Shot("small" + end, theme, 1000, 650, 1, demo, "check"));
      shots.add(new Shot("console" + end, theme, 1366, 768, 1, demo, "check-console"));
      shots.add(new Shot("large" + end, theme, 1600, 1000, 1, demo, "check"));
      shots.add(new Shot("empty" + end, theme, 1000, 650, 1, List.of(), ""));
      shots.add(new Shot("new" + end, theme, 1366, 768, 1, demo, ""));
      shots.add(new Shot("contrast" + end, theme, 1366, 768, 1, demo, "check"));
      shots.add(new Shot("edit" + end, theme, 1366, 768, 1, demo, "check-edit"));
      shots.add(new Shot("compact" + end, theme, 1366, 768, 1, demo, "check-compact"));
      shots.add(new Shot("live" + end, theme, 1366, 768, 1, demo, "check-live"));
      shots.add(new Shot("history" + end, theme, 1366, 768, 1, demo, "check-history"));
      shots.add(new Shot("thousand" + end, theme, 1920, 1200, 1, DemoHospital.many(1000), "check"));
      shots.add(new Shot("many" + end, theme, 1366, 768, 1, DemoHospital.many(500), "check"));
      shots.add(new Shot("one" + end, theme, 1000, 650, 1, demo.subList(0, 1), "check"));
      shots.add(new Shot("two-dozen" + end, theme, 1366, 768, 1, DemoHospital.many(24), "check"));
      shots.add(new Shot("hundred" + end, theme, 1366, 768, 1, DemoHospital.many(100), "check"));
      shots.add(new Shot("huge" + end, theme, 3840, 2160, 1, DemoHospital.many(5000), "check"));
      shots.add(new Shot("huge-demo" + end, theme, 3840, 2160, 1, demo, "check-console"));
      shots.add(new Shot("huge-double" + end, theme, 1920, 1080, 2, demo, "check"));
      shots.add(new Shot("double" + end, theme, 1000, 650, 2, demo, "check"));
      for (String item : DIALOGS) {
        shots.add(
            new Shot("dialog-" + item + end, theme, 1366, 768, 1, demo, "check-dialog-" + item));
      }
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
    String level = shot.act().endsWith("console") ? "INFO" : "";
    DemoHospital hospital = new DemoHospital();
    Path folder = Files.createTempDirectory("echolot-history");
    try (HistoryStore history =
            shot.act().endsWith("history") ? history(shot.peers(), folder) : null;
        OpenWindow window =
            OpenWindow.open(
                shot.peers(),
                shot.theme(),
                shot.width(),
                shot.height(),
                level,
                1,
                hospital,
                history)) {
      if (shot.act().startsWith("check")) {
        check(window);
      }
      act(shot.act(), window, hospital);
      OpenWindow.frames(30);
      WritableImage image =
          OpenWindow.callOnFx(
              () -> {
                SnapshotParameters parameters = new SnapshotParameters();
                parameters.setTransform(Transform.scale(shot.scale(), shot.scale()));
                return onTop().getScene().getRoot().snapshot(parameters, null);
              });
      OpenWindow.onFx(() -> closeDialogs(window));
      return image;
    } finally {
      OpenWindow.delete(folder);
    }
  }

  /** Several times, for the courses of the echo times. */
  private static void check(OpenWindow window) throws Exception {
    for (int i = 0; i < CHECKS; i++) {
      OpenWindow.onFx(() -> ((ButtonBase) window.node("tool-echo-all")).fire());
      OpenWindow.frames(2);
      window.awaitIdle();
      OpenWindow.await(window::isAllChecked);
    }
  }

  private static void act(String act, OpenWindow window, DemoHospital hospital) throws Exception {
    switch (act) {
      case "check-ok" ->
          OpenWindow.onFx(() -> window.table().getSelectionModel().clearAndSelect(2));
      case "check-several" -> OpenWindow.onFx(() -> window.table().getSelectionModel().selectAll());
      case "check-edit" -> {
        OpenWindow.onFx(() -> window.table().getSelectionModel().selectAll());
        OpenWindow.frames(10);
        // The dialog is modal: what opens it returns when it is closed.
        Platform.runLater(() -> ((ButtonBase) window.node("selection-edit")).fire());
        OpenWindow.await(() -> !onTop().equals(window.stage()));
      }
      case String dialog when dialog.startsWith(DIALOG) -> {
        OpenWindow.onFx(() -> window.table().getSelectionModel().clearAndSelect(1));
        OpenWindow.frames(10);
        Platform.runLater(() -> item(window, "menu-" + dialog.substring(DIALOG.length())).fire());
        OpenWindow.await(() -> !onTop().equals(window.stage()));
      }
      case "check-compact" -> choose(window, "menu-compact");
      case "check-live" -> {
        hospital.keepSilent(true);
        OpenWindow.onFx(
            () -> {
              window.table().getSelectionModel().clearAndSelect(3);
              ((ButtonBase) window.node("tool-echo")).fire();
            });
        OpenWindow.frames(90);
      }
      case "check-history" -> {
        TabPane tabs = (TabPane) window.node("result-tabs");
        OpenWindow.onFx(() -> window.table().getSelectionModel().clearAndSelect(2));
        OpenWindow.onFx(() -> tabs.getSelectionModel().selectLast());
        OpenWindow.frames(120);
      }
      default -> {}
    }
  }

  private static void choose(OpenWindow window, String id) throws Exception {
    OpenWindow.onFx(
        () -> {
          CheckMenuItem item = (CheckMenuItem) item(window, id);
          item.setSelected(!item.isSelected());
        });
  }

  private static MenuItem item(OpenWindow window, String id) {
    return ((MenuBar) window.node("main-menu"))
        .getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> id.equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  private static Stage onTop() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static void closeDialogs(OpenWindow window) {
    Window.getWindows().stream()
        .filter(each -> !each.equals(window.stage()))
        .toList()
        .forEach(Window::hide);
  }

  /** What was found in the last days. */
  private static HistoryStore history(List<Peer> peers, Path folder) throws Exception {
    HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, System.err::println);
    Peer peer = peers.get(1);
    CheckRequest request = PeerBook.EMPTY.requestFor(peer, Path.of("."));
    CheckRequest failing =
        CheckRequest.of(
            peer.id(),
            "CT 1",
            request.calledAe(),
            request.callingAe(),
            request.host(),
            request.port());
    Instant now = Instant.now();
    int count = 0;
    for (Instant at = now.minus(Duration.ofDays(DAYS)); at.isBefore(now); at = at.plus(BETWEEN)) {
      boolean fails = count > 300 && count < 312;
      store.keep(DemoHospital.resultAt(fails ? failing : request, at));
      count++;
    }
    store.flush().get(60, TimeUnit.SECONDS);
    return store;
  }

  /**
   * The report of the demonstration, as a browser shows it; where there is none, it is left out.
   */
  private static void report(Path file) throws Exception {
    List<SiteReport.Entry> entries = new ArrayList<>();
    for (Peer peer : DemoHospital.peers()) {
      CheckRequest request = PeerBook.EMPTY.requestFor(peer, Path.of("."));
      entries.add(
          new SiteReport.Entry(
              peer.name(),
              peer.tags().getFirst(),
              peer.address(),
              DemoHospital.resultAt(request, Instant.now())));
    }
    Path page = Files.createTempFile("echolot-report", ".html");
    Files.writeString(
        page,
        SiteHtml.of(
            new SiteReport(OffsetDateTime.now(ZoneId.systemDefault()), "PACS desk", entries)));
    Process browser =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                "--window-size=1000,1400",
                "--screenshot=" + file.toAbsolutePath(),
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
    System.out.println(ended && Files.exists(file) ? file : "no picture of " + page);
  }
}
