package org.echolot.fleet.watch;

import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a check failed because of this computer's own network. Implementations are safe for
 * use by many threads.
 */
@FunctionalInterface
public interface OwnLine {

  /** Nothing is ever found wrong. */
  OwnLine ALWAYS_UP = _ -> null;

  /**
   * Looks at it now. It blocks, for some seconds at most.
   *
   * @param failed a check that failed
   * @return what is wrong at our own end; null where nothing is, or it can't be told
   */
  @Nullable LineFault faultBehind(CheckResult failed);
}
