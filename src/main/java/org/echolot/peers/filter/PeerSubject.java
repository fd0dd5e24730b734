package org.echolot.peers.filter;

import java.time.Duration;
import java.util.OptionalLong;
import org.echolot.check.Cause;
import org.echolot.peers.Peer;
import org.jspecify.annotations.Nullable;

/** A peer as a {@link PeerFilter} looks at it, with what its last check found. */
public interface PeerSubject {

  /** How its last check ended. */
  enum State {
    FAILING,
    WARNING,
    OK,
    UNCHECKED
  }

  Peer peer();

  State state();

  /** Whether its last check ended worse than one a day ago; false where that is not known. */
  default boolean isWorse() {
    return false;
  }

  /** Why it fails; null if it does not, or that is not known. */
  @Nullable Cause cause();

  /** How long its C-ECHO took; null where none was answered. */
  @Nullable Duration echoTime();

  /** How many days the first certificate of its chain has left; empty where none is known. */
  OptionalLong certificateDays();

  /** What a row shows of its last result, for words that are looked for in any text. */
  String resultWords();
}
