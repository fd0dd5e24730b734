package org.echolot.check.diagnosis;

import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.DimseStatus;
import org.jspecify.annotations.Nullable;

/** Tells what a status other than Success means in the response to a C-ECHO. Pure. */
public final class FailedStatus {

  private static final int WARNING = 0x0001;
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
        .fact("meaning", DimseStatus.meaningOf(status) + comment);
  }

  private static @Nullable Variant variant(int status) {
    return switch (status) {
      case DimseStatus.NOT_AUTHORIZED -> Variant.STATUS_NOT_AUTHORIZED;
      case DimseStatus.SOP_CLASS_NOT_SUPPORTED,
          DimseStatus.NO_SUCH_SOP_CLASS,
          DimseStatus.UNRECOGNIZED_OPERATION ->
          Variant.STATUS_NOT_SUPPORTED;
      case DimseStatus.RESOURCE_LIMITATION -> Variant.STATUS_SHORT_OF_RESOURCES;
      case WARNING, CANCEL -> Variant.STATUS_OF_NO_FAILURE;
      default -> {
        if (DimseStatus.isPending(status)) {
          yield Variant.STATUS_PENDING;
        }
        if (status >>> 12 == 0xB) {
          yield Variant.STATUS_OF_NO_FAILURE;
        }
        yield DimseStatus.isKnown(status) ? null : Variant.STATUS_UNKNOWN;
      }
    };
  }
}
