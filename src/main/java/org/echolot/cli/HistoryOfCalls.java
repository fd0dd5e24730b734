package org.echolot.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.echolot.check.CheckResult;
import org.echolot.history.HistoryReader;
import org.echolot.history.KeptCall;
import org.echolot.report.CallReport;
import org.jspecify.annotations.Nullable;

/** Calls to us, alone or between the results of our checks. */
final class HistoryOfCalls {

  /** The newest are read where there are more. */
  private static final int MOST = 50_000;

  private final PrintStream out;
  private final Deque<KeptCall> calls;

  /**
   * @param peers of which peers and strangers; null: of all
   */
  HistoryOfCalls(HistoryReader reader, @Nullable Set<UUID> peers, Instant from, PrintStream out) {
    this.out = out;
    this.calls = new ArrayDeque<>(reader.calls(peers, from, Instant.MAX, MOST));
  }

  /** Writes them alone. */
  void write(HistoryCommand.Format format) {
    List<KeptCall> all = List.copyOf(calls);
    switch (format) {
      case TEXT -> all.forEach(call -> out.println(CallReport.text(call)));
      case JSON -> all.forEach(call -> out.print(CallReport.json(call) + "\n"));
      case CSV -> {
        out.print(CallReport.CSV_HEADER + "\r\n");
        all.forEach(call -> out.print(CallReport.csv(call) + "\r\n"));
      }
    }
  }

  /** A sink of results that writes the calls which came before each of them. */
  Predicate<CheckResult> before(Predicate<CheckResult> sink) {
    return result -> {
      writeUntil(result.startedAt().toInstant());
      return sink.test(result);
    };
  }

  /** Writes those that came after the last result. */
  void writeRest() {
    writeUntil(Instant.MAX);
  }

  private void writeUntil(Instant end) {
    while (!calls.isEmpty() && calls.getFirst().startedAt().toInstant().isBefore(end)) {
      out.println(CallReport.text(calls.removeFirst()));
    }
  }
}
