package org.echolot.peers;

import org.jspecify.annotations.Nullable;

/**
 * The user identity to come with (PS3.7 D.3.3.7). Never the secret itself.
 *
 * @param type the word in the file, for example {@code username}
 */
public record PeerUserIdentity(String type, @Nullable String username) {}
