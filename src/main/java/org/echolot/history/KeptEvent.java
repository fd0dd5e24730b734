package org.echolot.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a watch told, as it is kept.
 *
 * @param at when it began
 * @param kind what kind of thing it is, by a name that never changes
 * @param peerId the peer that it is about; null: it is about this computer
 * @param peer what the peer was called; empty where it is about this computer
 * @param cause why the peer failed, by its name; null if it did not
 * @param text one sentence
 */
public record KeptEvent(
    Instant at,
    String kind,
    @Nullable UUID peerId,
    String peer,
    @Nullable String cause,
    String text) {}
