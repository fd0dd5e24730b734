package org.echolot.dicom.pdu;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a proposed presentation context, item 21H (PS3.8 9.3.3.2).
 *
 * @param id 0 to 255: the ID of the proposal
 * @param result byte 7, 0 to 255; see the constants, others are kept as they came
 * @param transferSyntax the UID chosen, sub-item 40H; significant only where {@code result} is
 *     {@link #ACCEPTANCE}; null if there was none
 * @param unrecognizedItems sub-items of other types, kept to be shown
 */
public record PresentationContextAc(
    int id, int result, @Nullable String transferSyntax, List<UnrecognizedItem> unrecognizedItems) {

  public static final int ACCEPTANCE = 0;
  public static final int USER_REJECTION = 1;
  public static final int NO_REASON = 2;
  public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
  public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public PresentationContextAc {
    Ranges.requireUnsigned8("presentation context ID", id);
    Ranges.requireUnsigned8("presentation context result", result);
    if (transferSyntax != null) {
      Texts.requireEncodable("transfer syntax", transferSyntax);
    }
    unrecognizedItems = List.copyOf(unrecognizedItems);
  }

  /** An answer without unrecognized sub-items. */
  public PresentationContextAc(int id, int result, @Nullable String transferSyntax) {
    this(id, result, transferSyntax, List.of());
  }

  public boolean isAccepted() {
    return result == ACCEPTANCE;
  }

  /** The result in words; that PS3.8 does not define it, where it does not. */
  public String resultText() {
    return switch (result) {
      case ACCEPTANCE -> "acceptance";
      case USER_REJECTION -> "user-rejection";
      case NO_REASON -> "no-reason (provider rejection)";
      case ABSTRACT_SYNTAX_NOT_SUPPORTED -> "abstract-syntax-not-supported";
      case TRANSFER_SYNTAXES_NOT_SUPPORTED -> "transfer-syntaxes-not-supported";
      default -> Texts.NOT_DEFINED;
    };
  }
}
