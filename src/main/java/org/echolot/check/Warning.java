package org.echolot.check;

/**
 * Something worth knowing that did not decide the outcome.
 *
 * @param text one sentence
 */
public record Warning(Code code, String text) {

  /** The kinds of warning. The names are fixed: users' scripts read them. */
  public enum Code {
    RELEASE_TIMEOUT("release timed out"),
    RELEASE_NOT_CONFIRMED("release not confirmed"),
    CERTIFICATE_EXPIRES_SOON("certificate expires soon"),
    DELAYED_ACK_STALL("stalls other clients"),
    SLOW_PEER("slow"),
    NONSTANDARD_REPLY("nonstandard reply");

    private final String label;

    Code(String label) {
      this.label = label;
    }

    /** A few words for a list. */
    public String label() {
      return label;
    }
  }
}
