package org.echolot.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.concurrent.Stamp;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.TimedCheck;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;

/** Makes one check for a monitor and says what came of it as metrics. */
final class Probe {

  /** Of a log that is asked for; what comes after is left out. */
  private static final int MAX_LINES = 2_000;

  private final Fleet fleet;
  private final OwnLine line;

  Probe(Fleet fleet, OwnLine line) {
    this.fleet = fleet;
    this.line = line;
  }

  /** What came of a check. */
  record Outcomes(CheckResult result, HttpAnswer answer) {}

  /**
   * Checks; returns within the query's timeout, and a moment.
   *
   * @throws RefusedException if we are being ended meanwhile
   */
  Outcomes run(ProbeQuery query, CheckRequest request) throws RefusedException {
    Stamp begin = Stamp.now();
    LogLines log = new LogLines();
    Journal journal = new Journal();
    if (query.debug()) {
      journal.addReader(log::add, JournalLine.Level.DEBUG);
    }
    CheckResult result = check(request, query.timeout(), fleet.tellingTo(journal));
    LineFault fault = result.outcome() == Outcome.FAILURE ? line.faultBehind(result) : null;
    Duration took = Stamp.now().since(begin);
    HttpAnswer metrics = ProbeMetrics.of(result, query.timeout(), took, fault).answer();
    return new Outcomes(result, query.debug() ? withLog(log, result, metrics) : metrics);
  }

  private static CheckResult check(CheckRequest request, Duration timeout, Fleet fleet)
      throws RefusedException {
    try {
      return TimedCheck.run(fleet, request, timeout);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "Echolot is being ended.");
    }
  }

  private static HttpAnswer withLog(LogLines log, CheckResult result, HttpAnswer metrics) {
    return HttpAnswer.of(
        200,
        HttpAnswer.TEXT,
        "Log of the check:\n"
            + log.text()
            + "\n"
            + result.summary()
            + "\n\nMetrics that would be returned:\n"
            + new String(metrics.body(), StandardCharsets.UTF_8));
  }

  /** The first lines of a log; safe for use by any thread. */
  private static final class LogLines {
    private final List<String> lines = new ArrayList<>();

    synchronized void add(JournalLine line) {
      if (lines.size() < MAX_LINES) {
        lines.add(LineFormat.text(line));
      }
    }

    synchronized String text() {
      return lines.stream().map(text -> text + "\n").collect(Collectors.joining());
    }
  }
}
