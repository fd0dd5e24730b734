package org.echolot.check.run;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Diagnosis;
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

  private static final String STALL =
      "The peer sends its reply in pieces and leaves Nagle's algorithm on. Clients that don't"
          + " acknowledge at once lose about 40 ms with each message; TCP_NODELAY at the peer"
          + " mends it.";

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    ResultBuilder result = course.result;
    course.progress.begin(CheckStage.ECHO, "message ID " + MESSAGE_ID);
    boolean knownToStall = course.tools.stalls().isKnown(result.remoteAddress());
    Verification.Reply reply = echo(course, !knownToStall);
    // What the peer takes, without what it was made to wait.
    Duration took = course.association().took().minus(reply.heldBackFor());
    result.tolerated("C-ECHO-RSP", reply.deviations());
    warnOfStall(course, reply, knownToStall);
    CEchoRsp rsp = reply.rsp();
    result.echoStatus(rsp.status());
    String status = DimseStatus.hex(rsp.status()) + " " + DimseStatus.meaningOf(rsp.status());
    if (rsp.status() == DimseStatus.SUCCESS) {
      boolean clean = reply.deviations().isEmpty();
      course.progress.end(clean ? StageState.OK : StageState.WARNING, took, "status " + status);
      result.warnIfAnsweredSlowly("response to our C-ECHO", took);
    } else {
      String comment = rsp.errorComment() == null ? "" : ": \"" + rsp.errorComment() + '"';
      Finding finding =
          Finding.of(Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, "status " + status + comment)
              .fact("status", DimseStatus.hex(rsp.status()))
              .fact("meaning", DimseStatus.meaningOf(rsp.status()) + comment);
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
      throw new StageFailedException(Diagnosis.of(e.failure(), CheckStage.ECHO, took), took);
    }
  }

  private static void warnOfStall(
      CheckCourse course, Verification.Reply reply, boolean knownToStall) {
    InetSocketAddress peer = course.result.remoteAddress();
    boolean stalls = knownToStall;
    if (reply.heldBackFor().isPositive()) {
      course.tools.stalls().remember(peer);
      stalls = true;
    }
    if (stalls) {
      course.result.warn(Warning.Code.DELAYED_ACK_STALL, STALL);
    }
  }
}
