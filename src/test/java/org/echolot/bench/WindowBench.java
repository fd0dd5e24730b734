package org.echolot.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.echolot.journal.Journal;
import org.echolot.listener.VerificationScp;

/**
 * How long {@code bin/run} takes until its window shows 1,000 peers, in turns with the least that
 * JavaFX can show, without a cache; and what it holds of memory. Started by {@code bin/bench
 * window}; needs Xvfb, and for the runs xdotool.
 */
public final class WindowBench {

  private static final int PEERS = 1_000;
  private static final int RUNS = 7;
  private static final int CHECKS = 3;
  private static final int PATIENCE_SECONDS = 120;

  /** Longer than the half minute that bin/run tells Java. */
  private static final long REST_MILLIS = 35_000;

  /** So many lines of the picture have something written in them. */
  private static final int HELLO_LINES = 5;

  private static final int LIST_LINES = 300;

  private final PrintStream out;
  private final Path home;
  private final Screen screen;
  private final Path peers;

  private WindowBench(PrintStream out, Path home, Screen screen, Path peers) {
    this.out = out;
    this.home = home;
    this.screen = screen;
    this.peers = peers;
  }

  /**
   * @param args how many times each is started; 0 for the memory alone
   */
  public static void main(String[] args) throws Exception {
    System.out.println(Bench.machine());
    Path home = Files.createTempDirectory("window");
    try (Screen screen = Screen.open(home);
        VerificationScp scp = VerificationScp.start(FleetBench.everywhere(), new Journal())) {
      Path peers = FleetBench.peersFile(home.resolve("peers.json"), PEERS, scp.address().getPort());
      WindowBench bench = new WindowBench(System.out, home, screen, peers);
      int runs = args.length == 0 ? RUNS : Integer.parseInt(args[0]);
      if (runs > 0) {
        bench.starts(runs);
      }
      bench.memory();
    }
    System.out.println(Bench.machine());
    System.exit(0);
  }

  private void starts(int runs) throws IOException, InterruptedException {
    shown(ours(peers), LIST_LINES); // builds, and makes the cache
    List<Shown> our = new ArrayList<>();
    List<Shown> bare = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      our.add(shown(ours(peers), LIST_LINES));
      bare.add(shown(hello(), HELLO_LINES));
    }
    row("window with " + PEERS + " peers", our);
    row("bare JavaFX", bare);
    out.printf(
        Locale.ROOT,
        "  window : bare JavaFX, median  %.2f   (aim: 1.0 or less); of the processors %.2f%n",
        median(our, Shown::after) / median(bare, Shown::after),
        median(our, Shown::processors) / median(bare, Shown::processors));
  }

  private void memory() throws IOException, InterruptedException {
    Process none = started(ours(home.resolve("none.json")), HELLO_LINES);
    quiet(none);
    held("no peers", none, 150);
    end(none);
    Process many = started(ours(peers), LIST_LINES);
    quiet(many);
    held(PEERS + " peers", many, 250);
    for (int i = 1; i <= CHECKS; i++) {
      key("shift+F5");
      quiet(many);
      held("after run " + i, many, 350);
    }
    end(many);
    Process bare = started(hello(), HELLO_LINES);
    quiet(bare);
    held("bare JavaFX", bare, 0);
    end(bare);
  }

  private ProcessBuilder ours(Path file) {
    ProcessBuilder run = new ProcessBuilder("bin/run");
    run.environment().put("ECHOLOT_PEERS", file.toString());
    return run;
  }

  private static ProcessBuilder hello() {
    String path = System.getProperty("java.class.path");
    String javafx =
        Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(jar -> jar.matches(".*/javafx-[a-z]+-[0-9.]+-[a-z0-9-]+\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--module-path",
        javafx,
        "--add-modules",
        "javafx.controls",
        "--enable-native-access=javafx.graphics",
        "-cp",
        Path.of(BareWindow.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString(),
        BareWindow.class.getName());
  }

  /** A window that was shown, and what that took, in milliseconds. */
  private record Shown(double after, double processors) {}

  private Shown shown(ProcessBuilder program, int lines) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = started(program, lines);
    double millis = (System.nanoTime() - start) / 1e6;
    Duration processors = process.info().totalCpuDuration().orElse(Duration.ZERO);
    end(process);
    return new Shown(millis, processors.toNanos() / 1e6);
  }

  private Process started(ProcessBuilder program, int lines)
      throws IOException, InterruptedException {
    program.environment().put("DISPLAY", screen.name());
    for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")) {
      program.environment().put(variable, home.toString());
    }
    Process process =
        program.redirectErrorStream(true).redirectOutput(home.resolve("output").toFile()).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (screen.writtenLines() < lines) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IOException("no window: " + Files.readString(home.resolve("output")));
      }
      Thread.sleep(2);
    }
    return process;
  }

  private void end(Process process) throws InterruptedException {
    process.destroy();
    boolean _ = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    while (screen.writtenLines() > 0) {
      Thread.sleep(10);
    }
  }

  /** Waits until it has hardly anything to do, and has had time to tidy up. */
  private static void quiet(Process process) throws InterruptedException {
    Duration before = Duration.ofDays(-1);
    Duration now = Duration.ZERO;
    while (now.minus(before).compareTo(Duration.ofMillis(150)) > 0) {
      Thread.sleep(3_000);
      before = now;
      now = process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
    Thread.sleep(REST_MILLIS);
  }

  private void key(String key) throws IOException, InterruptedException {
    ProcessBuilder xdotool =
        new ProcessBuilder(
            "xdotool", "search", "--name", "Echolot", "windowfocus", "--sync", "key", key);
    xdotool.environment().put("DISPLAY", screen.name());
    if (xdotool.inheritIO().start().waitFor() != 0) {
      throw new IOException("xdotool could not press " + key);
    }
  }

  private void held(String what, Process process, int aim) throws IOException {
    Path status = Path.of("/proc", "" + process.pid(), "status");
    try (Stream<String> lines = Files.lines(status)) {
      long kilobytes =
          lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
      out.printf(
          Locale.ROOT,
          "  memory, %-14s %4d MB%s%n",
          what,
          kilobytes / 1_024,
          aim == 0 ? "" : "   (aim: " + aim + " or less)");
    }
  }

  private void row(String what, List<Shown> runs) {
    out.printf(
        Locale.ROOT,
        "  %-24s shown after: least %5.0f ms   median %5.0f ms   worst %5.0f ms   processors"
            + " %5.0f ms%n",
        what,
        values(runs, Shown::after).min().orElseThrow(),
        median(runs, Shown::after),
        values(runs, Shown::after).max().orElseThrow(),
        median(runs, Shown::processors));
  }

  private static DoubleStream values(List<Shown> runs, ToDoubleFunction<Shown> what) {
    return runs.stream().mapToDouble(what);
  }

  private static double median(List<Shown> runs, ToDoubleFunction<Shown> what) {
    return values(runs, what).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }
}
