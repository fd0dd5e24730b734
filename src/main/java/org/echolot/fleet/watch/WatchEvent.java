package org.echolot.fleet.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.history.KeptEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that a watch tells.
 *
 * @param number from 1, in the order in which they were told; 0 if the history had it
 * @param at when it began: for a change that was confirmed, the time of the first check that showed
 *     it
 * @param peerId the peer that it is about; null: it is about this computer
 * @param peer what the peer is called; empty where it is about this computer
 * @param cause why the peer fails; null if it does not
 * @param text one sentence, which names the peer
 */
public record WatchEvent(
    long number,
    Instant at,
    Kind kind,
    @Nullable UUID peerId,
    String peer,
    @Nullable Cause cause,
    String text) {

  /** As the history keeps it. */
  public KeptEvent kept() {
    return new KeptEvent(at, kind.name(), peerId, peer, cause == null ? null : cause.name(), text);
  }

  /** What the history kept; empty where another version wrote what this one does not know. */
  public static Optional<WatchEvent> of(KeptEvent kept) {
    return Stream.of(Kind.values())
        .filter(known -> known.name().equals(kept.kind()))
        .findFirst()
        .map(
            known ->
                new WatchEvent(
                    0,
                    kept.at(),
                    known,
                    kept.peerId(),
                    kept.peer(),
                    Stream.of(Cause.values())
                        .filter(why -> why.name().equals(kept.cause()))
                        .findFirst()
                        .orElse(null),
                    kept.text()));
  }

  /** What kind of thing it is. The names are fixed: users' scripts read them. */
  public enum Kind {
    /** The first check of a peer succeeded. */
    ANSWERS(false, "answers"),
    /** A peer fails, and a second check confirmed it. */
    FAILS(true, "fails"),
    /** A peer answers again, and a second check confirmed it. */
    RECOVERED(true, "answers again"),
    /** A peer that fails does so for another cause than before. */
    OTHER_CAUSE(false, "fails for another cause"),
    /** One check failed, and the next did not. */
    FAILED_ONCE(false, "failed once"),
    /** One check of a peer that fails succeeded, and the next did not. */
    ANSWERED_ONCE(false, "answered once"),
    /** A peer answers and fails by turns; each turn is no longer told. */
    FLAPS(true, "flaps"),
    /** A peer that flapped has stayed as it is for a while. */
    STEADY(true, "steady again"),
    /** This computer has no way to a peer, so nothing is counted against it. */
    NO_WAY(true, "no way to it"),
    /** It has one again. */
    WAY_BACK(true, "way back"),
    /** Our own line is down, so nothing is counted against any peer. */
    LINE_DOWN(true, "own network down"),
    /** It is up again. */
    LINE_UP(true, "own network up"),
    /** No checks were made for a while: this computer slept, or its clock was set forward. */
    PAUSED(false, "paused"),
    /** Times before this one may be later than it. */
    CLOCK_SET_BACK(false, "clock set back"),
    /** This computer has other addresses than before. */
    NETWORK_CHANGED(false, "network changed");

    private final boolean rings;
    private final String label;

    Kind(boolean rings, String label) {
      this.rings = rings;
      this.label = label;
    }

    /** Whether somebody wants to be told at once. */
    public boolean rings() {
      return rings;
    }

    /** A few words for a list. */
    public String label() {
      return label;
    }
  }
}
