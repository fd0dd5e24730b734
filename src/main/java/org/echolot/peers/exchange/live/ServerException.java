package org.echolot.peers.exchange.live;

import org.echolot.text.Escapes;

/** A server could not be asked, or did not answer as it should: why, in one line. */
public final class ServerException extends Exception {
  private static final long serialVersionUID = 1L;

  ServerException(String message) {
    super(Escapes.oneLine(message.length() > 400 ? message.substring(0, 399) + "…" : message));
  }
}
