package org.echolot.logs;

/** Whose move it is, told from outside: the log may be of either side. */
public enum Party {
  CALLER("The caller's"),
  CALLED("The called system's administrator's"),
  NETWORK("The network's"),
  EITHER("The caller's or the called system's"),
  NOBODY("Nobody's");

  private final String label;

  Party(String label) {
    this.label = label;
  }

  /** The answer to "whose move is it?" */
  public String label() {
    return label;
  }
}
