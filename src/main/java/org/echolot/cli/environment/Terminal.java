package org.echolot.cli.environment;

import org.jspecify.annotations.Nullable;

/** Where a person can be asked for a secret while a command runs. */
public interface Terminal {

  /** Nobody can be asked. */
  Terminal NONE = new NoTerminal();

  /** Whether somebody sits at it. */
  boolean isThere();

  /**
   * Asks for a secret, which does not show while it is typed. It blocks.
   *
   * @return what was typed, which the caller wipes out; null if nobody answers, because there is no
   *     terminal, its input ended, or the command was stopped
   */
  char @Nullable [] askSecret(String question) throws InterruptedException;

  /** Whether somebody was asked, so that the terminal may have to be put right in the end. */
  boolean wasAsked();

  /** A script, a build server, a pipe. */
  final class NoTerminal implements Terminal {
    @Override
    public boolean isThere() {
      return false;
    }

    @Override
    public char @Nullable [] askSecret(String question) {
      return null;
    }

    @Override
    public boolean wasAsked() {
      return false;
    }
  }
}
