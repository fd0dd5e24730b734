package org.echolot.peers.lint;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a saved peer that looks like a mistake. It may be meant, so it stops nothing.
 *
 * @param peerId whose; null where it is an entry of the file that is no peer
 * @param peerName what it is called; of an entry without a name, its place in the file
 * @param text what, and why it may matter, in one or two plain sentences
 */
public record Hint(@Nullable UUID peerId, String peerName, HintKind kind, String text) {}
