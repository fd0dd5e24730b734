package org.echolot.dicom.pdu;

import java.util.Locale;

/**
 * A-ASSOCIATE-RJ (PS3.8 9.3.4). Reserved and unknown numbers are kept as they came.
 *
 * @param result byte 8, 0 to 255
 * @param source byte 9, 0 to 255
 * @param reason byte 10, 0 to 255; what it means depends on {@code source}
 */
public record AssociateRj(int result, int source, int reason) implements Pdu {

  public static final int REJECTED_PERMANENT = 1;
  public static final int REJECTED_TRANSIENT = 2;

  public static final int SERVICE_USER = 1;
  public static final int SERVICE_PROVIDER_ACSE = 2;
  public static final int SERVICE_PROVIDER_PRESENTATION = 3;

  /** The service-user knows no reason, or gives none; the same number for the ACSE provider. */
  public static final int NO_REASON_GIVEN = 1;

  /** Reasons of the service-user (PS3.8 Table 9-21). */
  public static final int APPLICATION_CONTEXT_NAME_NOT_SUPPORTED = 2;

  public static final int CALLING_AE_TITLE_NOT_RECOGNIZED = 3;
  public static final int CALLED_AE_TITLE_NOT_RECOGNIZED = 7;

  /** A reason of the ACSE service-provider. */
  public static final int PROTOCOL_VERSION_NOT_SUPPORTED = 2;

  /** Reasons of the presentation service-provider. */
  public static final int TEMPORARY_CONGESTION = 1;

  public static final int LOCAL_LIMIT_EXCEEDED = 2;

  /**
   * @throws IllegalArgumentException if a number does not fit its byte
   */
  public AssociateRj {
    Ranges.requireUnsigned8("reject result", result);
    Ranges.requireUnsigned8("reject source", source);
    Ranges.requireUnsigned8("reject reason", reason);
  }

  @Override
  public PduType type() {
    return PduType.ASSOCIATE_RJ;
  }

  /** The three numbers as people write them: {@code 1/1/7}. */
  public String numbers() {
    return result + "/" + source + "/" + reason;
  }

  /** Each number with its words, in one line. */
  public String description() {
    return String.format(
        Locale.ROOT,
        "result %d (%s), source %d (%s), reason %d (%s)",
        result,
        resultText(),
        source,
        sourceText(),
        reason,
        reasonText());
  }

  /** The result in words; that PS3.8 does not define it, where it does not. */
  public String resultText() {
    return switch (result) {
      case REJECTED_PERMANENT -> "rejected-permanent";
      case REJECTED_TRANSIENT -> "rejected-transient";
      default -> Texts.NOT_DEFINED;
    };
  }

  /** Whether PS3.8 gives the result a meaning. */
  public boolean isResultDefined() {
    return result == REJECTED_PERMANENT || result == REJECTED_TRANSIENT;
  }

  /** The source in words; that PS3.8 does not define it, where it does not. */
  public String sourceText() {
    return switch (source) {
      case SERVICE_USER -> "service-user";
      case SERVICE_PROVIDER_ACSE -> "service-provider (ACSE)";
      case SERVICE_PROVIDER_PRESENTATION -> "service-provider (Presentation)";
      default -> Texts.NOT_DEFINED;
    };
  }

  /** Whether PS3.8 gives the source a meaning. */
  public boolean isSourceDefined() {
    return source >= SERVICE_USER && source <= SERVICE_PROVIDER_PRESENTATION;
  }

  /**
   * The reason in words; that PS3.8 reserves it, or does not define it, where it has no meaning
   * (PS3.8 Table 9-21).
   */
  public String reasonText() {
    return switch (source) {
      case SERVICE_USER ->
          switch (reason) {
            case NO_REASON_GIVEN -> "no-reason-given";
            case APPLICATION_CONTEXT_NAME_NOT_SUPPORTED -> "application-context-name-not-supported";
            case CALLING_AE_TITLE_NOT_RECOGNIZED -> "calling-AE-title-not-recognized";
            case CALLED_AE_TITLE_NOT_RECOGNIZED -> "called-AE-title-not-recognized";
            case 4, 5, 6, 8, 9, 10 -> Texts.RESERVED;
            default -> Texts.NOT_DEFINED;
          };
      case SERVICE_PROVIDER_ACSE ->
          switch (reason) {
            case NO_REASON_GIVEN -> "no-reason-given";
            case PROTOCOL_VERSION_NOT_SUPPORTED -> "protocol-version-not-supported";
            default -> Texts.NOT_DEFINED;
          };
      case SERVICE_PROVIDER_PRESENTATION ->
          switch (reason) {
            case TEMPORARY_CONGESTION -> "temporary-congestion";
            case LOCAL_LIMIT_EXCEEDED -> "local-limit-exceeded";
            case 0, 3, 4, 5, 6, 7 -> Texts.RESERVED;
            default -> Texts.NOT_DEFINED;
          };
      default -> Texts.NOT_DEFINED;
    };
  }

  /** Whether PS3.8 has the reason in its tables, without a meaning. */
  public boolean isReasonReserved() {
    return reasonText().equals(Texts.RESERVED);
  }

  /** Whether PS3.8 gives the reason a meaning, with this source. */
  public boolean isReasonDefined() {
    return !Texts.isWithoutMeaning(reasonText());
  }
}
