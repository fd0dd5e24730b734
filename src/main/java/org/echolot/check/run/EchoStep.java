package org.echolot.check.run;

import java.time.Duration;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Circumstances;
import org.echolot.check.diagnosis.DelayedAckStall;
import org.echolot.check.diagnosis.Diagnosis;
import org.echolot.check.diagnosis.FailedStatus;
import org.echolot.check.diagnosis.Finding;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.service.Verification;

/** Sends the C-ECHO-RQ and reads the answer. */
final class EchoStep implements Step {

  private static final int MESSAGE_ID = 1;

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    ResultBuilder result = course.result;
    course.transport().beginStage();
    course.progress.begin(CheckStage.ECHO, "message ID " + MESSAGE_ID);
    DelayedAckStall stall = new DelayedAckStall(course.tools.stalls(), result.remoteAddress());
    Verification.Reply reply = echo(course, stall.isSought());
    // What the peer takes, without what it was made to wait.
    Duration took = course.association().took().minus(reply.heldBackFor());
    result.tolerated("C-ECHO-RSP", reply.deviations());
    stall.warning(reply.heldBackFor()).ifPresent(result::warn);
    CEchoRsp rsp = reply.rsp();
    result.echoStatus(rsp.status());
    String status = DimseStatus.named(rsp.status());
    if (rsp.status() == DimseStatus.SUCCESS) {
      boolean clean = reply.deviations().isEmpty();
      course.progress.end(clean ? StageState.OK : StageState.WARNING, took, "status " + status);
      course.warnIfSlow(CheckStage.ECHO, "response to our C-ECHO", took);
    } else {
      Finding finding = FailedStatus.of(rsp);
      course.progress.end(StageState.FAILED, took, finding.detail());
      result.failed(CheckStage.ECHO, finding);
    }
    return Next.GO_ON;
  }

  private static Verification.Reply echo(CheckCourse course, boolean watching)
      throws StageFailedException, StoppedException {
    try {
      return course
          .association()
          .echo(
              VerificationProposal.CONTEXT_ID,
              MESSAGE_ID,
              Deadline.after(course.request.timeouts().echo()),
              watching);
    } catch (AssociationException e) {
      if (e.failure() instanceof AssociationFailure.Stopped) {
        throw new StoppedException();
      }
      Duration took = course.association().took();
      Circumstances circumstances =
          Aftermath.ofEcho(course, e.failure(), course.circumstances(took));
      course.requireGoing();
      throw new StageFailedException(
          Diagnosis.of(TlsStep.named(course, e.failure()), CheckStage.ECHO, circumstances), took);
    }
  }
}
