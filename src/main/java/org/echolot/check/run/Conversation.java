package org.echolot.check.run;

import java.time.Duration;
import java.time.Instant;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Diagnosis;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.ReleaseFault;
import org.echolot.check.diagnosis.Variant;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Requestor;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.tls.probe.TlsProbe;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a check on an open connection: association, echo, release. Used once, by one
 * thread.
 */
public final class Conversation {

  /** The most time that the question whether a peer speaks TLS may take. */
  private static final Duration TLS_PROBE = Duration.ofSeconds(1);

  private static final int MESSAGE_ID = 1;

  private static final String STALL =
      "The peer sends its reply in pieces and leaves Nagle's algorithm on. Clients that don't"
          + " acknowledge at once lose about 40 ms with each message; TCP_NODELAY at the peer"
          + " mends it.";

  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private final Progress progress;
  private final ResultBuilder result;
  private final KnownStalls stallsSeen;
  private final TlsStage tls;
  private final @Nullable UserIdentityItem userIdentity;

  /**
   * @param userIdentity who we come as; null: nobody
   */
  Conversation(
      CheckRequest request,
      CheckListener listener,
      StopSignal stop,
      Progress progress,
      ResultBuilder result,
      KnownStalls stallsSeen,
      TlsStage tls,
      @Nullable UserIdentityItem userIdentity) {
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.progress = progress;
    this.result = result;
    this.stallsSeen = stallsSeen;
    this.tls = tls;
    this.userIdentity = userIdentity;
  }

  /**
   * @throws StageFailedException at the first stage after which there is nothing to go on with
   * @throws StoppedException if a stop came before it was known whether the peer answers
   */
  void hold(Requestor association) throws StageFailedException, StoppedException {
    if (associate(association)) {
      echo(association);
    }
    release(association);
  }

  /** Whether the Verification context was accepted; if not, that is recorded. */
  private boolean associate(Requestor association) throws StageFailedException, StoppedException {
    progress.begin(CheckStage.ASSOCIATE, request.callingAe() + " → " + request.calledAe());
    Requestor.Accepted accepted;
    try {
      accepted =
          association.associate(
              VerificationProposal.of(request, userIdentity == null ? null : userIdentity.toSend()),
              Deadline.after(request.timeouts().associate()));
    } catch (AssociationException e) {
      throw associateFailed(e.failure());
    }
    Duration took = progress.elapsed();
    Negotiated negotiated = VerificationProposal.read(accepted.ac());
    result.negotiated(negotiated);
    result.tolerated("A-ASSOCIATE-AC", accepted.deviations());
    VerificationProposal.strayTransferSyntax(negotiated)
        .ifPresent(text -> result.warn(Warning.Code.NONSTANDARD_REPLY, text));
    readIdentityAnswer(accepted.ac());
    Finding refused = VerificationProposal.refusal(negotiated);
    if (refused != null) {
      progress.end(StageState.FAILED, took, refused.detail());
      result.failed(CheckStage.ASSOCIATE, refused);
      return false;
    }
    progress.end(
        accepted.deviations().isEmpty() ? StageState.OK : StageState.WARNING,
        took,
        VerificationProposal.acceptedBy(negotiated));
    result.warnIfAnsweredSlowly("answer to our association request", took);
    return true;
  }

  private void readIdentityAnswer(AssociateAc ac) {
    if (userIdentity == null) {
      return;
    }
    UserIdentityAnswer answer = userIdentity.answerIn(ac);
    result.userIdentity(answer);
    listener.remarked(CheckStage.ASSOCIATE, Instant.now(), answer.text());
    if (answer.kind() == UserIdentityAnswer.Kind.IGNORED) {
      result.warn(Warning.Code.USER_IDENTITY_IGNORED, answer.text() + ".");
    }
  }

  private StageFailedException associateFailed(AssociationFailure failure) throws StoppedException {
    if (failure instanceof AssociationFailure.Stopped) {
      throw new StoppedException();
    }
    Duration took = progress.elapsed();
    Finding late = tls.late(failure);
    if (late != null) {
      return StageFailedException.ofTheStageBefore(late);
    }
    Finding finding = Diagnosis.of(failure, CheckStage.ASSOCIATE, took);
    if (request.isTls()) {
      finding = Diagnosis.withoutTlsAdvice(finding, Variant.CLOSED_OVER_TLS);
    } else if (saidNothing(failure) && request.probesTls()) {
      finding =
          speaksTls()
              ? Diagnosis.expectsTls(
                  finding.endedBy(),
                  finding.detail() + ", and a TLS probe made after that was answered with TLS")
              : Diagnosis.withoutTlsAdvice(finding, Variant.CLOSED_WITHOUT_TLS);
    }
    if (stop.isStopped()) {
      throw new StoppedException();
    }
    return new StageFailedException(
        userIdentity == null ? finding : Diagnosis.withUserIdentity(finding), took);
  }

