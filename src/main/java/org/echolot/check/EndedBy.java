package org.echolot.check;

/** Who or what ended the conversation with the peer. */
public enum EndedBy {
  /** There was none: it failed before or at the connection. */
  NEVER_BEGAN("nobody: no connection was made"),
  OUR_RELEASE("us, by releasing the association"),
  OUR_DEADLINE("our timeout"),
  OUR_STOP("the user"),
  /** We refused what the peer sent, and aborted or closed. */
  OUR_ABORT("us, by aborting or closing the connection"),
  PEER_REJECTION("the peer, by rejecting the association"),
  PEER_ABORT("the peer, by aborting the handshake or the association"),
  PEER_RELEASE("the peer, by releasing the association"),
  PEER_CLOSE("the peer or a device in between, by closing the connection"),
  PEER_RESET("the peer or a device in between, by resetting the connection");

  private final String label;

  EndedBy(String label) {
    this.label = label;
  }

  /** Who or what it was, to follow "Ended by:" */
  public String label() {
    return label;
  }
}
