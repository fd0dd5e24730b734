package org.echolot.dicom.dimse;

import java.util.Locale;

/** What the numbers in the Status element mean (PS3.7 Annex C). */
public final class DimseStatus {

  public static final int SUCCESS = 0x0000;
  public static final int PROCESSING_FAILURE = 0x0110;
  public static final int NO_SUCH_ARGUMENT = 0x0114;
  public static final int INVALID_ARGUMENT_VALUE = 0x0115;
  public static final int NO_SUCH_SOP_CLASS = 0x0118;
  public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
  public static final int NOT_AUTHORIZED = 0x0124;
  public static final int DUPLICATE_INVOCATION = 0x0210;
  public static final int UNRECOGNIZED_OPERATION = 0x0211;
  public static final int MISTYPED_ARGUMENT = 0x0212;
  public static final int RESOURCE_LIMITATION = 0x0213;

  private static final int WARNING = 0x0001;

  private static final String UNKNOWN = "not defined in DICOM";

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
      case PROCESSING_FAILURE -> "Processing failure";
      case 0x0111 -> "Duplicate SOP Instance";
      case 0x0112 -> "No such SOP Instance";
      case 0x0113 -> "No such event type";
      case NO_SUCH_ARGUMENT -> "No such argument";
      case INVALID_ARGUMENT_VALUE -> "Invalid argument value";
      case 0x0116 -> "Attribute value out of range";
      case 0x0117 -> "Invalid SOP Instance";
      case NO_SUCH_SOP_CLASS -> "No such SOP Class";
      case 0x0119 -> "Class-Instance conflict";
      case 0x0120 -> "Missing attribute";
      case 0x0121 -> "Missing attribute value";
      case SOP_CLASS_NOT_SUPPORTED -> "Refused: SOP Class not supported";
      case 0x0123 -> "No such action type";
      case NOT_AUTHORIZED -> "Refused: Not authorized";
      case DUPLICATE_INVOCATION -> "Duplicate invocation";
      case UNRECOGNIZED_OPERATION -> "Unrecognized operation";
      case MISTYPED_ARGUMENT -> "Mistyped argument";
      case RESOURCE_LIMITATION -> "Resource limitation";
      case 0xFE00 -> "Cancel";
      case 0xFF00, 0xFF01 -> "Pending";
      default -> classOf(status);
    };
  }

  /** What services mean by it that define their own (PS3.4 B.2.3, C.4.1 to C.4.3). */
  private static String classOf(int status) {
    return switch (status) {
      case 0xA700 -> "Refused: Out of resources";
      case 0xA701 -> "Refused: Out of resources, unable to calculate number of matches";
      case 0xA702 -> "Refused: Out of resources, unable to perform sub-operations";
      case 0xA801 -> "Refused: Move destination unknown";
      case 0xA900 -> "Data set does not match SOP Class";
      case 0xB000 -> "Warning: Coercion of data elements";
      case 0xB006 -> "Warning: Elements discarded";
      case 0xB007 -> "Warning: Data set does not match SOP Class";
      case WARNING -> "Warning";
      default ->
          switch (status >>> 12) {
            case 0xA -> "Failure, as a service defines it";
            case 0xB -> "Warning, as a service defines it";
            case 0xC -> "Failure, as a service defines it, often: Cannot understand";
            default -> UNKNOWN;
          };
    };
  }

  /** Whether something was done, but not all as it was asked for (PS3.7 C.4). */
  public static boolean isWarning(int status) {
    return status == WARNING || status == 0x0107 || status == 0x0116 || status >>> 12 == 0xB;
  }

  /** Whether it is of a class of failures (PS3.7 C.5). */
  public static boolean isFailure(int status) {
    int first = status >>> 12;
    int firstByte = status >>> 8;
    return !isWarning(status)
        && (first == 0xA || first == 0xC || firstByte == 0x01 || firstByte == 0x02);
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
