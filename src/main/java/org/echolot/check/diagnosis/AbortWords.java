package org.echolot.check.diagnosis;

import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.Abort;

/** Tells what an A-ABORT of the peer means (PS3.8 9.3.8). Pure. */
final class AbortWords {

  private static final int RESERVED_SOURCE = 1;
  private static final int RESERVED_REASON = 3;

  private AbortWords() {}

  /**
   * @param when it came, as in "instead of an answer to our association request"
   */
  static Finding finding(Abort abort, CheckStage stage, String when, Circumstances circumstances) {
    return Finding.of(Cause.ABORTED, EndedBy.PEER_ABORT, "A-ABORT: " + of(abort))
        .variant(variant(abort, stage, circumstances))
        .fact("abortText", of(abort))
        .fact("undefined", undefined(abort))
        .fact("objection", objection(abort))
        .fact("when", when)
        .abort(abort);
  }

  /** Its numbers with what they mean; what is not significant is left out if it is 0. */
  static String of(Abort abort) {
    String source = "source " + abort.source();
    String who =
        abort.isSourceDefined()
            ? source + " (" + abort.sourceText() + ")"
            : source + meaningless(abort.source() == RESERVED_SOURCE);
    String reason = "reason " + abort.reason();
    if (abort.source() != Abort.SERVICE_PROVIDER) {
      return abort.reason() == 0 ? who : who + ", " + reason + ", which is not significant";
    }
    return who
        + ", "
        + (abort.isReasonDefined()
            ? reason + " (" + abort.reasonText() + ")"
            : reason + meaningless(abort.reason() == RESERVED_REASON));
  }

  private static String meaningless(boolean isReserved) {
    return isReserved ? ", which PS3.8 reserves" : ", which PS3.8 does not define";
  }

  /** The number that has no meaning; empty if both have one. */
  private static String undefined(Abort abort) {
    if (!abort.isSourceDefined()) {
      return "source " + abort.source();
    }
    return abort.isReasonDefined() ? "" : "reason " + abort.reason();
  }

  /** What the software of the peer did not like, as its reason says; empty if it does not. */
  private static String objection(Abort abort) {
    return switch (abort.reason()) {
      case Abort.UNRECOGNIZED_PDU -> "the peer did not recognize what we sent as a PDU";
      case Abort.UNEXPECTED_PDU -> "the peer did not expect what we sent at that point";
      case Abort.UNRECOGNIZED_PDU_PARAMETER -> "the peer did not recognize a part of what we sent";
      case Abort.UNEXPECTED_PDU_PARAMETER -> "the peer did not expect a part of what we sent";
      case Abort.INVALID_PDU_PARAMETER_VALUE -> "the peer considers a value that we sent invalid";
      default -> "the peer aborted without a reason";
    };
  }

  private static Variant variant(Abort abort, CheckStage stage, Circumstances circumstances) {
    if (stage != CheckStage.ECHO && circumstances.authenticates()) {
      return Variant.ABORTED_ON_USER_IDENTITY;
    }
    if (!abort.isSourceDefined()) {
      return Variant.ABORTED_BY_UNDEFINED_SOURCE;
    }
    if (abort.source() == Abort.SERVICE_USER) {
      return stage == CheckStage.ECHO ? Variant.ABORTED_ECHO : Variant.ABORTED_BY_USER;
    }
    if (!abort.isReasonDefined()) {
      return Variant.ABORTED_FOR_UNDEFINED_REASON;
    }
    if (stage == CheckStage.ECHO) {
      return Variant.ABORTED_ECHO_BY_PROVIDER;
    }
    return abort.reason() == Abort.REASON_NOT_SPECIFIED
        ? Variant.ABORTED_BY_PROVIDER
        : Variant.ABORTED_BY_PROVIDER_ON_REQUEST;
  }
}
