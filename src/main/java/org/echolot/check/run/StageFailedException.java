package org.echolot.check.run;

import java.time.Duration;
import org.echolot.check.diagnosis.Finding;

/** Ends a check at the stage that is under way. Thrown and caught inside {@link CheckRun} alone. */
final class StageFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final Duration took;
  private final boolean revising;

  StageFailedException(Finding finding, Duration took) {
    this(finding, took, false);
  }

  private StageFailedException(Finding finding, Duration took, boolean revising) {
    super(finding.toString());
    this.finding = finding;
    this.took = took;
    this.revising = revising;
  }

  /** What happened in this stage showed that TLS, which seemed to be well, had failed. */
  static StageFailedException ofTheStageBefore(Finding finding) {
    return new StageFailedException(finding, Duration.ZERO, true);
  }

  /** Whether it is TLS that failed, though it ended before. */
  boolean isRevising() {
    return revising;
  }

  /** How long the stage took until it failed, without what was done to find out why. */
  Duration took() {
    return took;
  }

  Finding finding() {
    return finding;
  }
}
