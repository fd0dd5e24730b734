package org.echolot.check;

/**
 * Something worth knowing that did not decide the outcome.
 *
 * @param text one sentence
 */
public record Warning(Code code, String text) {

  /** The kinds of warning. The names are fixed: users' scripts read them. */
  public enum Code {
    RELEASE_TIMEOUT,
    RELEASE_NOT_CONFIRMED,
    CERTIFICATE_EXPIRES_SOON,
    DELAYED_ACK_STALL,
    SLOW_PEER,
    NONSTANDARD_REPLY
  }
}
