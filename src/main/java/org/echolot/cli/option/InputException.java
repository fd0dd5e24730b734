package org.echolot.cli.option;

/** What the user gave can't be used; the message says what and where, in one line. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what and where, in one line
   */
  public InputException(String message) {
    super(message);
  }
}
