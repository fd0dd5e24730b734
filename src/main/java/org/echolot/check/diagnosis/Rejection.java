package org.echolot.check.diagnosis;

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
                reject.resultText(),
                reject.sourceText(),
                reject.reasonText()))
        .fact("numbers", reject.numbers())
        .fact("result", String.valueOf(reject.result()))
        .fact("source", String.valueOf(reject.source()))
        .fact("reason", reject.reasonText())
        .reject(reject)
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

  private static @Nullable Variant onUserIdentity(AssociateRj reject) {
    return switch (causeOf(reject)) {
      case REJECTED_NO_REASON -> Variant.REJECTED_NO_REASON_ON_USER_IDENTITY;
      case REJECTED_PROTOCOL_VERSION -> Variant.REJECTED_VERSION_ON_USER_IDENTITY;
      case REJECTED_OTHER -> Variant.REJECTED_OTHER_ON_USER_IDENTITY;
      default -> null;
    };
  }
}
