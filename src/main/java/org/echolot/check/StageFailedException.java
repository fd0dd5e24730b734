package org.echolot.check;

import java.time.Duration;

/** Ends a check at the stage that is under way. Thrown and caught inside {@link CheckRun} alone. */
final class StageFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final Duration took;

  StageFailedException(Finding finding, Duration took) {
    super(finding.toString());
    this.finding = finding;
    this.took = took;
  }

  /** How long the stage took until it failed, without what was done to find out why. */
  Duration took() {
    return took;
  }

  Finding finding() {
    return finding;
  }
}
