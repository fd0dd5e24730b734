package org.echolot.report;

import java.util.Map;

/** Colour on a terminal (ECMA-48 8.3.117). What is told by colour is told in words as well. */
public enum Paint {
  /** No colour: a file, a pipe, or a person who does not want any. */
  OFF,
  ON;

  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  /**
   * Whether to paint.
   *
   * @param isTerminal whether a person reads, at a terminal
   * @param variables the environment variables; NO_COLOR and a dumb terminal say no
   */
  public static Paint of(boolean isTerminal, Map<String, String> variables) {
    boolean wanted =
        variables.getOrDefault("NO_COLOR", "").isEmpty()
            && !variables.getOrDefault("TERM", "").equals("dumb");
    return isTerminal && wanted ? ON : OFF;
  }

  /** A text that must not be overlooked. */
  String red(String text) {
    return this == ON ? RED + text + PLAIN : text;
  }
}
