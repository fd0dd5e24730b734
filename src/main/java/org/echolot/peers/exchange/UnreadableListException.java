package org.echolot.peers.exchange;

import org.echolot.json.JsonDocument;
import org.echolot.text.Escapes;

/** A list can't be read as a whole: the message says why, in one line, in plain words. */
public final class UnreadableListException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong; what it quotes is made fit for one line
   */
  public UnreadableListException(String message) {
    super(Escapes.oneLine(message));
  }

  UnreadableListException(JsonDocument.FaultException fault) {
    this(
        "line "
            + fault.position().line()
            + ", column "
            + fault.position().column()
            + ": "
            + fault.getMessage());
  }
}
