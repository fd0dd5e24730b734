package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.AbstractAssert;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Outcome;
import org.echolot.check.Timeouts;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;

/**
 * What every {@link EchoEngine} has to do, whatever stack it stands on. The chapters extend this;
 * {@link EngineContractTest} has one nested class for each chapter. Each check that is made here is
 * held to what is true for all: it returns, and its result and what it told are complete and agree.
 */
abstract class EchoEngineContract {

  /** Long enough for whoever is well, on a busy machine. */
  static final Timeouts AMPLE = Timeouts.all(Duration.ofSeconds(10));

  /** For peers that let the time run out. */
  static final Duration SHORT = Duration.ofMillis(300);

  /** What may be added to a time-out on a busy machine; less than the ample time-outs. */
  static final Duration GRACE = Duration.ofSeconds(4);

  /** The engine under test; the same one for a whole test. */
  abstract EchoEngine engine();

  static CheckRequest request(int port) {
    return CheckRequest.of(
            "Peer", new AeTitle("SCRIPTED"), new AeTitle("ECHOLOT"), "127.0.0.1", port)
        .withTimeouts(AMPLE);
  }

  CheckResult check(Script... scripts) {
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      return check(request(peer.port()));
    }
  }

  /** A check whose named stage has a short time-out and whose others have an ample one. */
  CheckResult checkHurriedly(CheckStage hurried, Script... scripts) {
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      CheckResult result = check(request(peer.port()).withTimeouts(hurried(hurried)));
      assertThat(result.total()).isLessThan(SHORT.plus(GRACE));
      return result;
    }
  }

  static Timeouts hurried(CheckStage stage) {
    return new Timeouts(
        AMPLE.connect(),
        Duration.ofSeconds(2),
        stage == CheckStage.ASSOCIATE ? SHORT : AMPLE.associate(),
        stage == CheckStage.ECHO ? SHORT : AMPLE.echo(),
        stage == CheckStage.RELEASE ? SHORT : AMPLE.release());
  }

  CheckResult check(CheckRequest request) {
    return check(request, CheckListener.NONE, new StopSignal());
  }

  CheckResult check(CheckRequest request, CheckListener alsoTold, StopSignal stop) {
    Story story = new Story(alsoTold);
    CheckResult result = inTime(() -> engine().check(request, story, stop));
    story.assertTells(request, result);
    Completeness.assertComplete(result);
    return result;
  }

  private static CheckResult inTime(Callable<CheckResult> check) {
    FutureTask<CheckResult> task = new FutureTask<>(check);
    // As in a fleet: a script that computes without end keeps virtual threads from running.
    Threads.startPlatform("check", task);
    try {
      return Objects.requireNonNull(task.get(30, TimeUnit.SECONDS));
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("the check does not return", e);
    } catch (ExecutionException e) {
      throw new AssertionError("the check threw", e.getCause());
    }
  }

  static ResultAssert assertThatResult(CheckResult result) {
    return new ResultAssert(result);
  }

  /** Assertions in the words of CONTRACT.md. */
  static final class ResultAssert extends AbstractAssert<ResultAssert, CheckResult> {
    private ResultAssert(CheckResult actual) {
      super(actual, ResultAssert.class);
      as("%s", actual);
    }

    ResultAssert succeeded() {
      assertThat(actual.outcome()).as("%s", actual).isEqualTo(Outcome.SUCCESS);
      assertThat(actual.echoStatus()).isZero();
      return this;
    }

    ResultAssert failedBy(Cause cause, CheckStage stage, EndedBy endedBy) {
      assertThat(actual.outcome()).as("%s", actual).isEqualTo(Outcome.FAILURE);
      assertThat(actual.cause()).as("%s", actual).isEqualTo(cause);
      assertThat(actual.stage()).as("%s", actual).isEqualTo(stage);
      return endedBy(endedBy);
    }

    ResultAssert endedBy(EndedBy endedBy) {
      assertThat(actual.endedBy()).as("%s", actual).isEqualTo(endedBy);
      return this;
    }

    ResultAssert hasNoWarnings() {
      return hasWarnings();
    }

    ResultAssert hasWarnings(Warning.Code... codes) {
      // A busy machine may make any peer slow.
      assertThat(actual.warnings())
          .as("%s", actual)
          .extracting(Warning::code)
          .filteredOn(code -> code != Warning.Code.SLOW_PEER)
          .containsExactlyInAnyOrder(codes);
      return this;
    }

    ResultAssert says(String text) {
      assertThat(actual.summary() + " " + actual.stages() + actual.warnings()).contains(text);
      return this;
    }
  }
}
