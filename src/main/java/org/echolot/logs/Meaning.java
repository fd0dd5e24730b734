package org.echolot.logs;

import java.util.List;
import org.echolot.check.Cause;

/**
 * What a line means.
 *
 * @param causes what Echolot calls the failures that show like this; empty if the line is of no
 *     failed call, or does not tell
 * @param side who writes such a line; EITHER if the line does not tell
 * @param move whose move it is
 * @param means what happened
 * @param next what to do first
 */
public record Meaning(List<Cause> causes, Side side, Party move, String means, String next) {

  public Meaning {
    causes = List.copyOf(causes);
  }

  /** The same, written by that side. */
  Meaning writtenBy(Side writer) {
    return new Meaning(causes, writer, move, means, next);
  }
}
