package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.AssociateRj;
import org.jspecify.annotations.Nullable;

/** Tells what an A-ASSOCIATE-RJ means (PS3.8 9.3.4). Pure. */
final class Rejection {

  private Rejection() {}

  /**
   * What it means. None of the reasons that PS3.8 knows says that the peer disliked a user
   * identity, which is why one that came with our request may be behind several of them.
   */
  static Finding of(AssociateRj reject, Circumstances circumstances) {
    return Finding.of(
            causeOf(reject),
            EndedBy.PEER_REJECTION,
            String.format(
                Locale.ROOT,
                "RJ %s: %s, %s, %s",
                reject.numbers(),
                (reject.isResultDefined() ? "" : "result ") + reject.resultText(),
                (reject.isSourceDefined() ? "" : "source ") + reject.sourceText(),
                (reject.isReasonDefined() ? "" : "reason ") + reject.reasonText()))
        .fact("numbers", reject.numbers())
        .fact("reason", reject.reasonText())
        .fact("undefined", undefined(reject))
        .fact(
            "oddResult",
            reject.isResultDefined() || causeOf(reject) == Cause.REJECTED_OTHER
                ? ""
                : ", with result " + reject.result() + ", which PS3.8 does not define")
        .reject(reject)
        .given(Condition.TRANSIENT, reject.result() == AssociateRj.REJECTED_TRANSIENT)
        .given(Condition.PERMANENT, reject.result() == AssociateRj.REJECTED_PERMANENT)
        .given(Condition.REJECTED_BY_PROVIDER, reject.source() == AssociateRj.SERVICE_PROVIDER_ACSE)
        .variant(circumstances.authenticates() ? onUserIdentity(reject) : null);
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

  /** Which of its numbers have no meaning, as a clause; empty if all have one. */
  private static String undefined(AssociateRj reject) {
    List<String> clauses = new ArrayList<>();
    if (!reject.isResultDefined()) {
      clauses.add("result " + reject.result() + ", which PS3.8 does not define");
    }
    if (!reject.isSourceDefined()) {
      clauses.add("source " + reject.source() + ", which PS3.8 does not define");
    } else if (!reject.isReasonDefined()) {
      clauses.add(
          "reason "
              + reject.reason()
              + ", which PS3.8 "
              + (reject.isReasonReserved() ? "reserves" : "does not define")
              + " for source "
              + reject.source());
    }
    return String.join(", and ", clauses);
  }

  private static @Nullable Variant onUserIdentity(AssociateRj reject) {
    return switch (causeOf(reject)) {
      case REJECTED_NO_REASON -> Variant.REJECTED_NO_REASON_ON_USER_IDENTITY;
      case REJECTED_PROTOCOL_VERSION -> Variant.REJECTED_VERSION_ON_USER_IDENTITY;
      case REJECTED_OTHER -> Variant.REJECTED_OTHER_ON_USER_IDENTITY;
      default -> null;
    };
  }
}
