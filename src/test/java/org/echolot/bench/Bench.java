package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;

/**
 * Measures our warm check, a bare exchange of the same bytes, and {@code echoscu} against freshly
 * started real peers, and prints medians and ratios. Started by {@code bin/bench}.
 */
public final class Bench {

  private static final int WARM_UP = 10_000;
  private static final int ROUNDS = 2000;
  private static final int PROCESSES = 10;

  /** How often a run of the command line checks, with a log and without. */
  private static final int LOGGED_REPEATS = 400;

  private Bench() {}

  /**
   * @param args nothing, or the number of rounds and the number of runs of echoscu
   */
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    int processes = args.length > 1 ? Integer.parseInt(args[1]) : PROCESSES;
    PrintStream out = System.out;
    out.println(machine());
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      report(out, "Orthanc", orthanc, rounds, processes);
    }
    try (RealPeer storescp = DcmtkServer.storescp("--quiet")) {
      report(out, "storescp", storescp, rounds, processes);
    }
  }

  private static void report(PrintStream out, String name, RealPeer peer, int rounds, int processes)
      throws IOException {
    Contest contest = new Contest(peer);
    contest.hold(WARM_UP, rounds, processes);
    out.println();
    out.println(name + ", freshly started:");
    row(out, "bare exchange (connect, associate, echo, release, close)", contest.bare);
    row(out, "our check, warm (the same, all stages)", contest.check);
    row(out, "  of that, its echo alone", contest.echoStage);
    row(out, "echoscu --repeat, for each echo", contest.echoscuRepeated);
    row(out, "echoscu, one process for each echo", contest.echoscu);
    double check = contest.check.medianMillis();
    ratio(out, "our check : bare exchange", check / contest.bare.medianMillis(), "1.5 or less");
    ratio(
        out,
        "echoscu --repeat, one echo : our whole check",
        contest.echoscuRepeated.medianMillis() / check,
        "50 or more");
    ratio(
        out,
        "echoscu, one process : our whole check",
        contest.echoscu.medianMillis() / check,
        "no aim");
    Observed observed = new Observed(out);
    observed.compare(peer.port(), rounds / 2, rounds);
    observed.slowPeer(peer.port(), Math.max(20, rounds / 20));
    new LoggedRuns(out, peer.port()).compare(LOGGED_REPEATS, processes);
  }

  private static void row(PrintStream out, String what, Samples samples) {
    out.printf(
        Locale.ROOT,
        "  %-58s median %9.3f ms   p90 %9.3f ms   (%d)%n",
        what,
        samples.medianMillis(),
        samples.percentileMillis(90),
        samples.count());
  }

  private static void ratio(PrintStream out, String what, double value, String aim) {
    out.printf(Locale.ROOT, "  %-58s %.2f   (aim: %s)%n", what, value, aim);
  }

  static String machine() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s, %d processors, %s %s, Java %s, load %.1f",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
