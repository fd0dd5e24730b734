package org.echolot.check.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Circumstances;
import org.echolot.check.diagnosis.Diagnosis;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.OddAcceptance;
import org.echolot.check.diagnosis.SlowPeer;
import org.echolot.check.diagnosis.Variant;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;

/** Asks for the association. */
final class AssociateStep implements Step {

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    Accepted accepted = accepted(course, VerificationProposal.of(course.request));
    Duration took = course.association().took();
    Negotiated negotiated = VerificationProposal.read(accepted.ac());
    course.result.negotiated(negotiated);
    course.result.tolerated("A-ASSOCIATE-AC", accepted.deviations());
    OddAcceptance.strayRemark(negotiated, VerificationProposal.syntaxesOf(course.request))
        .ifPresent(text -> course.result.warn(Warning.Code.NONSTANDARD_REPLY, text));
    OddAcceptance.swappedTitles(
            course.request.callingAe(), course.request.calledAe(), accepted.ac())
        .ifPresent(
            text ->
                course.result.warn(new Warning(Warning.Code.NONSTANDARD_REPLY, text, Move.NOBODY)));
    VerificationProposal.strayContexts(accepted.ac(), course.request)
        .ifPresent(text -> course.result.warn(Warning.Code.NONSTANDARD_REPLY, text));
    OddAcceptance.tooSmall(negotiated)
        .ifPresent(
            one ->
                course.result.warn(
                    new Warning(Warning.Code.NONSTANDARD_REPLY, one.text()), one.step()));
    readIdentityAnswer(course, accepted.ac());
    Finding refused = VerificationProposal.refusal(accepted.ac());
    if (refused != null) {
      course.progress.end(StageState.FAILED, took, refused.detail());
      course.result.failed(CheckStage.ASSOCIATE, refused);
      return Next.LEAVE;
    }
    course.progress.end(
        accepted.deviations().isEmpty() ? StageState.OK : StageState.WARNING,
        took,
        VerificationProposal.acceptedBy(negotiated));
    course.warnIfSlow(CheckStage.ASSOCIATE, "answer to our association request", took);
    return Next.GO_ON;
  }

  /**
   * Asks for an association, and answers for what becomes of that.
   *
   * @throws StageFailedException if there is none
   */
  static Accepted accepted(CheckCourse course, Proposal proposal)
      throws StageFailedException, StoppedException {
    CheckRequest request = course.request;
    AtomicBoolean sent = new AtomicBoolean();
    open(course, sent);
    course.transport().beginStage();
    course.progress.begin(CheckStage.ASSOCIATE, request.callingAe() + " → " + request.calledAe());
    return associate(course, proposal, sent);
  }

  private static void open(CheckCourse course, AtomicBoolean sent)
      throws StageFailedException, StoppedException {
    try {
      AnswerGuard guard = course.guard();
      Requestor association =
          course
              .tools
              .upperLayer()
              .open(
                  course.transport(),
                  course.connectedIn(),
                  course.tools.scheduler(),
                  event -> {
                    if (event instanceof AssociationEvent.PduSent) {
                      sent.set(true);
                    }
                    course.tell(new CheckEvent.InAssociation(guard.cutFrom(event)));
                  });
      course.associating(
          guard.traces().isNone() ? association : new GuardedRequestor(association, guard));
    } catch (IOException e) {
      throw unusable(course, e);
    }
  }

  /** A socket that can't be used any more was closed by a stop, or by the peer. */
  static StageFailedException unusable(CheckCourse course, IOException e) throws StoppedException {
    course.progress.begin(CheckStage.ASSOCIATE, "");
    course.requireGoing();
    return brokenBeforeRequest(String.valueOf(e.getMessage()));
  }

  static StageFailedException brokenBeforeRequest(String what) {
    return new StageFailedException(
        Finding.of(
            Variant.RESET_AT_ONCE,
            EndedBy.PEER_RESET,
            "the connection was reset (" + what + ") before our association request"),
        Duration.ZERO);
  }

  private static Accepted associate(CheckCourse course, Proposal proposal, AtomicBoolean sent)
      throws StageFailedException, StoppedException {
    UserIdentityItem identity = course.userIdentity;
    AssociateRq request =
        proposal.from(course.request, identity == null ? null : identity.toSend());
    try {
      return course
          .association()
          .associate(request, Deadline.after(course.request.timeouts().associate()));
    } catch (AssociationException e) {
      throw failed(course, request, e.failure(), sent.get());
    }
  }

  private static void readIdentityAnswer(CheckCourse course, AssociateAc ac) {
    if (course.userIdentity == null) {
      return;
    }
    UserIdentityAnswer answer = course.userIdentity.answerIn(ac);
    course.result.userIdentity(answer);
    course.remark(CheckStage.ASSOCIATE, answer.text());
    if (answer.kind() == UserIdentityAnswer.Kind.IGNORED) {
      course.result.warn(Warning.Code.USER_IDENTITY_IGNORED, answer.text() + ".");
    }
  }

  private static StageFailedException failed(
      CheckCourse course, AssociateRq request, AssociationFailure failure, boolean sent)
      throws StoppedException {
    if (failure instanceof AssociationFailure.Stopped) {
      throw new StoppedException();
    }
    Duration took = course.association().took();
    Finding late = TlsStep.late(course, failure);
    if (late != null) {
      return StageFailedException.ofTheStageBefore(late);
    }
    Circumstances circumstances =
        Aftermath.ofRequest(course, request, failure, course.circumstances(took));
    course.requireGoing();
    switch (failure) {
      case AssociationFailure.Rejected _ ->
          SlowPeer.refusing("rejection", took).ifPresent(course.result::warn);
      case AssociationFailure.Aborted _ ->
          SlowPeer.refusing("abort", took).ifPresent(course.result::warn);
      default -> {
        // What it says of the time is in its own words.
      }
    }
    Finding finding = Diagnosis.of(failure, CheckStage.ASSOCIATE, circumstances);
    boolean onlyHeader =
        !sent
            && failure instanceof AssociationFailure.Reset
            && course.request.approach().proxyHeader() != null
            && course.tlsClient() == null;
    return new StageFailedException(
        onlyHeader ? Diagnosis.afterHeader(finding, circumstances) : finding, took);
  }
}
