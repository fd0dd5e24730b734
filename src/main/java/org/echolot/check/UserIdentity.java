package org.echolot.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user identity to come with (PS3.7 D.3.3.7), without its secret.
 *
 * @param username empty for the types that have none
 * @param asksForResponse whether the peer is asked to confirm it
 */
public record UserIdentity(Type type, String username, boolean asksForResponse) {

  /** The types of PS3.7 Table D.3-14. */
  public enum Type {
    USERNAME(1, "username"),
    USERNAME_AND_PASSCODE(2, "username-passcode"),
    KERBEROS(3, "kerberos"),
    SAML(4, "saml"),
    JWT(5, "jwt");

    private final int code;
    private final String word;

    Type(int code, String word) {
      this.code = code;
      this.word = word;
    }

    /** The number on the wire. */
    public int code() {
      return code;
    }

    /** The word for it in files and on the command line. */
    public String word() {
      return word;
    }

    /** Whether it needs a passcode or a token. */
    public boolean hasSecret() {
      return this != USERNAME;
    }

    /** Whether it needs the name of a user. */
    public boolean hasUsername() {
      return this == USERNAME || this == USERNAME_AND_PASSCODE;
    }

    /** The type of that word, without regard to case. */
    public static Optional<Type> of(String word) {
      String wanted = word.strip().toLowerCase(Locale.ROOT);
      return Stream.of(values()).filter(type -> type.word.equals(wanted)).findFirst();
    }
  }
}
