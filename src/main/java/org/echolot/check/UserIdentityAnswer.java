package org.echolot.check;

/**
 * What became of the user identity that we came with.
 *
 * @param text one line
 */
public record UserIdentityAnswer(Kind kind, String text) {

  /** What a peer can make of an identity (PS3.7 D.3.3.7.2). */
  public enum Kind {
    /** It confirmed the identity. */
    CONFIRMED,
    /** We asked for a confirmation and it accepted us without one: it ignores identities. */
    IGNORED,
    /** It accepted us, and we did not ask whether it took the identity. */
    NOT_ASKED
  }
}
