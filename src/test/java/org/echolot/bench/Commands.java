package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;

/**
 * Commands as their users start them, in turns with what they are measured by: a cold echo with
 * echoscu and with a JVM that does nothing, a long repeat with a bare exchange. Started by {@code
 * bin/bench cli} and {@code bin/bench warm}.
 */
public final class Commands {

  private static final int RUNS = 20;
  private static final int REPEATS = 600;
  private static final Pattern TOTAL = Pattern.compile("\"totalMillis\":([0-9.]+)");

  private final PrintStream out;
  private final Path home;
  private final RealPeer peer;

  private Commands(PrintStream out, Path home, RealPeer peer) {
    this.out = out;
    this.home = home;
    this.peer = peer;
  }

  /**
   * @param args {@code cli} or {@code warm}, and how many runs
   */
  public static void main(String[] args) throws Exception {
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : RUNS;
    Path home = Files.createTempDirectory("bench");
    System.out.println(Bench.machine());
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      Commands commands = new Commands(System.out, home, orthanc);
      if (args[0].equals("warm")) {
        commands.warm(runs);
      } else {
        commands.cold(runs);
      }
    }
    System.out.println(Bench.machine());
    System.exit(0);
  }

  private void cold(int runs) throws IOException, InterruptedException {
    String port = "" + peer.port();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] ours = {"bin/run", "echo", "ANY-SCP@localhost:" + port};
    String[] echoscu = {"echoscu", "-aec", "ANY-SCP", "localhost", port};
    String[] idle = {java, "-Xshare:auto", "-XX:+UseSerialGC", "-cp", idleClass(), "Idle"};
    TimedProcess.run(home, ours); // builds, and makes the cache
    List<TimedProcess> our = new ArrayList<>();
    List<TimedProcess> theirs = new ArrayList<>();
    List<TimedProcess> nothing = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      our.add(TimedProcess.run(home, ours));
      theirs.add(TimedProcess.run(home, echoscu));
      nothing.add(TimedProcess.run(home, idle));
    }
    row("bin/run echo", our);
    row("echoscu", theirs);
    row("a JVM that does nothing", nothing);
    double reference = median(theirs, TimedProcess::wallMillis);
    double median = median(our, TimedProcess::wallMillis);
    double worst = values(our, TimedProcess::wallMillis).max().orElseThrow();
    ratio("bin/run echo : echoscu, median of the time", median / reference, "1.0 or less");
    ratio("worst bin/run echo : median echoscu", worst / reference, "1.5 or less");
    ratio("processors, s", median(our, TimedProcess::cpuMillis) / 1_000, "0.15 or less");
    ratio("memory, MB", median(our, TimedProcess::peakMegabytes), "60 or less");
  }

  /** A class file of its own, so that no library is opened. */
  private String idleClass() throws IOException, InterruptedException {
    Path source = home.resolve("Idle.java");
    Files.writeString(source, "class Idle { public static void main(String[] args) {} }");
    String javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    TimedProcess.run(home, javac, "-d", home.toString(), source.toString());
    return home.toString();
  }

  private void warm(int runs) throws IOException, InterruptedException {
    Contest contest = new Contest(peer);
    Samples bare = new Samples();
    Samples ours = new Samples();
    for (int i = 0; i < Math.max(1, runs / 4); i++) {
      String json =
          TimedProcess.run(
                  home,
                  "bin/run",
                  "echo",
                  "--repeat",
                  "" + REPEATS,
                  "--interval",
                  "0s",
                  "--format",
                  "json",
                  "ANY-SCP@127.0.0.1:" + peer.port())
              .output();
      Matcher total = TOTAL.matcher(json);
      for (int check = 0; total.find(); check++) {
        if (check >= REPEATS / 2) {
          ours.add(Math.round(Double.parseDouble(total.group(1)) * 1e6));
        }
      }
      for (int round = 0; round < REPEATS; round++) {
        long nanos = contest.timeBare();
        if (round >= REPEATS / 2) {
          bare.add(nanos);
        }
      }
    }
    print("echo --repeat " + REPEATS + ", the last half", ours);
    print("bare exchange, the same", bare);
    ratio(
        "echo --repeat : bare exchange", ours.medianMillis() / bare.medianMillis(), "1.5 or less");
  }

  private void print(String what, Samples samples) {
    out.printf(
        Locale.ROOT,
        "  %-44s least %.3f ms   median %.3f ms   p90 %.3f ms   worst %.3f ms   (%d)%n",
        what,
        samples.percentileMillis(0),
        samples.medianMillis(),
        samples.percentileMillis(90),
        samples.percentileMillis(100),
        samples.count());
  }

  private void row(String what, List<TimedProcess> runs) {
    out.printf(
        Locale.ROOT,
        "  %-26s least %4.0f ms   median %4.0f ms   worst %4.0f ms   processors %4.0f ms   %3.0f"
            + " MB%n",
        what,
        values(runs, TimedProcess::wallMillis).min().orElseThrow(),
        median(runs, TimedProcess::wallMillis),
        values(runs, TimedProcess::wallMillis).max().orElseThrow(),
        median(runs, TimedProcess::cpuMillis),
        median(runs, TimedProcess::peakMegabytes));
  }

  private void ratio(String what, double value, String aim) {
    out.printf(Locale.ROOT, "  %-46s %.2f   (aim: %s)%n", what, value, aim);
  }

  private static DoubleStream values(
      List<TimedProcess> runs, ToDoubleFunction<TimedProcess> value) {
    return runs.stream().mapToDouble(value);
  }

  private static double median(List<TimedProcess> runs, ToDoubleFunction<TimedProcess> value) {
    double[] sorted = values(runs, value).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
