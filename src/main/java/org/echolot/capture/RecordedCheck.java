package org.echolot.capture;

import org.echolot.check.CheckResult;

/**
 * A check as it is kept: what it found, and all that was told on the way. Immutable.
 *
 * @param unknownEvents how many events of kinds that this version does not know were passed over
 *     when it was read; 0 where it was made here
 */
public record RecordedCheck(CheckResult result, Recording recording, int unknownEvents) {

  /** A check that was made here. */
  public RecordedCheck(CheckResult result, Recording recording) {
    this(result, recording, 0);
  }
}
