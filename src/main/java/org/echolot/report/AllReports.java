package org.echolot.report;

import java.util.List;
import org.echolot.fleet.Schedule;

/** Several reports on the same checks. */
public record AllReports(List<Report> reports) implements Report {

  @Override
  public void checkEnded(Schedule.Ended ended) {
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