  private static boolean saidNothing(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.Closed(var partial) -> partial.isEmpty();
      case AssociationFailure.Reset(var partial, _) -> partial.isEmpty();
      case AssociationFailure.DeadlinePassed(var partial) -> partial.isEmpty();
      default -> false;
    };
  }

  private boolean speaksTls() {
    listener.remarked(
        CheckStage.ASSOCIATE,
        Instant.now(),
        "Asking the peer, on a connection of its own, whether it speaks TLS");
    Duration tls = request.timeouts().tls();
    try (TlsProbe probe = new TlsProbe();
        var _ = stop.onStop(probe::close)) {
      boolean speaksTls =
          probe.speaksTls(result.remoteAddress(), tls.compareTo(TLS_PROBE) < 0 ? tls : TLS_PROBE);
      listener.remarked(
          CheckStage.ASSOCIATE,
          Instant.now(),
          speaksTls ? "The peer speaks TLS" : "Nothing shows that the peer speaks TLS");
      return speaksTls;
    }
  }

  private void echo(Requestor association) throws StageFailedException, StoppedException {
    progress.begin(CheckStage.ECHO, "message ID " + MESSAGE_ID);
    Requestor.EchoReply reply;
    boolean stalls = stallsSeen.isKnown(result.remoteAddress());
    try {
      reply =
          association.echo(
              VerificationProposal.CONTEXT_ID,
              MESSAGE_ID,
              Deadline.after(request.timeouts().echo()),
              !stalls);
    } catch (AssociationException e) {
      if (e.failure() instanceof AssociationFailure.Stopped) {
        throw new StoppedException();
      }
      Duration took = progress.elapsed();
      throw new StageFailedException(Diagnosis.of(e.failure(), CheckStage.ECHO, took), took);
    }
    // What the peer takes, without what it was made to wait.
    Duration took = progress.elapsed().minus(reply.heldBackFor());
    result.tolerated("C-ECHO-RSP", reply.deviations());
    if (reply.heldBackFor().isPositive()) {
      stallsSeen.remember(result.remoteAddress());
      stalls = true;
    }
    if (stalls) {
      result.warn(Warning.Code.DELAYED_ACK_STALL, STALL);
    }
    CEchoRsp rsp = reply.rsp();
    result.echoStatus(rsp.status());
    String status = DimseStatus.hex(rsp.status()) + " " + DimseStatus.meaningOf(rsp.status());
    if (rsp.status() == DimseStatus.SUCCESS) {
      boolean clean = reply.deviations().isEmpty();
      progress.end(clean ? StageState.OK : StageState.WARNING, took, "status " + status);
      result.warnIfAnsweredSlowly("response to our C-ECHO", took);
    } else {
      String comment = rsp.errorComment() == null ? "" : ": \"" + rsp.errorComment() + '"';
      Finding finding =
          Finding.of(Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, "status " + status + comment)
              .fact("status", DimseStatus.hex(rsp.status()))
              .fact("meaning", DimseStatus.meaningOf(rsp.status()) + comment);
      progress.end(StageState.FAILED, took, finding.detail());
      result.failed(CheckStage.ECHO, finding);
    }
  }

  /**
   * Ends the association. The outcome is known by now: what goes wrong, or is stopped, is worth a
   * warning and no more.
   */
  private void release(Requestor association) {
    progress.begin(CheckStage.RELEASE, "");
    try {
      association.release(Deadline.after(request.timeouts().release()));
      progress.end(StageState.OK, "confirmed");
      result.endedBy(EndedBy.OUR_RELEASE);
    } catch (AssociationException e) {
      ReleaseFault fault = ReleaseFault.of(e.failure(), progress.elapsed());
      progress.end(StageState.WARNING, fault.text());
      result.warn(fault.code(), fault.sentence());
      result.endedBy(fault.endedBy());
    }
  }
}
