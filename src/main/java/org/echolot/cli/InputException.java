package org.echolot.cli;

/** What the user gave can't be used; the message says what and where, in one line. */
final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
