package org.echolot.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import org.echolot.peers.Peer;
import org.echolot.settings.Theme;

/**
 * Makes pictures of the window, without a display. Needs {@code -Dglass.platform=Headless
 * -Dprism.order=sw}.
 */
public final class Screenshots {

  private static final int CHECKS = 4;

  /**
   * One picture.
   *
   * @param scale of the screen, 1 for 100 %
   */
  record Shot(
      String name, Theme theme, int width, int height, double scale, List<Peer> peers, String act) {

    /** Whether it is in the documentation. */
    boolean isDocumented() {
      return name.equals("window-light")
          || name.equals("window-dark")
          || name.equals("console-light");
    }
  }

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
      shots.add(new Shot("many" + end, theme, 1366, 768, 1, DemoHospital.many(500), "check"));
      shots.add(new Shot("double" + end, theme, 1000, 650, 2, demo, "check"));
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
    try (OpenWindow window =
        OpenWindow.open(shot.peers(), shot.theme(), shot.width(), shot.height(), level, 1)) {
      if (shot.act().startsWith("check")) {
        // Several times, for the courses of the echo times.
        for (int i = 0; i < CHECKS; i++) {
          OpenWindow.onFx(() -> ((ButtonBase) window.node("tool-echo-all")).fire());
          OpenWindow.frames(2);
          window.awaitIdle();
          OpenWindow.await(window::isAllChecked);
        }
      }
      if (shot.act().equals("check-ok")) {
        OpenWindow.onFx(() -> window.table().getSelectionModel().clearAndSelect(2));
      }
      if (shot.act().equals("check-several")) {
        OpenWindow.onFx(() -> window.table().getSelectionModel().selectAll());
      }
      OpenWindow.frames(30);
      return OpenWindow.callOnFx(
          () -> {
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setTransform(Transform.scale(shot.scale(), shot.scale()));
            return window.stage().getScene().getRoot().snapshot(parameters, null);
          });
    }
  }
}
