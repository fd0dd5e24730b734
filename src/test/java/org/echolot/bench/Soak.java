package org.echolot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.OwnEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.jspecify.annotations.Nullable;

/**
 * Very many checks by one process, of our listener in another and of storescp: what each of them
 * holds when it is warm, and at the end. Started by {@code bin/bench soak}.
 */
public final class Soak {

  private static final int CHECKS = 1_000_000;
  private static final int OF_STORESCP = 100_000;

  /**
   * After this part of the checks a process is warm, and after all but this part it is looked at.
   */
  private static final int PART = 20;

  /** A busy computer makes one check after the other wait at each of its steps. */
  private static final int AT_ONCE = 8;

  private final PrintStream out;

  private Soak(PrintStream out) {
    this.out = out;
  }

  /**
   * @param args nothing, or how many checks of our listener, and how many of storescp
   */
  public static void main(String[] args) throws Exception {
    int checks = args.length > 0 ? Integer.parseInt(args[0]) : CHECKS;
    int ofStorescp = args.length > 1 ? Integer.parseInt(args[1]) : OF_STORESCP;
    Soak soak = new Soak(System.out);
    System.out.println(Bench.machine());
    soak.ofOurListener(checks);
    try (RealPeer storescp = DcmtkServer.storescp("--quiet")) {
      String target = "ANY-SCP@127.0.0.1:" + storescp.port();
      soak.commandLine("text", target, ofStorescp, 0);
      soak.commandLine("json", target, ofStorescp, 0);
      soak.window(1, storescp.port(), ofStorescp, 0);
    }
  }

  private void ofOurListener(int checks) throws Exception {
    Process listener =
        new ProcessBuilder("bin/run", "listen", "--no-history", "--bind", "0.0.0.0", "--port", "0")
            .directory(Path.of("").toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = listener.inputReader()) {
      String ready = said.readLine();
      int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
      String target = "ECHOLOT@127.0.0.1:" + port;
      commandLine("text", target, checks, listener.pid());
      commandLine("json", target, checks, listener.pid());
      window(AT_ONCE, port, checks, listener.pid());
    } finally {
      listener.destroy();
      listener.waitFor();
    }
  }

  /**
   * @param listener the process ID of the listener that is called; 0: it is not ours
   */
  private void commandLine(String format, String target, int checks, long listener)
      throws Exception {
    Process process =
        new ProcessBuilder(
                "bin/run",
                "echo",
                "--format",
                format,
                "--repeat",
                String.valueOf(checks),
                "--interval",
                "0s",
                "--no-history",
                target)
            .directory(Path.of("").toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long start = System.nanoTime();
    Pair atFirst = new Pair(null, null);
    Pair atLast = atFirst;
    try (BufferedReader lines = process.inputReader()) {
      for (int line = 1; lines.readLine() != null; line++) {
        if (line == checks / PART) {
          atFirst = pair(process.pid(), listener);
        } else if (line == checks - checks / PART) {
          atLast = pair(process.pid(), listener);
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("echo --format " + format + " ended with " + process.exitValue());
    }
    row("echo --format " + format + " of " + target, checks, start);
    show(atFirst, atLast);
  }

  /**
   * @param addresses of this computer, which are checked all at once; each of them gets one check
   *     at a time
   */
  private void window(int addresses, int port, int checks, long listener) throws IOException {
    long self = ProcessHandle.current().pid();
    List<CheckRequest> requests =
        IntStream.rangeClosed(1, addresses)
            .mapToObj(
                last ->
                    CheckRequest.of(
                        "soak " + last,
                        new AeTitle("ECHOLOT"),
                        new AeTitle("SOAK"),
                        "127.0.0." + last,
                        port))
            .toList();
    long start = System.nanoTime();
    Pair atFirst = new Pair(null, null);
    try (WindowListeners window = new WindowListeners(new OwnEngine())) {
      for (int done = 0; done < checks; done += addresses) {
        if (!window.check(requests).stream().allMatch(CheckResult::isSuccess)) {
          throw new IOException("one of the checks up to " + (done + addresses) + " failed");
        }
        if (atFirst.checks() == null && done >= checks / PART) {
          atFirst = pair(self, listener);
        }
      }
      row("the window's model, " + addresses + " at once of port " + port, checks, start);
      show(atFirst, pair(self, listener));
    }
  }

  /** What the one who checks holds, and our listener if it was called. */
  private record Pair(@Nullable Footprint checks, @Nullable Footprint listener) {}

  private static Pair pair(long checks, long listener) throws IOException {
    return new Pair(Footprint.of(checks), listener == 0 ? null : Footprint.of(listener));
  }

  private void row(String what, int checks, long startNanos) {
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    out.printf(Locale.ROOT, "%n%s: %,d checks, %.0f a second%n", what, checks, checks / seconds);
  }

  private void show(Pair atFirst, Pair atLast) {
    out.println("  checks, warm        " + atFirst.checks());
    out.println("  checks, at the end  " + atLast.checks());
    if (atLast.listener() != null) {
      out.println("  listener, warm      " + atFirst.listener());
      out.println("  listener, at end    " + atLast.listener());
    }
  }
}
