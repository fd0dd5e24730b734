package org.echolot.ui.secrets;

import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.material.TlsFileException;

/**
 * A secret that somebody is to be asked for.
 *
 * @param what what it is, for the label of the field: {@code Password}
 * @param purpose what it is for, a sentence
 * @param fault what was wrong with the last answer; empty at first
 * @param isLong whether it is a token, which is pasted, and not a word that is typed
 */
public record SecretQuestion(
    SecretKey key, String what, String purpose, String fault, boolean isLong) {

  /**
   * For a file that can't be read without its password.
   *
   * @param user who uses it
   */
  static SecretQuestion of(TlsFileException file, String user) {
    return new SecretQuestion(
        new SecretKey.OfFile(file.file()),
        "Password",
        "The file " + file.file() + ", which " + user + " uses, is encrypted.",
        file.isPasswordWrong() ? "That is not the password of this file." : "",
        false);
  }

  /** For the user that a check comes as. */
  static SecretQuestion of(UserIdentity identity, CheckRequest request) {
    String label = identity.type().secretLabel();
    String form = identity.type() == UserIdentity.Type.KERBEROS ? " Paste it in Base64." : "";
    return new SecretQuestion(
        identity.secretKey(request.peerId()),
        Character.toUpperCase(label.charAt(0)) + label.substring(1),
        "Echolot authenticates to " + request.name() + " as " + identity.label() + "." + form,
        "",
        identity.type() != UserIdentity.Type.USERNAME_AND_PASSCODE);
  }

  /** Why a check is not made when nobody answers. */
  String refusal() {
    return switch (key) {
      case SecretKey.OfFile(var file) -> "without the password of " + file;
      case SecretKey.OfUser user -> "without the secret of its user" + quoted(user.username());
    };
  }

  private static String quoted(String username) {
    return username.isEmpty() ? "" : " \"" + username + "\"";
  }
}
