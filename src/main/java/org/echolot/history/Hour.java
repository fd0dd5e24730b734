package org.echolot.history;

import java.time.Instant;

/**
 * What sums up an hour, or several, of a peer's checks. Times are those of successful checks, in
 * microseconds; 0 where there are none.
 *
 * @param from when it begins
 * @param hours how many hours it is
 * @param ok how many checks succeeded
 * @param failed how many failed
 * @param low 5 of 100 checks took no longer
 * @param median half of the checks took no longer
 * @param high 95 of 100 checks took no longer
 */
public record Hour(
    Instant from, int hours, long ok, long failed, long low, long median, long high) {

  /** How many checks there were. */
  public long checks() {
    return ok + failed;
  }
}
