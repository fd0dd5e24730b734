package org.echolot.check.diagnosis;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduType;
import org.echolot.text.ElapsedText;
import org.echolot.tls.probe.ProbeAnswer;
import org.echolot.tls.probe.TlsProbe;
import org.jspecify.annotations.Nullable;

/** Tells from how an association failed, and in which stage, what the cause is. Pure. */
public final class Diagnosis {

  /** What a request for an association is answered with (PS3.8 9.2, states Sta5). */
  private static final Set<@Nullable PduType> ANSWERS =
      EnumSet.of(PduType.ASSOCIATE_AC, PduType.ASSOCIATE_RJ, PduType.ABORT);

  private Diagnosis() {}

  /**
   * The same where the connection broke after our header of the PROXY protocol, before the request
   * behind it had gone.
   */
  public static Finding afterHeader(Finding finding, Circumstances circumstances) {
    return finding
        .saying(
            finding
                .detail()
                .replace(
                    ElapsedText.of(circumstances.endedAfter()) + " after our association request",
                    "after our header of the PROXY protocol, before our association request had"
                        + " been sent"))
        .variant(
            finding.cause() == Cause.CLOSED_BEFORE_REPLY
                ? Variant.CLOSED_AFTER_HEADER
                : finding.variant());
  }

  /**
   * What the failure of the stage means.
   *
   * @param stage {@link CheckStage#ASSOCIATE} or {@link CheckStage#ECHO}
   */
  public static Finding of(
      AssociationFailure failure, CheckStage stage, Circumstances circumstances) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed(Octets partial) ->
          foreign(partial, stage, EndedBy.OUR_DEADLINE, circumstances)
              .orElseGet(
                  () -> orExpectsTls(Silence.of(partial, stage, circumstances), circumstances));
      case AssociationFailure.Closed(Octets partial) ->
          foreign(partial, stage, EndedBy.PEER_CLOSE, circumstances)
              .orElseGet(
                  () -> orExpectsTls(Ending.byClose(partial, stage, circumstances), circumstances));
      case AssociationFailure.Reset(Octets partial, String detail) ->
          foreign(partial, stage, EndedBy.PEER_RESET, circumstances)
              .orElseGet(
                  () ->
                      orExpectsTls(
                          Ending.byReset(partial, detail, stage, circumstances), circumstances));
      case AssociationFailure.Aborted(Abort abort) ->
          AbortWords.finding(abort, stage, when(stage), circumstances);
      case AssociationFailure.Rejected(AssociateRj reject) -> Rejection.of(reject, circumstances);
      case AssociationFailure.Unreadable(Octets bytes, MalformedPduException fault) ->
          unreadable(bytes, fault, stage, circumstances);
      case AssociationFailure.Unexpected(Pdu pdu, _) -> unexpected(pdu, stage);
      case AssociationFailure.UnreadableCommand(Octets bytes, var fault) ->
          BrokenPdu.ofCommand(bytes, fault);
      case AssociationFailure.WrongMessage(var kind, String explanation) ->
          Finding.of(Cause.WRONG_RESPONSE, EndedBy.OUR_ABORT, explanation).variant(wrong(kind));
      case AssociationFailure.ReleasedByPeer _ ->
          Finding.of(
              Cause.RELEASED_DURING_ECHO,
              EndedBy.PEER_RELEASE,
              "A-RELEASE-RQ received instead of a response");
      case AssociationFailure.Stopped _ ->
          throw new IllegalArgumentException("a stop is no failure");
    };
  }

  private static @Nullable Variant wrong(AssociationFailure.WrongMessage.Kind kind) {
    return switch (kind) {
      case OTHER_MESSAGE -> Variant.RESPONSE_TO_OTHER_MESSAGE;
      case REQUEST -> Variant.REQUEST_INSTEAD;
      case OTHER_COMMAND -> Variant.RESPONSE_TO_OTHER_COMMAND;
      case OTHER_CONTEXT -> Variant.RESPONSE_IN_OTHER_CONTEXT;
      case DATA_SET -> Variant.DATA_SET_INSTEAD;
      case OTHER -> null;
    };
  }

  /** Whether the peer ended, or let pass, the stage without having sent a byte of an answer. */
  public static boolean saidNothing(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.Closed(var partial) -> partial.isEmpty();
      case AssociationFailure.Reset(var partial, _) -> partial.isEmpty();
      case AssociationFailure.DeadlinePassed(var partial) -> partial.isEmpty();
      default -> false;
    };
  }

  /** What a peer that said nothing was shown by a probe to wait for outweighs its silence. */
  private static Finding orExpectsTls(Finding finding, Circumstances circumstances) {
    return !circumstances.overTls() && circumstances.probe() == ProbeAnswer.YES
        ? expectsTls(
            finding.endedBy(), finding.detail() + ", but the port answered a TLS probe after that")
        : finding;
  }

  private static Finding unexpected(Pdu pdu, CheckStage stage) {
    Finding finding =
        Finding.of(Cause.UNEXPECTED_PDU, EndedBy.OUR_ABORT, pdu.type() + " received")
            .fact("pdu", pdu.type().standardName())
            .fact("when", when(stage));
    if (pdu instanceof AssociateRj rj && stage == CheckStage.ECHO) {
      return finding
          .variant(Variant.REJECTED_AFTER_ACCEPTANCE)
          .fact("rejection", rj.numbers() + ", " + rj.reasonText());
    }
    if (stage == CheckStage.ECHO) {
      return finding.variant(Variant.UNEXPECTED_DURING_ECHO);
    }
    return pdu instanceof AssociateRq rq ? request(finding, rq) : finding;
  }

  /** Only a request of ours has our implementation class UID. */
  private static Finding request(Finding finding, AssociateRq rq) {
    return rq.userInformation()
            .implementationClassUid()
            .equals(Optional.of(Implementation.CLASS_UID))
        ? finding.variant(Variant.OWN_REQUEST)
        : finding
            .variant(Variant.REQUEST)
            .fact("callsAs", rq.callingAe().shown())
            .fact("calls", rq.calledAe().shown());
  }

  private static Finding unreadable(
      Octets bytes, MalformedPduException fault, CheckStage stage, Circumstances circumstances) {
    return foreign(bytes, stage, EndedBy.OUR_ABORT, circumstances)
        .orElseGet(() -> BrokenPdu.of(bytes, fault, stage, when(stage)));
  }

  /** The finding for bytes that are the beginning of another protocol's answer to our request. */
  private static Optional<Finding> foreign(
      Octets bytes, CheckStage stage, EndedBy endedBy, Circumstances circumstances) {
    if (stage != CheckStage.ASSOCIATE || bytes.isEmpty()) {
      return Optional.empty();
    }
    if (bytes.length() > 1 && TlsProbe.isTlsRecord(bytes.unsignedAt(0), bytes.unsignedAt(1))) {
      return Optional.of(
          circumstances.overTls()
              ? Finding.of(
                  Variant.TLS_BEHIND_TLS,
                  endedBy,
                  "an unencrypted TLS record arrived through the encrypted connection")
              : expectsTls(endedBy, "it answered our plain request with a TLS record"));
    }
    Optional<String> service = ServiceGuess.of(bytes);
    boolean isPdu = mayBePdu(bytes) || BrokenPdu.bytesBeforeAPdu(bytes).isPresent();
    if (service.isEmpty() && endedBy == EndedBy.OUR_ABORT && isPdu) {
      return Optional.empty();
    }
    if (service.isEmpty() && mayBePdu(bytes)) {
      return Optional.empty();
    }
    String excerpt = ByteExcerpt.of(bytes);
    return Optional.of(
        service
            .map(
                like ->
                    Finding.of(Cause.NOT_DICOM, endedBy, "looks like " + like + ": " + excerpt)
                        .fact("service", like)
                        .variant(isPortal(bytes) ? Variant.PORTAL : null)
                        .given(Condition.BAD_REQUEST, isBadRequest(bytes))
                        .given(Condition.WEB, like.contains("web"))
                        .given(Condition.HTTP_PROXY, like.contains("HTTP proxy")))
            .orElseGet(
                () -> Finding.of(Variant.UNKNOWN_SERVICE, endedBy, "unknown data: " + excerpt)));
  }

  private static boolean isBadRequest(Octets bytes) {
    return HttpAnswer.of(bytes.toLatin1())
        .filter(answer -> answer.status() == HttpAnswer.BAD_REQUEST)
        .isPresent();
  }

  /** Whether it sends whoever has not logged in to a login page of the network. */
  private static boolean isPortal(Octets bytes) {
    return HttpAnswer.of(bytes.toLatin1()).filter(HttpAnswer::isOfPortal).isPresent();
  }

  private static Finding expectsTls(EndedBy endedBy, String detail) {
    return Finding.of(Cause.PEER_EXPECTS_TLS, endedBy, detail);
  }

  /**
   * Whether bytes that are no whole PDU have the shape of a PDU's header, of a type that PS3.8
   * knows or may know one day. Its second byte is reserved and sent as 0 (PS3.8 9.3.1).
   */
  static boolean mayBePdu(Octets bytes) {
    int type = bytes.unsignedAt(0);
    if (bytes.length() == 1) {
      // Other services answer with one such byte, too: ENQ, ACK.
      return ANSWERS.contains(PduType.ofCode(type).orElse(null));
    }
    return type > 0 && type < 0x20 && bytes.unsignedAt(1) == 0;
  }

  private static String when(CheckStage stage) {
    return stage == CheckStage.ASSOCIATE
        ? "instead of an answer to our association request"
        : "instead of a response to our C-ECHO";
  }
}
