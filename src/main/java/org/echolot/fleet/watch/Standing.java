package org.echolot.fleet.watch;

import java.time.Instant;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * How a watched peer stands at a moment. Immutable.
 *
 * @param cause why it fails, confirmed; null if it does not, or flaps
 * @param since when the state began; null where it was never checked
 * @param unconfirmed whether its last check showed something else, which is being confirmed
 * @param fault why its last check did not count; null if it did
 * @param last its last check; null where there was none
 * @param succeeded how many of its checks succeeded
 * @param failed how many failed
 * @param notCounted how many said nothing about it
 */
public record Standing(
    Watched watched,
    WatchState state,
    @Nullable Cause cause,
    @Nullable Instant since,
    boolean unconfirmed,
    @Nullable LineFault fault,
    @Nullable CheckResult last,
    long succeeded,
    long failed,
    long notCounted) {}
