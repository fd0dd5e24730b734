package org.echolot.check.diagnosis;

import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.DimseStatus;
import org.jspecify.annotations.Nullable;

/** Tells what a status other than Success means in the response to a C-ECHO. Pure. */
public final class FailedStatus {

  /** The first byte of those with which Storage and Query/Retrieve say so. */
  private static final int OUT_OF_RESOURCES = 0xA7;

  private static final int CANCEL = 0xFE00;

  private FailedStatus() {}

  /** What it means. */
  public static Finding of(CEchoRsp rsp) {
    int status = rsp.status();
    String comment = rsp.errorComment() == null ? "" : ": \"" + rsp.errorComment() + '"';
    return Finding.of(
            Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, "status " + DimseStatus.named(status) + comment)
        .variant(variant(status))
        .fact("status", DimseStatus.hex(status))
        .fact("meaning", DimseStatus.meaningOf(status) + comment)
        .fact("comment", "\"" + rsp.errorComment() + '"')
        .given(Condition.COMMENTED, rsp.errorComment() != null);
  }

  private static @Nullable Variant variant(int status) {
    return switch (status) {
      case DimseStatus.DUPLICATE_INVOCATION -> Variant.STATUS_DUPLICATE;
      case DimseStatus.MISTYPED_ARGUMENT,
          DimseStatus.NO_SUCH_ARGUMENT,
          DimseStatus.INVALID_ARGUMENT_VALUE ->
          Variant.STATUS_ON_REQUEST;
      case DimseStatus.PROCESSING_FAILURE -> null;
      case DimseStatus.NOT_AUTHORIZED -> Variant.STATUS_NOT_AUTHORIZED;
      case DimseStatus.SOP_CLASS_NOT_SUPPORTED,
          DimseStatus.NO_SUCH_SOP_CLASS,
          DimseStatus.UNRECOGNIZED_OPERATION ->
          Variant.STATUS_NOT_SUPPORTED;
      case DimseStatus.RESOURCE_LIMITATION -> Variant.STATUS_SHORT_OF_RESOURCES;
      default -> byClass(status);
    };
  }

  /** PS3.7 Annex C has classes of numbers, of which services define their own. */
  private static Variant byClass(int status) {
    if (DimseStatus.isPending(status)) {
      return Variant.STATUS_PENDING;
    }
    if (DimseStatus.isWarning(status) || status == CANCEL) {
      return Variant.STATUS_OF_NO_FAILURE;
    }
    if (status >>> 8 == OUT_OF_RESOURCES) {
      return Variant.STATUS_SHORT_OF_RESOURCES;
    }
    if (DimseStatus.isKnown(status)) {
      return Variant.STATUS_OF_OTHER_SERVICE;
    }
    return DimseStatus.isFailure(status) ? Variant.STATUS_UNKNOWN_FAILURE : Variant.STATUS_UNKNOWN;
  }
}
