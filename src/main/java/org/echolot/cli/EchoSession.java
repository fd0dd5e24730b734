package org.echolot.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.ExitCode;
import org.echolot.concurrent.StopSignal;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.Schedule;
import org.echolot.report.Report;

/** Checks targets and reports them, and sums all up in an exit code. Used once, by one thread. */
final class EchoSession {

  private final Fleet fleet;
  private final Report report;
  private boolean allSucceeded = true;

  EchoSession(Fleet fleet, Report report) {
    this.fleet = fleet;
    this.report = report;
  }

  /**
   * Runs to the end, or until {@code stop}.
   *
   * @param out what the report writes to; when its reader is gone, all ends quietly
   * @return the exit code
   */
  int run(
      PrintStream out, List<CheckRequest> requests, int repeat, Duration interval, StopSignal stop)
      throws InterruptedException {
    boolean complete =
        new Schedule(fleet, requests, repeat, interval)
            .run(
                ended -> {
                  allSucceeded &= ended.result().isSuccess();
                  report.checkEnded(ended);
                  return !out.checkError() && !report.isBroken();
                },
                stop);
    report.allEnded();
    // Where not all of it could be written, on a full disk for one, a script must not go on as if.
    boolean written = !out.checkError() && !report.isBroken();
    if (!complete || !written) {
      return ExitCode.STOPPED;
    }
    return allSucceeded ? ExitCode.OK : ExitCode.FAILED;
  }
}
