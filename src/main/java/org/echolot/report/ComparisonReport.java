package org.echolot.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.echolot.check.CheckResult;
import org.echolot.fleet.Schedule;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;

/** For a person: what each engine found, and below that all in which they differ. */
public final class ComparisonReport implements Report {

  private final PrintStream out;
  private final int engines;
  private final Map<Integer, List<CheckResult>> byTarget = new TreeMap<>();

  /**
   * @param engines how many check each target
   */
  public ComparisonReport(PrintStream out, int engines) {
    this.out = out;
    this.engines = engines;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    List<CheckResult> results =
        byTarget.computeIfAbsent(ended.target(), _ -> new ArrayList<>(engines));
    results.add(ended.result());
    if (results.size() == engines) {
      print(results);
    }
  }

  private void print(List<CheckResult> results) {
    Comparison comparison = new Comparison(results);
    int width = results.stream().mapToInt(result -> result.engine().length()).max().orElse(0);
    StringBuilder text =
        new StringBuilder(Escapes.oneLine(results.getFirst().request().name()))
            .append(comparison.agrees() ? ": the engines agree" : ": the engines differ");
    for (CheckResult result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %s %-" + width + "s  %8s  %s",
              LadderText.mark(result),
              result.engine(),
              ElapsedText.of(result.total()),
              Comparison.verdict(result)));
    }
    for (Comparison.Row row : comparison.rows()) {
      if (row.differs()) {
        text.append("\n    ≠ ").append(row.what());
        for (int i = 0; i < results.size(); i++) {
          String value = row.values().get(i);
          text.append(
              String.format(
                  Locale.ROOT,
                  "\n        %-" + width + "s  %s",
                  results.get(i).engine(),
                  value.isEmpty() ? "–" : Escapes.oneLine(value)));
        }
      }
    }
    out.println(text);
  }
}
