package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.echolot.settings.Theme;
import org.echolot.ui.peers.ListRow;

/**
 * Measures whether the window stays fluid while many peers are checked: a beat is posted to the
 * window's thread every 16 ms, and its lateness taken. Started by {@code bin/bench ui [PEERS]}.
 */
public final class Fluid {

  private static final int PEERS = 1_000;
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
  private static final int RUNS = 3;

  private Fluid() {}

  /**
   * @param args nothing; or how many peers; or that, the width and the height of the window, and by
   *     which columns to sort: without any, by all
   */
  public static void main(String[] args) throws Exception {
    int peers = args.length > 0 ? Integer.parseInt(args[0]) : PEERS;
    int width = args.length > 2 ? Integer.parseInt(args[1]) : 1366;
    int height = args.length > 2 ? Integer.parseInt(args[2]) : 768;
    OpenWindow.startToolkit();
    System.out.printf(
        Locale.ROOT,
        "%d peers, %d x %d, 64 checks at once, console at trace; lateness of a beat every 16 ms%n",
        peers,
        width,
        height);
    System.out.printf(
        "%-14s %8s %8s %8s %8s %8s%n", "sorted by", "beats", "median", "p99", "worst", "MB");
    try (OpenWindow window =
        OpenWindow.open(DemoHospital.many(peers), Theme.LIGHT, width, height, "TRACE", 64)) {
      measure("idle", () -> OpenWindow.frames(90));
      measure("warm-up", () -> checkAll(window));
      List<String> chosen = Arrays.asList(args).subList(Math.min(3, args.length), args.length);
      for (String column : chosen.isEmpty() ? columns(window) : chosen) {
        OpenWindow.onFx(() -> sortBy(window, column));
        for (int run = 0; run < RUNS; run++) {
          measure(column, () -> checkAll(window));
        }
      }
    }
    System.exit(0);
  }

  /** Something that takes a while. */
  private interface Work {
    void run() throws Exception;
  }

  private static void measure(String name, Work work) throws Exception {
    List<Long> late = new ArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    Thread beats =
        Thread.ofPlatform()
            .name("beats")
            .start(
                () -> {
                  while (!over.get()) {
                    long asked = System.nanoTime();
                    Platform.runLater(
                        () -> {
                          synchronized (late) {
                            late.add(System.nanoTime() - asked);
                          }
                        });
                    java.util.concurrent.locks.LockSupport.parkNanos(BEAT_NANOS);
                  }
                });
    work.run();
    over.set(true);
    beats.join();
    OpenWindow.frames(2);
    long[] sorted;
    synchronized (late) {
      sorted = late.stream().mapToLong(each -> each).toArray();
    }
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-14s %8d %8.1f %8.1f %8.1f %8d%n",
        name.isEmpty() ? "nothing" : name,
        sorted.length,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6,
        residentMegabytes());
  }

  private static void checkAll(OpenWindow window) throws Exception {
    OpenWindow.onFx(() -> ((ButtonBase) window.node("tool-echo-all")).fire());
    window.awaitIdle();
  }

  private static List<String> columns(OpenWindow window) throws Exception {
    List<String> ids = new ArrayList<>(List.of(""));
    OpenWindow.onFx(
        () -> window.table().getColumns().stream().map(TableColumn::getId).forEach(ids::add));
    return ids;
  }

  private static void sortBy(OpenWindow window, String id) {
    TableView<ListRow> table = window.table();
    table
        .getSortOrder()
        .setAll(table.getColumns().stream().filter(c -> id.equals(c.getId())).toList());
  }

  private static long residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
