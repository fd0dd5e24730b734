package org.echolot.check.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Teller;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;

/**
 * Opens associations for what is asked beyond an echo, one at a time, as a check does: with its
 * stages, deadlines, diagnosis and stop. Safe for use by many threads.
 */
public final class Errands {

  /**
   * What came of it.
   *
   * @param result the stages up to the association, and why there was none where there was none
   * @param value what the errand brought; null if the association was not accepted, or ended first
   * @param broken why the association ended during the errand; null if it did not
   */
  public record Done<T>(
      CheckResult result, @Nullable T value, @Nullable AssociationFailure broken) {

    /** Whether the peer accepted the association, whatever came after. */
    public boolean wasAccepted() {
      return value != null || broken != null;
    }
  }

  private final StagedEngine.Tools tools;

  /**
   * @param materials the files with certificates and keys
   * @param secrets has the passcodes and tokens of user identities
   */
  public Errands(TlsMaterials materials, SecretBook secrets) {
    this.tools =
        StagedEngine.Tools.of(
            OwnEngine.NAME, OwnEngine::open, NameSources.ofThisComputer(), materials, secrets);
  }

  StagedEngine.Tools tools() {
    return tools;
  }

  /**
   * Goes on one. It blocks, and ends within the timeouts of the request and of the errand.
   *
   * @param listener is told what happens, on another thread, and of all of it when this returns
   */
  public <T> Done<T> run(
      CheckRequest request,
      Proposal proposal,
      Errand<T> errand,
      CheckListener listener,
      StopSignal stop) {
    ErrandStep<T> step = new ErrandStep<>(proposal, errand);
    CheckPlan plan =
        new CheckPlan(List.of(new ResolveStep(), new ConnectStep(), new TlsStep(), step));
    CheckResult result = follow(plan, request, listener, stop);
    return new Done<>(result, step.value, step.broken);
  }

  CheckResult follow(
      CheckPlan plan, CheckRequest request, CheckListener listener, StopSignal stop) {
    try (Teller<CheckEvent> teller =
        new Teller<>(List.of(listener::told), EventScale.INSTANCE, tools.tellers())) {
      teller.tell(new CheckEvent.CheckStarted(request, Instant.now()));
      CheckResult result = new CheckRun(plan, tools, request, teller::tell, stop).run();
      teller.tell(new CheckEvent.CheckEnded(result, Instant.now()));
      return result;
    }
  }

  /** Used once. */
  private static final class ErrandStep<T> implements Step {

    private final Proposal proposal;
    private final Errand<T> errand;
    private @Nullable T value;
    private @Nullable AssociationFailure broken;

    ErrandStep(Proposal proposal, Errand<T> errand) {
      this.proposal = proposal;
      this.errand = errand;
    }

    @Override
    public Next take(CheckCourse course) throws StageFailedException, StoppedException {
      RequestorAssociation.Accepted accepted = AssociateStep.accepted(course, proposal);
      Duration took = course.association().took();
      course.result.negotiated(VerificationProposal.read(accepted.ac()));
      course.result.tolerated("A-ASSOCIATE-AC", accepted.deviations());
      course.progress.end(StageState.OK, took, "accepted");
      RequestorAssociation association = course.association().ours().orElseThrow();
      try {
        value =
            errand.run(
                new Errand.Accepted(
                    association,
                    accepted.ac(),
                    took,
                    course.stop,
                    course.guard().traces()::cutFrom));
      } catch (AssociationException e) {
        if (e.failure() instanceof AssociationFailure.Stopped) {
          throw new StoppedException();
        }
        broken = new GuardedRequestor(course.association(), course.guard()).cutFrom(e.failure());
        course.remark(CheckStage.ASSOCIATE, "The association ended: " + broken);
        return Next.LEAVE;
      }
      return new ReleaseStep().take(course);
    }
  }
}
