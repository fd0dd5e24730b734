package org.echolot.check;

/** The verdict of a check. */
public enum Outcome {
  /** The C-ECHO-RSP came and said Success (0000H). */
  SUCCESS,
  FAILURE,
  /** A person stopped it. */
  CANCELLED
}
