package org.echolot.probe;

import org.echolot.dicom.pdu.PresentationContextAc;

/**
 * What a peer answered to one abstract syntax in one transfer syntax (PS3.8 9.3.3.2). The names are
 * fixed: users' scripts read them.
 */
public enum Answer {
  ACCEPTED("accepted"),
  USER_REJECTION("refused by the user"),
  NO_REASON("refused without a reason"),
  ABSTRACT_SYNTAX_NOT_SUPPORTED("service not supported"),
  TRANSFER_SYNTAXES_NOT_SUPPORTED("transfer syntax not supported"),
  /** With a result that PS3.8 does not have. */
  UNKNOWN_RESULT("answered with an unknown result"),
  /** The acceptance left the context out. */
  NOT_ANSWERED("not answered"),
  ANSWERED_TWICE("answered more than once"),
  /** Accepted in a transfer syntax that the context did not offer, or in none. */
  ACCEPTED_NOT_OFFERED("accepted in a transfer syntax that was not offered"),
  /** No association came so far. */
  NOT_ASKED("not asked");

  private final String label;

  Answer(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Whether the service can be used like this. */
  public boolean isGood() {
    return this == ACCEPTED;
  }

  /** Whether the peer said no in a way that PS3.8 has. */
  public boolean isRefusal() {
    return this == USER_REJECTION
        || this == NO_REASON
        || this == ABSTRACT_SYNTAX_NOT_SUPPORTED
        || this == TRANSFER_SYNTAXES_NOT_SUPPORTED;
  }

  /** Whether the answer breaks the standard. */
  public boolean isOdd() {
    return !isGood() && !isRefusal() && this != NOT_ASKED;
  }

  /** The refusal of that number; {@link #ACCEPTED} for 0. */
  static Answer ofResult(int result) {
    return switch (result) {
      case PresentationContextAc.ACCEPTANCE -> ACCEPTED;
      case PresentationContextAc.USER_REJECTION -> USER_REJECTION;
      case PresentationContextAc.NO_REASON -> NO_REASON;
      case PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED -> ABSTRACT_SYNTAX_NOT_SUPPORTED;
      case PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED -> TRANSFER_SYNTAXES_NOT_SUPPORTED;
      default -> UNKNOWN_RESULT;
    };
  }
}
