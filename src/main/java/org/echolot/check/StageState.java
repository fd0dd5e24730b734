package org.echolot.check;

/** How a stage ended. */
public enum StageState {
  OK,
  /** It did what it had to, and something about it is worth a look. */
  WARNING,
  FAILED,
  /** It was not reached, or not asked for. */
  SKIPPED
}
