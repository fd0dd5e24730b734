package org.echolot.fleet;

import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.history.LastSuccess;
import org.jspecify.annotations.Nullable;

/**
 * The end of one check of a run.
 *
 * @param conversationId what its journal lines carry
 * @param recording all that happened in it; empty if it never left the queue
 * @param lastSuccess the last check of the same peer that succeeded before this one; null if none
 *     is known
 */
public record CheckEnded(
    CheckRequest request,
    long conversationId,
    CheckResult result,
    Recording recording,
    @Nullable LastSuccess lastSuccess) {

  /** The end of a check of a peer of which no success is known. */
  public CheckEnded(
      CheckRequest request, long conversationId, CheckResult result, Recording recording) {
    this(request, conversationId, result, recording, null);
  }
}
