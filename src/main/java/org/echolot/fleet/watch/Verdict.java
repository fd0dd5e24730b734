package org.echolot.fleet.watch;

import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;

/** What a check counts for, once it is known whether our own line was up. */
sealed interface Verdict {

  /** The peer answered the C-ECHO with Success. */
  record Answered() implements Verdict {}

  /** The peer failed. */
  record Failed(Cause cause) implements Verdict {}

  /**
   * The check says nothing about the peer.
   *
   * @param fault why; null: it was stopped
   */
  record NotCounted(@Nullable LineFault fault) implements Verdict {}
}
