package org.echolot.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check saw of the network beside what the peer said. Immutable.
 *
 * @param unacknowledgedBytes how much of what we sent was not acknowledged when a deadline of ours
 *     passed; null: not known
 * @param sideQuestions what was asked beside the stages, in order
 */
public record Observed(@Nullable Integer unacknowledgedBytes, List<SideQuestion> sideQuestions) {

  /** Nothing was seen. */
  public static final Observed NOTHING = new Observed(null, List.of());

  public Observed {
    sideQuestions = List.copyOf(sideQuestions);
  }
}
