package org.echolot.cli.option;

/** What the user gave can't be used; the message says what and where, in one line. */
public sealed class InputException extends Exception permits UsageException, UnwrittenException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what and where, in one line
   */
  public InputException(String message) {
    super(message);
  }
}
