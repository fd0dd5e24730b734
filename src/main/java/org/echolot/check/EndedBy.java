package org.echolot.check;

/** Who or what ended the conversation with the peer. */
public enum EndedBy {
  /** There was none: it failed before or at the connection. */
  NEVER_BEGAN("it never began"),
  OUR_RELEASE("we released the association"),
  OUR_DEADLINE("our deadline passed"),
  OUR_STOP("the user stopped it"),
  /** We refused what the peer sent, and aborted or closed. */
  OUR_ABORT("we aborted"),
  PEER_REJECTION("the peer rejected the association"),
  PEER_ABORT("the peer aborted"),
  PEER_RELEASE("the peer released the association"),
  PEER_CLOSE("the peer closed the connection"),
  PEER_RESET("the connection was reset by the peer or something on the way");

  private final String label;

  EndedBy(String label) {
    this.label = label;
  }

  /** The answer to "who ended it?" */
  public String label() {
    return label;
  }
}
