package org.echolot.peers;

import org.echolot.check.UserIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The user identity to come with (PS3.7 D.3.3.7). Never the secret itself.
 *
 * @param username null where the type needs none
 * @param positiveResponse whether the peer is asked to confirm it
 */
public record PeerUserIdentity(
    UserIdentity.Type type, @Nullable String username, boolean positiveResponse) {

  /**
   * White space around the name is not kept.
   *
   * @throws IllegalArgumentException if the name can't be, or is missing where the type needs one;
   *     the message says in plain words what is wrong
   */
  public PeerUserIdentity {
    PeerRules.requireNoFault(usernameFault(type, username));
    username = username == null || username.isBlank() ? null : username.strip();
  }

  /** What is wrong with the name of a user of this type; null if nothing is. */
  public static @Nullable String usernameFault(UserIdentity.Type type, @Nullable String username) {
    boolean given = username != null && !username.isBlank();
    return given || type.hasUsername()
        ? PeerTlsText.usernameFault(username == null ? "" : username)
        : null;
  }

  /** What a check is to come with. */
  UserIdentity identity() {
    String name = username;
    return new UserIdentity(type, name != null && type.hasUsername() ? name : "", positiveResponse);
  }
}
