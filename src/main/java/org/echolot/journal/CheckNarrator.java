package org.echolot.journal;

import java.time.Instant;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.LeftOut;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Timeouts;
import org.echolot.check.Warning;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.text.DurationText;
import org.echolot.text.ElapsedText;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;

/** Tells a check's story as journal lines. Used once, by one thread. */
public final class CheckNarrator implements CheckListener {

  private final StoryWriter story;
  private final AssociationNarrator association;
  private boolean stopped;

  /**
   * @param source the peer of the check
   * @param conversationId the number that all lines of this check carry
   */
  public CheckNarrator(Journal journal, LineSource source, long conversationId) {
    this.story = new StoryWriter(journal, source, conversationId);
    this.association = new AssociationNarrator(story);
  }

  @Override
  public void told(CheckEvent event) {
    switch (event) {
      case CheckStarted(CheckRequest request, Instant at) -> checkStarted(request, at);
      case StageStarted(CheckStage stage, String detail, Instant at) -> {
        story.enter(stage);
        if (stage == CheckStage.CONNECT) {
          story.info(at, Tone.PLAIN, "Connecting to " + detail);
        }
      }
      case Stopped _ -> stopped = true;
      case StageEnded(StageResult result, Instant at) -> stageEnded(result, at);
      case Remarked(_, String text, Instant at) -> story.info(at, Tone.PLAIN, text);
      case TlsShown(TlsReport report, Instant at) -> tlsShown(report, at);
      case InAssociation(AssociationEvent inside) -> association.told(inside);
      case LeftOut(int count, Instant at) ->
          story.info(
              at,
              Tone.WARNING,
              count + " events before this are missing: there were too many to show");
      case CheckEnded(CheckResult result, Instant at) -> checkEnded(result, at);
    }
  }

  private void checkStarted(CheckRequest request, Instant at) {
    story.info(
        at,
        Tone.PLAIN,
        "Checking "
            + request.calledAe()
            + " at "
            + request.address()
            + " as "
            + request.callingAe());
    story.debug(at, "Timeouts: " + timeouts(request));
  }

  private static String timeouts(CheckRequest request) {
    Timeouts timeouts = request.timeouts();
    return "lookup "
        + DurationText.inWords(timeouts.lookup())
        + ", connect "
        + DurationText.inWords(timeouts.connect())
        + (request.isTls() ? ", TLS " + DurationText.inWords(timeouts.tls()) : "")
        + ", associate "
        + DurationText.inWords(timeouts.associate())
        + ", echo "
        + DurationText.inWords(timeouts.echo())
        + ", release "
        + DurationText.inWords(timeouts.release());
  }

  private void stageEnded(StageResult result, Instant at) {
    story.enter(result.stage());
    if (result.state() == StageState.SKIPPED) {
      return;
    }
    String text =
        result.stage().label()
            + " "
            + ElapsedText.of(result.duration())
            + (result.detail().isEmpty() ? "" : ": " + result.detail());
    switch (result.state()) {
      case FAILED -> story.info(at, stopped ? Tone.WARNING : Tone.BAD, text);
      case WARNING -> story.info(at, Tone.WARNING, text);
      case OK -> {
        // What an association goes through has lines of its own.
        if (result.stage().compareTo(CheckStage.ASSOCIATE) < 0) {
          story.info(at, Tone.PLAIN, text);
        } else {
          story.debug(at, text);
        }
      }
      case SKIPPED -> throw new AssertionError("returned above");
    }
  }

  private void tlsShown(TlsReport report, Instant at) {
    story.enter(CheckStage.TLS);
    if (report.profile() == TlsProfile.LEGACY) {
      story.info(at, Tone.BAD, TlsFacts.LEGACY_WARNING);
    }
    for (TlsFacts.Section section : TlsFacts.of(report, at)) {
      story.debug(at, "TLS: " + section.title());
      section.lines().forEach(line -> story.debug(at, "  " + line.name() + ": " + line.value()));
    }
  }

  private void checkEnded(CheckResult result, Instant at) {
    for (Warning warning : result.warnings()) {
      story.info(at, Tone.WARNING, warning.code() + ": " + warning.text());
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
            : "; the check took " + ElapsedText.of(result.total());
    story.info(at, tone, result.summary() + cause + time);
  }
}
