package org.echolot.cli.environment;

/** What a command tells the shell. */
public final class ExitCode {

  /** Every check succeeded. */
  public static final int OK = 0;

  /** At least one check failed. */
  public static final int FAILED = 1;

  /** Bad usage or unreadable input; one line on standard error says what and where. */
  public static final int USAGE = 2;

  /** What shells add to the number of the signal that ended a process. */
  static final int SIGNALLED = 128;

  /** Stopped by the user, or not everything could be written. */
  public static final int STOPPED = 130;

  private ExitCode() {}
}
