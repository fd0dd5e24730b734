package org.echolot.secrets;

import java.nio.file.Path;

/** What a secret is for. */
public sealed interface SecretKey {

  /** The password of a key store, or of an encrypted private key. */
  record OfFile(Path file) implements SecretKey {}

  /**
   * What a user identity needs besides the name: a passcode or a token (PS3.7 D.3.3.7).
   *
   * @param peer the name of the peer
   * @param type the word for the type of identity, for example {@code username-passcode}
   * @param username empty where the type has none
   */
  record OfUser(String peer, String type, String username) implements SecretKey {}
}
