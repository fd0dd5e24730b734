package org.echolot.check.run;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.concurrent.LocalClock;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsFileException;

/** One check from its first stage to its last. Used once, by one thread. */
final class CheckRun {

  private final CheckPlan plan;
  private final CheckCourse course;
  private final Progress progress;
  private final ResultBuilder result;

  CheckRun(
      CheckPlan plan,
      StagedEngine.Tools tools,
      CheckRequest request,
      CheckListener listener,
      StopSignal stop) {
    this.plan = plan;
    UserIdentity identity = request.userIdentity();
    this.course =
        new CheckCourse(
            tools,
            request,
            listener,
            stop,
            identity == null
                ? null
                : new UserIdentityItem(request.peerId(), identity, tools.secrets()));
    this.progress = course.progress;
    this.result = course.result;
  }

  CheckResult run() {
    return run(LocalClock.now());
  }

  /**
   * Runs it.
   *
   * @param began when it began, as it was told
   */
  CheckResult run(OffsetDateTime began) {
    result.began(began);
    try (course) {
      requireSendableIdentity();
      readTlsFiles();
      plan.follow(course);
    } catch (StageFailedException e) {
      if (e.isRevising()) {
        progress.revise(CheckStage.TLS, e.finding().detail());
      } else {
        progress.end(StageState.FAILED, e.took(), e.finding().detail());
      }
      result.failed(progress.current(), e.finding());
    } catch (StoppedException _) {
      progress.stopped();
      result.stopped(progress.current());
    } catch (IOException | RuntimeException e) {
      if (e instanceof RuntimeException) {
        Threads.tellFault(e);
      }
      Finding broken = broken(e);
      progress.end(StageState.FAILED, progress.elapsed(), broken.detail());
      result.failed(progress.current(), broken);
    }
    return result.build(progress.ladder());
  }

  private Finding broken(Exception e) {
    boolean connected = progress.current().compareTo(CheckStage.CONNECT) > 0;
    String where =
        Arrays.stream(e.getStackTrace()).limit(1).map(f -> " at " + f).findAny().orElse("");
    return Finding.of(
        Cause.INTERNAL_ERROR,
        connected ? EndedBy.OUR_ABORT : EndedBy.NEVER_BEGAN,
        course.guard().traces().cutFrom(e + where));
  }

  /** A peer is not to be troubled with what can't be finished. */
  private void requireSendableIdentity() throws StageFailedException {
    if (course.userIdentity != null) {
      try {
        course.guardedBy(new AnswerGuard(course.userIdentity.traces(course.request)));
      } catch (StageFailedException e) {
        progress.begin(CheckStage.ASSOCIATE, "");
        throw e;
      }
    }
  }

  /** Reads certificates and keys before anything is asked of the peer. */
  private void readTlsFiles() throws StageFailedException {
    TlsSettings settings = course.request.tls();
    if (settings == null) {
      return;
    }
    try {
      course.tlsClient(course.tools.materials().client(settings, course.request.host()));
    } catch (TlsFileException e) {
      progress.begin(CheckStage.TLS, "");
      throw new StageFailedException(TlsDiagnosis.file(e), Duration.ZERO);
    }
  }
}
