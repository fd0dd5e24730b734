package org.echolot.check.diagnosis;

import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * How a failed check went about it on our side. Pure.
 *
 * @param from where it left this computer; null: it is not known, or it did not
 */
public record OwnManner(Cause cause, CheckStage stage, Approach approach, @Nullable Origin from) {

  /** The advice, with what is to be looked at on our side before it. */
  public List<String> addedTo(List<String> advice) {
    return OwnWayAdvice.addedTo(
        ApproachAdvice.addedTo(advice, cause, stage, approach), cause, from);
  }

  /** Whose move it then is. */
  public Move moveOf(Move move) {
    return OwnWayAdvice.moveOf(ApproachAdvice.moveOf(move, cause, stage, approach), cause, from);
  }
}
