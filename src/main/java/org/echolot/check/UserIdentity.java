package org.echolot.check;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.echolot.secrets.SecretKey;

/**
 * The user identity to come with (PS3.7 D.3.3.7), without its secret.
 *
 * @param username empty for the types that have none
 * @param asksForResponse whether the peer is asked to confirm it
 */
public record UserIdentity(Type type, String username, boolean asksForResponse) {

  /** Where the secret is kept that belongs to this identity, at the peer of that ID. */
  public SecretKey secretKey(UUID peerId) {
    return new SecretKey.OfUser(peerId, type.word(), username);
  }

  /** Who comes, for the middle of a sentence: {@code user "me"}. */
  public String label() {
    return type.hasUsername()
        ? "user \"" + username + "\"" + (type.hasSecret() ? " with a passcode" : "")
        : "the bearer of a " + type.secretLabel();
  }

  /** What of it can be wrong, as in "the name and the passcode". */
  public String parts() {
    if (!type.hasSecret()) {
      return "the name";
    }
    return (type.hasUsername() ? "the name and the " : "the ") + type.secretLabel();
  }

  /** The types of PS3.7 Table D.3-14. */
  public enum Type {
    USERNAME(1, "username", ""),
    USERNAME_AND_PASSCODE(2, "username-passcode", "passcode"),
    KERBEROS(3, "kerberos", "Kerberos service ticket"),
    SAML(4, "saml", "SAML assertion"),
    JWT(5, "jwt", "JSON Web Token");

    private final int code;
    private final String word;
    private final String secretLabel;

    Type(int code, String word, String secretLabel) {
      this.code = code;
      this.word = word;
      this.secretLabel = secretLabel;
    }

    /** The number on the wire. */
    public int code() {
      return code;
    }

    /** The word for it in files and on the command line. */
    public String word() {
      return word;
    }

    /** What its secret is called; empty where it has none. */
    public String secretLabel() {
      return secretLabel;
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
