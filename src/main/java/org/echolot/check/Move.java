package org.echolot.check;

/** Whose move it is. */
public enum Move {
  NOBODY("Nobody's: it works"),
  OURS("Ours"),
  PEER_ADMINISTRATOR("The other side's administrator's"),
  NETWORK("The network's"),
  /** The evidence fits both sides; the advice says how to tell. */
  OURS_OR_PEER("Ours or the other side's");

  private final String label;

  Move(String label) {
    this.label = label;
  }

  /** The answer to "whose move is it?" */
  public String label() {
    return label;
  }
}
