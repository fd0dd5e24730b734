package org.echolot.dicom.dimse;

import java.util.Locale;

/** What the numbers in the Status element mean (PS3.7 Annex C). */
public final class DimseStatus {

  public static final int SUCCESS = 0x0000;
  public static final int NO_SUCH_SOP_CLASS = 0x0118;
  public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
  public static final int NOT_AUTHORIZED = 0x0124;
  public static final int UNRECOGNIZED_OPERATION = 0x0211;
  public static final int RESOURCE_LIMITATION = 0x0213;

  private static final String UNKNOWN = "unknown status";

  private DimseStatus() {}

  /** Whether more responses follow one with this status (PS3.7 C.6, PS3.4 C.4.1.1.4). */
  public static boolean isPending(int status) {
    return status == 0xFF00 || status == 0xFF01;
  }

  /** The meaning in the standard's words, for example "Refused: SOP Class not supported". */
  public static String meaningOf(int status) {
    return switch (status) {
      case SUCCESS -> "Success";
      case 0x0105 -> "No such attribute";
      case 0x0106 -> "Invalid attribute value";
      case 0x0107 -> "Attribute list error";
      case 0x0110 -> "Processing failure";
      case 0x0111 -> "Duplicate SOP Instance";
      case 0x0112 -> "No such SOP Instance";
      case 0x0113 -> "No such event type";
      case 0x0114 -> "No such argument";
      case 0x0115 -> "Invalid argument value";
      case 0x0116 -> "Attribute value out of range";
      case 0x0117 -> "Invalid SOP Instance";
      case NO_SUCH_SOP_CLASS -> "No such SOP Class";
      case 0x0119 -> "Class-Instance conflict";
      case 0x0120 -> "Missing attribute";
      case 0x0121 -> "Missing attribute value";
      case SOP_CLASS_NOT_SUPPORTED -> "Refused: SOP Class not supported";
      case 0x0123 -> "No such action type";
      case NOT_AUTHORIZED -> "Refused: Not authorized";
      case 0x0210 -> "Duplicate invocation";
      case UNRECOGNIZED_OPERATION -> "Unrecognized operation";
      case 0x0212 -> "Mistyped argument";
      case RESOURCE_LIMITATION -> "Resource limitation";
      case 0xFE00 -> "Cancel";
      case 0xFF00, 0xFF01 -> "Pending";
      default -> classOf(status);
    };
  }

  /** The class of a status that a service defines for itself (PS3.7 C.1 to C.4). */
  private static String classOf(int status) {
    return switch (status >>> 12) {
      case 0xA, 0xC -> "Failure, defined by the peer's service";
      case 0xB -> "Warning, defined by the peer's service";
      default -> status == 0x0001 ? "Warning" : UNKNOWN;
    };
  }

  /** Whether the standard gives it a meaning, or leaves that to a service. */
  public static boolean isKnown(int status) {
    return !meaningOf(status).equals(UNKNOWN);
  }

  /** The number with its meaning: {@code 0122H (Refused: SOP Class not supported)}. */
  public static String named(int status) {
    return hex(status) + " (" + meaningOf(status) + ")";
  }

  /** The number as people write it, for example {@code 0122H}. */
  public static String hex(int status) {
    return String.format(Locale.ROOT, "%04XH", status);
  }
}
