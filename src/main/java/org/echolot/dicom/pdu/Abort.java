package org.echolot.dicom.pdu;

import java.util.Locale;

/**
 * A-ABORT (PS3.8 9.3.8). Reserved and unknown numbers are kept as they came.
 *
 * @param source byte 9, 0 to 255: who aborted
 * @param reason byte 10, 0 to 255: why; significant only where {@code source} is {@link
 *     #SERVICE_PROVIDER}
 */
public record Abort(int source, int reason) implements Pdu {

  /** Source: the application on the other side. */
  public static final int SERVICE_USER = 0;

  /** Source: the protocol machine on the other side. */
  public static final int SERVICE_PROVIDER = 2;

  /** Reasons of the service-provider (PS3.8 Table 9-26). */
  public static final int REASON_NOT_SPECIFIED = 0;

  public static final int UNRECOGNIZED_PDU = 1;
  public static final int UNEXPECTED_PDU = 2;
  public static final int UNRECOGNIZED_PDU_PARAMETER = 4;
  public static final int UNEXPECTED_PDU_PARAMETER = 5;
  public static final int INVALID_PDU_PARAMETER_VALUE = 6;

  /**
   * @throws IllegalArgumentException if a number does not fit its byte
   */
  public Abort {
    Ranges.requireUnsigned8("abort source", source);
    Ranges.requireUnsigned8("abort reason", reason);
  }

  /** The abort of a service-user, whose reason is not significant and sent as 0. */
  public static Abort byServiceUser() {
    return new Abort(SERVICE_USER, 0);
  }

  /** The abort of a service-provider for {@code reason}. */
  public static Abort byServiceProvider(int reason) {
    return new Abort(SERVICE_PROVIDER, reason);
  }

  @Override
  public PduType type() {
    return PduType.ABORT;
  }

  /** Each number in one line, with its words where they say more. */
  public String description() {
    String who =
        String.format(Locale.ROOT, "source %d (%s), reason %d", source, sourceText(), reason);
    return source == SERVICE_PROVIDER || reason != 0 ? who + " (" + reasonText() + ")" : who;
  }

  /** The source in words; that PS3.8 reserves it, or does not define it, where it does so. */
  public String sourceText() {
    return switch (source) {
      case SERVICE_USER -> "service-user";
      case 1 -> Texts.RESERVED;
      case SERVICE_PROVIDER -> "service-provider";
      default -> Texts.NOT_DEFINED;
    };
  }

  /** Whether PS3.8 gives the source a meaning. */
  public boolean isSourceDefined() {
    return source == SERVICE_USER || source == SERVICE_PROVIDER;
  }

  /**
   * The reason in words; that PS3.8 reserves it, or does not define it, where it has no meaning
   * (PS3.8 Table 9-26).
   */
  public String reasonText() {
    if (source != SERVICE_PROVIDER) {
      return "not significant";
    }
    return switch (reason) {
      case REASON_NOT_SPECIFIED -> "reason-not-specified";
      case UNRECOGNIZED_PDU -> "unrecognized-PDU";
      case UNEXPECTED_PDU -> "unexpected-PDU";
      case 3 -> Texts.RESERVED;
      case UNRECOGNIZED_PDU_PARAMETER -> "unrecognized-PDU parameter";
      case UNEXPECTED_PDU_PARAMETER -> "unexpected-PDU parameter";
      case INVALID_PDU_PARAMETER_VALUE -> "invalid-PDU-parameter value";
      default -> Texts.NOT_DEFINED;
    };
  }

  /** Whether PS3.8 gives the reason a meaning, if a reason is significant at all. */
  public boolean isReasonDefined() {
    return !Texts.isWithoutMeaning(reasonText());
  }
}
