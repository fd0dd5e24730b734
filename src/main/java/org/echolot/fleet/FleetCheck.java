package org.echolot.fleet;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.echolot.capture.Recorder;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.diagnosis.EngineFault;
import org.echolot.concurrent.LocalClock;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.history.History;
import org.echolot.history.LastSuccess;
import org.echolot.history.SinceItWorked;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/** One check of a run: it either runs, once, or is cancelled before. */
final class FleetCheck {

  private final StartedRun run;
  private final EchoEngine engine;
  private final String engineName;
  private final History history;
  private final CheckRequest request;
  private final long conversationId;
  private final String address;
  private final StopSignal stop = new StopSignal();
  private final CheckListener story;
  private final Recorder recorder = new Recorder();

  FleetCheck(
      StartedRun run, EchoEngine engine, Journal journal, History history, CheckRequest request) {
    this.run = run;
    this.engine = engine;
    this.history = history;
    this.request = request;
    this.conversationId = journal.newConversation();
    this.engineName = engine.name();
    this.address = request.address().toLowerCase(Locale.ROOT);
    this.story = new CheckNarrator(journal, LineSource.of(request), conversationId);
  }

  CheckRequest request() {
    return request;
  }

  long conversationId() {
    return conversationId;
  }

  /** What no two checks use at a time. */
  String address() {
    return address;
  }

  /** Checks, by the calling thread. */
  void run() {
    @Nullable CheckEnded ended = null;
    try {
      ended = kept(result());
    } finally {
      run.ran(this, ended);
    }
  }

  /** Also of an engine that throws, be it what none declares. */
  private CheckResult result() {
    OffsetDateTime startedAt = LocalClock.now();
    try {
      return Objects.requireNonNull(engine.check(request, new Listener(), stop), "no result");
    } catch (Throwable fault) {
      Threads.tellFault(fault);
      CheckResult result = EngineFault.resultOf(request, engineName, startedAt, fault);
      narrateEnd(result);
      return result;
    }
  }

  /** What the check tells, and whom it asks for room. */
  private final class Listener implements CheckListener {
    @Override
    public void told(CheckEvent event) {
      // Told a moment later than it happens, so only of a connection that is waited for.
      if (event instanceof CheckEvent.StageStarted started
          && started.stage() == CheckStage.CONNECT) {
        run.waitsForConnection(FleetCheck.this);
      }
      tell(event);
    }

    @Override
    public void connected() {
      run.connected(FleetCheck.this, stop);
    }
  }

  /** Each is told, also where one before it throws. */
  private void tell(CheckEvent event) {
    recorder.told(event);
    narrate(event);
    run.tell(listener -> listener.told(request, conversationId, event));
  }

  /** Ends a check that waited and now never runs. */
  void cancel() {
    CheckResult result = CheckResult.cancelledBeforeItBegan(request, engineName);
    narrateEnd(result);
    run.cancelled(new CheckEnded(request, conversationId, result, recorder.recording(), null));
  }

  /** The end of a check that ran: what comes next may ask for what was before it. */
  private CheckEnded kept(CheckResult result) {
    LastSuccess before = null;
    CheckResult told = result;
    try {
      before = history.lastSuccess(request.peerId());
      told = SinceItWorked.applied(before, result);
    } catch (RuntimeException | Error fault) {
      run.report("history", fault);
    }
    try {
      history.keep(told);
    } catch (RuntimeException | Error fault) {
      run.report("history", fault);
    }
    return new CheckEnded(request, conversationId, told, recorder.recording(), before);
  }

  /** Ends a check for which there is no thread. */
  void fail(Throwable fault) {
    Threads.tellFault(fault);
    OffsetDateTime now = LocalClock.now();
    CheckResult result = EngineFault.resultOf(request, engineName, now, fault);
    narrateEnd(result);
    run.ran(this, kept(result));
  }

  /** Stops a check that runs; does nothing to one that ended. */
  void stop() {
    stop.stop();
  }

  private void narrateEnd(CheckResult result) {
    narrate(new CheckEvent.CheckEnded(result, Instant.now()));
  }

  private void narrate(CheckEvent event) {
    try {
      story.told(event);
    } catch (RuntimeException | Error fault) {
      run.report("reader of the journal", fault);
    }
  }
}
