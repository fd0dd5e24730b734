package org.echolot.cli;

/** What a command tells the shell. */
final class ExitCode {

  /** Every check succeeded. */
  static final int OK = 0;

  /** At least one check failed. */
  static final int FAILED = 1;

  /** Bad usage or unreadable input; one line on standard error says what and where. */
  static final int USAGE = 2;

  /** What shells add to the number of the signal that ended a process. */
  static final int SIGNALLED = 128;

  /** Stopped by the user. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
