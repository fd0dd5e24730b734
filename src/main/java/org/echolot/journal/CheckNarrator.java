package org.echolot.journal;

import java.time.Instant;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Timeouts;
import org.echolot.check.Warning;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.text.DurationText;
import org.echolot.text.ElapsedText;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;

/** Tells a check's story as journal lines. Used once, by the thread that runs the check. */
public class CheckNarrator extends AssociationNarrator implements CheckListener {

  private boolean stopped;

  /**
   * @param checkId the number that all lines of this check carry
   */
  public CheckNarrator(Journal journal, long checkId, String peerName) {
    super(journal, peerName, checkId);
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    info(
        at,
        Tone.PLAIN,
        "Checking "
            + request.calledAe()
            + " at "
            + request.address()
            + " as "
            + request.callingAe());
    debug(at, "Time-outs: " + timeouts(request));
  }

  private static String timeouts(CheckRequest request) {
    Timeouts timeouts = request.timeouts();
    return "connect "
        + DurationText.format(timeouts.connect())
        + (request.isTls() ? ", TLS " + DurationText.format(timeouts.tls()) : "")
        + ", associate "
        + DurationText.format(timeouts.associate())
        + ", echo "
        + DurationText.format(timeouts.echo())
        + ", release "
        + DurationText.format(timeouts.release());
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    stopped = true;
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    enter(stage);
    if (stage == CheckStage.CONNECT) {
      info(at, Tone.PLAIN, "Connecting to " + detail);
    }
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    enter(result.stage());
    if (result.state() == StageState.SKIPPED) {
      return;
    }
    String text =
        result.stage().label()
            + " "
            + ElapsedText.of(result.duration())
            + (result.detail().isEmpty() ? "" : ": " + result.detail());
    switch (result.state()) {
      case FAILED -> info(at, stopped ? Tone.WARNING : Tone.BAD, text);
      case WARNING -> info(at, Tone.WARNING, text);
      case OK -> {
        // What an association goes through has lines of its own.
        if (result.stage().compareTo(CheckStage.ASSOCIATE) < 0) {
          info(at, Tone.PLAIN, text);
        } else {
          debug(at, text);
        }
      }
      case SKIPPED -> throw new AssertionError("returned above");
    }
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    info(at, Tone.PLAIN, text);
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    enter(CheckStage.TLS);
    if (report.profile() == TlsProfile.LEGACY) {
      info(at, Tone.BAD, TlsFacts.LEGACY_WARNING);
    }
    for (TlsFacts.Section section : TlsFacts.of(report, at)) {
      debug(at, "TLS: " + section.title());
      section.lines().forEach(line -> debug(at, "  " + line.name() + ": " + line.value()));
    }
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    for (Warning warning : result.warnings()) {
      info(at, Tone.WARNING, warning.code() + ": " + warning.text());
    }
    Tone tone =
        switch (result.outcome()) {
          case SUCCESS -> Tone.GOOD;
          case FAILURE -> Tone.BAD;
          case CANCELLED -> Tone.WARNING;
        };
    String cause =
        result.outcome() == Outcome.FAILURE
            ? " [" + (result.stage() == null ? "" : result.stage() + " ") + result.cause() + "]"
            : "";
    // A check that was stopped before it began took no time.
    String time =
        result.stage() == null && !result.isSuccess()
            ? ""
            : " in " + ElapsedText.of(result.total());
    info(at, tone, result.summary() + cause + time);
  }
}
