package org.echolot.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.echolot.capture.CaptureFile;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.InputException;
import org.echolot.report.Report;
import org.echolot.text.About;
import org.echolot.ticket.Disguise;
import org.jspecify.annotations.Nullable;

/** Opens the files that a command writes beside its results. */
final class FileReports {

  private final Environment environment;
  private final @Nullable Disguise disguise;

  /**
   * @param disguise hides addresses and names; null to show them
   */
  FileReports(Environment environment, @Nullable Disguise disguise) {
    this.environment = environment;
    this.disguise = disguise;
  }

  /**
   * Makes or empties those that were asked for.
   *
   * @param isMany whether there may be more than one check
   * @throws InputException if one of them can't be written; the others are closed then
   */
  List<Report> open(@Nullable Path capture, @Nullable Path ticket, boolean isMany)
      throws InputException {
    String fault = ticket == null ? null : TicketSink.faultOf(ticket);
    if (fault != null) {
      throw new InputException(fault);
    }
    List<Report> reports = new ArrayList<>();
    try {
      if (capture != null) {
        reports.add(
            open(
                capture,
                file -> new CaptureSink(CaptureFile.open(file, About.program()), disguise)));
      }
      if (ticket != null) {
        reports.add(open(ticket, file -> TicketSink.open(file, isMany, disguise)));
      }
      return reports;
    } catch (InputException e) {
      reports.forEach(Report::allEnded);
      throw e;
    }
  }

  private Report open(Path file, FileReport.Opener opener) throws InputException {
    return FileReport.open(environment.directory().resolve(file), opener, environment.err());
  }
}
