package org.echolot.secrets;

import java.nio.file.Path;
import java.util.UUID;

/** What a secret is for. */
public sealed interface SecretKey {

  /** The password of a key store, or of an encrypted private key. */
  record OfFile(Path file) implements SecretKey {}

  /**
   * What a user identity needs besides the name: a passcode or a token (PS3.7 D.3.3.7).
   *
   * @param peerId the peer that it is said to. A name would not do: it changes, and is given to
   *     another peer later
   * @param type the word for the type of identity, for example {@code username-passcode}
   * @param username empty where the type has none
   */
  record OfUser(UUID peerId, String type, String username) implements SecretKey {}
}
