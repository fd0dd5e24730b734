package org.echolot.cli.option;

/** The arguments themselves are wrong: the command's help tells how they should be. */
public final class UsageException extends InputException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what and where, in one line
   */
  public UsageException(String message) {
    super(message);
  }
}
