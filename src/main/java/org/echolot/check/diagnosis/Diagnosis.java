package org.echolot.check.diagnosis;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduType;
import org.echolot.text.ElapsedText;
import org.echolot.tls.probe.TlsProbe;

/** Tells from how an association failed, and in which stage, what the cause is. Pure. */
public final class Diagnosis {

  private Diagnosis() {}

  /**
   * What the failure of the stage means.
   *
   * @param stage {@link CheckStage#ASSOCIATE} or {@link CheckStage#ECHO}
   * @param took how long the stage took until then
   */
  public static Finding of(AssociationFailure failure, CheckStage stage, Duration took) {
    return switch (failure) {
      case AssociationFailure.DeadlinePassed(Octets partial) -> timeout(partial, stage, took);
      case AssociationFailure.Closed(Octets partial) ->
          closed(partial, stage, EndedBy.PEER_CLOSE, "the peer closed the connection");
      case AssociationFailure.Reset(Octets partial, String detail) ->
          closed(partial, stage, EndedBy.PEER_RESET, "the connection was reset (" + detail + ")");
      case AssociationFailure.Aborted(Abort abort) -> aborted(abort, stage);
      case AssociationFailure.Rejected(AssociateRj reject) -> rejected(reject);
      case AssociationFailure.Unreadable(Octets bytes, MalformedPduException fault) ->
          unreadable(bytes, fault, stage);
      case AssociationFailure.Unexpected(Pdu pdu, _) -> unexpected(pdu, stage);
      case AssociationFailure.UnreadableCommand(_, var fault) ->
          Finding.of(Cause.MALFORMED_PDU, EndedBy.OUR_ABORT, fault.description());
      case AssociationFailure.WrongMessage(String explanation) ->
          Finding.of(Cause.WRONG_RESPONSE, EndedBy.OUR_ABORT, explanation);
      case AssociationFailure.ReleasedByPeer _ ->
          Finding.of(
              Cause.RELEASED_DURING_ECHO,
              EndedBy.PEER_RELEASE,
              "A-RELEASE-RQ received instead of a response");
      case AssociationFailure.Stopped _ ->
          throw new IllegalArgumentException("a stop is no failure");
    };
  }

  private static Finding unexpected(Pdu pdu, CheckStage stage) {
    Finding finding =
        Finding.of(Cause.UNEXPECTED_PDU, EndedBy.OUR_ABORT, pdu.type() + " has no place here")
            .fact("pdu", pdu.type().standardName())
            .fact("when", when(stage));
    boolean mayBeOurs = stage == CheckStage.ASSOCIATE && pdu.type() == PduType.ASSOCIATE_RQ;
    return mayBeOurs ? finding.variant(Variant.REQUEST) : finding;
  }

  private static Finding timeout(Octets partial, CheckStage stage, Duration took) {
    Optional<Finding> foreign = foreign(partial, stage, EndedBy.OUR_DEADLINE);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    String detail =
        partial.isEmpty()
            ? "no answer in " + ElapsedText.of(took)
            : "only " + partial.length() + " bytes of an answer in " + ElapsedText.of(took);
    boolean associating = stage == CheckStage.ASSOCIATE;
    return partial.isEmpty()
        ? Finding.of(
            associating ? Cause.ASSOCIATE_TIMEOUT : Cause.ECHO_TIMEOUT,
            EndedBy.OUR_DEADLINE,
            detail)
        : Finding.of(
            associating ? Variant.ASSOCIATE_PARTIAL : Variant.ECHO_PARTIAL,
            EndedBy.OUR_DEADLINE,
            detail);
  }

  private static Finding closed(Octets partial, CheckStage stage, EndedBy endedBy, String what) {
    Optional<Finding> foreign = foreign(partial, stage, endedBy);
    if (foreign.isPresent()) {
      return foreign.get();
    }
    boolean associating = stage == CheckStage.ASSOCIATE;
    String detail =
        what
            + (associating ? " after our association request" : " after our C-ECHO-RQ")
            + (partial.isEmpty()
                ? ""
                : ", in the middle of a PDU of which " + partial.length() + " bytes had come");
    return Finding.of(
            associating ? Cause.CLOSED_BEFORE_REPLY : Cause.CLOSED_DURING_ECHO, endedBy, detail)
        .variant(associating && !partial.isEmpty() ? Variant.CLOSED_DURING_REPLY : null);
  }

  private static Finding aborted(Abort abort, CheckStage stage) {
    String text =
        String.format(
            Locale.ROOT,
            "source %d %s, reason %d %s",
            abort.source(),
            abort.sourceText(),
            abort.reason(),
            abort.reasonText());
    return Finding.of(Cause.ABORTED, EndedBy.PEER_ABORT, "A-ABORT: " + text)
        .variant(stage == CheckStage.ECHO ? Variant.ABORTED_ECHO : null)
        .fact("abortText", text)
        .fact("when", when(stage))
        .abort(abort);
  }

  private static Finding rejected(AssociateRj reject) {
    return Finding.of(
            causeOf(reject),
            EndedBy.PEER_REJECTION,
            String.format(
                Locale.ROOT,
                "RJ %s: %s, %s, %s",
                reject.numbers(),
                reject.resultText(),
                reject.sourceText(),
                reject.reasonText()))
        .fact("numbers", reject.numbers())
        .fact("result", String.valueOf(reject.result()))
        .fact("source", String.valueOf(reject.source()))
        .fact("reason", reject.reasonText())
        .reject(reject);
  }

