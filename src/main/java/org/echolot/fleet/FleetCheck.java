package org.echolot.fleet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.diagnosis.EngineFault;
import org.echolot.concurrent.StopSignal;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;

/** One check of a run: it either runs, once, or is cancelled before. */
final class FleetCheck {

  private final StartedRun run;
  private final EchoEngine engine;
  private final CheckRequest request;
  private final long checkId;
  private final String address;
  private final StopSignal stop = new StopSignal();
  private final CheckListener story;

  FleetCheck(
      StartedRun run, EchoEngine engine, Journal journal, CheckRequest request, long checkId) {
    this.run = run;
    this.engine = engine;
    this.request = request;
    this.checkId = checkId;
    this.address = request.address().toLowerCase(Locale.ROOT);
    this.story =
        new CheckNarrator(journal, checkId, request.name()) {
          @Override
          public void stageStarted(CheckStage stage, Instant at, String detail) {
            super.stageStarted(stage, at, detail);
            run.tell(listener -> listener.stageStarted(request, stage, at));
          }
        };
  }

  CheckRequest request() {
    return request;
  }

  long checkId() {
    return checkId;
  }

  /** What no two checks use at a time. */
  String address() {
    return address;
  }

  /** Checks, by the calling thread. */
  void run() {
    run.tell(listener -> listener.checkStarted(request, checkId));
    OffsetDateTime startedAt = OffsetDateTime.now(ZoneId.systemDefault());
    CheckResult result;
    try {
      CheckListener both = new BothListeners(story, run.listenerFor(request, checkId));
      result = Objects.requireNonNull(engine.check(request, both, stop), "no result");
    } catch (RuntimeException | Error fault) {
      result = EngineFault.resultOf(request, engine.name(), startedAt, fault);
      narrateEnd(result);
    }
    run.ran(this, result);
  }

  /** Ends a check that waited and now never runs. */
  void cancel() {
    CheckResult result = CheckResult.cancelledBeforeItBegan(request, engine.name());
    narrateEnd(result);
    run.cancelled(this, result);
  }

  /** Stops a check that runs; does nothing to one that ended. */
  void stop() {
    stop.stop();
  }

  private void narrateEnd(CheckResult result) {
    try {
      story.checkEnded(result, Instant.now());
    } catch (RuntimeException fault) {
      run.report("reader of the journal", fault);
    }
  }
}
