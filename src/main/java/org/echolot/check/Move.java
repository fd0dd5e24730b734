package org.echolot.check;

/** Whose move it is. */
public enum Move {
  NOBODY("Nobody's: it works"),
  OURS("Ours"),
  PEER_ADMINISTRATOR("The peer's administrator"),
  NETWORK("The network team"),
  /** The evidence fits both sides; the advice says how to tell. */
  OURS_OR_PEER("Ours or that of the peer's administrator");

  private final String label;

  Move(String label) {
    this.label = label;
  }

  /** The answer to "whose move is it?" */
  public String label() {
    return label;
  }
}
