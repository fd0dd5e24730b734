package org.echolot.check.run;

/** A person's stop came. Thrown and caught inside a {@link CheckRun} alone. */
final class StoppedException extends Exception {

  private static final long serialVersionUID = 1L;
}
