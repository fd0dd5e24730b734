package org.echolot.cli.option;

/**
 * What a command came to could not be written to the file that was named: {@link
 * org.echolot.cli.environment.ExitCode#STOPPED}, as where standard output takes no more.
 */
public final class UnwrittenException extends InputException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which file and why, in one line
   */
  public UnwrittenException(String message) {
    super(message);
  }
}
