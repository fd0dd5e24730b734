package org.echolot.cli;

import java.util.List;

/** Several reports on the same checks. */
record AllReports(List<Report> reports) implements Report {

  @Override
  public void checkEnded(Rounds.Ended ended) {
    reports.forEach(report -> report.checkEnded(ended));
  }

  @Override
  public void allEnded() {
    reports.forEach(Report::allEnded);
  }

  @Override
  public boolean isBroken() {
    return reports.stream().anyMatch(Report::isBroken);
  }
}
