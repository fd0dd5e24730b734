package org.echolot.fleet;

import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;

/**
 * The end of one check of a run.
 *
 * @param conversationId what its journal lines carry
 * @param recording all that happened in it; empty if it never left the queue
 */
public record CheckEnded(
    CheckRequest request, long conversationId, CheckResult result, Recording recording) {}