  /** Source and reason decide; the result is shown and does not change what is to be done. */
  private static Cause causeOf(AssociateRj reject) {
    return switch (reject.source()) {
      case AssociateRj.SERVICE_USER ->
          switch (reject.reason()) {
            case AssociateRj.NO_REASON_GIVEN -> Cause.REJECTED_NO_REASON;
            case AssociateRj.APPLICATION_CONTEXT_NAME_NOT_SUPPORTED ->
                Cause.REJECTED_APPLICATION_CONTEXT;
            case AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED -> Cause.REJECTED_CALLING_AE;
            case AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED -> Cause.REJECTED_CALLED_AE;
            default -> Cause.REJECTED_OTHER;
          };
      case AssociateRj.SERVICE_PROVIDER_ACSE ->
          switch (reject.reason()) {
            case AssociateRj.NO_REASON_GIVEN -> Cause.REJECTED_NO_REASON;
            case AssociateRj.PROTOCOL_VERSION_NOT_SUPPORTED -> Cause.REJECTED_PROTOCOL_VERSION;
            default -> Cause.REJECTED_OTHER;
          };
      case AssociateRj.SERVICE_PROVIDER_PRESENTATION ->
          switch (reject.reason()) {
            case AssociateRj.TEMPORARY_CONGESTION, AssociateRj.LOCAL_LIMIT_EXCEEDED ->
                Cause.REJECTED_BUSY;
            default -> Cause.REJECTED_OTHER;
          };
      default -> Cause.REJECTED_OTHER;
    };
  }

  private static Finding unreadable(Octets bytes, MalformedPduException fault, CheckStage stage) {
    return foreign(bytes, stage, EndedBy.OUR_ABORT)
        .orElseGet(() -> Finding.of(Cause.MALFORMED_PDU, EndedBy.OUR_ABORT, fault.description()));
  }

  /** The finding for bytes that are the beginning of another protocol's answer to our request. */
  private static Optional<Finding> foreign(Octets bytes, CheckStage stage, EndedBy endedBy) {
    if (stage != CheckStage.ASSOCIATE || bytes.isEmpty()) {
      return Optional.empty();
    }
    if (bytes.length() > 1 && TlsProbe.isTlsRecord(bytes.unsignedAt(0), bytes.unsignedAt(1))) {
      return Optional.of(expectsTls(endedBy, "it answered our plain request with a TLS record"));
    }
    Optional<String> service = ServiceGuess.of(bytes);
    if (service.isEmpty() && mayBePdu(bytes)) {
      return Optional.empty();
    }
    String looks = service.orElse("no service that Echolot knows");
    return Optional.of(
        Finding.of(Cause.NOT_DICOM, endedBy, "looks like " + looks + ": " + ByteExcerpt.of(bytes))
            .fact("service", looks));
  }

  /**
   * @param endedBy who ended the conversation in which it showed, or after which it was asked for
   */
  public static Finding expectsTls(EndedBy endedBy, String detail) {
    return Finding.of(Cause.PEER_EXPECTS_TLS, endedBy, detail);
  }

  /**
   * The same where our request came with a user identity, which the peer may have disliked: none of
   * the reasons that PS3.8 knows says so.
   */
  public static Finding withUserIdentity(Finding finding) {
    return switch (finding.cause()) {
      case REJECTED_NO_REASON -> finding.variant(Variant.REJECTED_NO_REASON_ON_USER_IDENTITY);
      case REJECTED_PROTOCOL_VERSION -> finding.variant(Variant.REJECTED_VERSION_ON_USER_IDENTITY);
      case REJECTED_OTHER -> finding.variant(Variant.REJECTED_OTHER_ON_USER_IDENTITY);
      case ABORTED -> finding.variant(Variant.ABORTED_ON_USER_IDENTITY);
      case CLOSED_BEFORE_REPLY -> finding.variant(Variant.CLOSED_ON_USER_IDENTITY);
      default -> finding;
    };
  }

  /**
   * The finding without the advice to try TLS, where that was tried.
   *
   * @param variant says how: one of {@link Cause#CLOSED_BEFORE_REPLY}
   */
  public static Finding withoutTlsAdvice(Finding finding, Variant variant) {
    boolean hasIt = finding.cause() == Cause.CLOSED_BEFORE_REPLY && finding.variant() == null;
    return hasIt ? finding.variant(variant) : finding;
  }

  /**
   * Whether bytes have the shape of a PDU header, of a type that PS3.8 knows or may know one day.
   */
  private static boolean mayBePdu(Octets bytes) {
    int type = bytes.unsignedAt(0);
    return PduType.ofCode(type).isPresent()
        || (type > 0 && type < 0x20 && bytes.length() > 1 && bytes.unsignedAt(1) == 0);
  }

  private static String when(CheckStage stage) {
    return stage == CheckStage.ASSOCIATE
        ? "where the answer to our association request was due"
        : "where the response to our C-ECHO was due";
  }
}
