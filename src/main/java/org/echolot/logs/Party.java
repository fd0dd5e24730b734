package org.echolot.logs;

/** Whose move it is, told from outside: the log may be of either side. */
public enum Party {
  CALLER("The administrator of the caller"),
  CALLED("The administrator of the called system"),
  NETWORK("The network team"),
  EITHER("The administrator of the caller or of the called system"),
  BETWEEN("The administrator of the device in between"),
  NOBODY("Nobody");

  private final String label;

  Party(String label) {
    this.label = label;
  }

  /** The answer to "whose move is it?" */
  public String label() {
    return label;
  }
}
