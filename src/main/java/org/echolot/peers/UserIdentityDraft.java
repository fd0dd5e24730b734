package org.echolot.peers;

import java.util.Map;
import org.echolot.check.UserIdentity;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * The user identity to come with, as a user types it; never the secret. Immutable.
 *
 * @param type null: none; then nothing else counts, or is wrong
 * @param username blank where the type needs none
 * @param positiveResponse whether the peer is asked to confirm the identity
 */
public record UserIdentityDraft(
    UserIdentity.@Nullable Type type, String username, boolean positiveResponse) {

  /** No identity. One that is chosen is to be confirmed: whoever checks wants to know. */
  public static final UserIdentityDraft NONE = new UserIdentityDraft(null, "", true);

  /** A draft that edits {@code identity}; null: that there is none. */
  public static UserIdentityDraft of(@Nullable PeerUserIdentity identity) {
    if (identity == null) {
      return NONE;
    }
    String username = identity.username();
    return new UserIdentityDraft(
        identity.type(), username == null ? "" : username, identity.positiveResponse());
  }

  /** What is wrong, in plain words, by field; empty if nothing is. */
  Map<Field, String> faults() {
    String fault =
        type == null ? null : PeerUserIdentity.usernameFault(type, PastedText.trim(username));
    return fault == null ? Map.of() : Map.of(Field.USERNAME, fault);
  }

  /** What the peer is to have, if there are no faults; null: none. */
  @Nullable PeerUserIdentity toPeerUserIdentity() {
    return type == null
        ? null
        : new PeerUserIdentity(type, PastedText.trim(username), positiveResponse);
  }
}
