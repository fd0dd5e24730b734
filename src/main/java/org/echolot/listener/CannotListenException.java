package org.echolot.listener;

import java.io.IOException;

/** An address could not be listened on. Its message says which and why, and what to do. */
public final class CannotListenException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What kept us from it. */
  public enum Kind {
    /** Somebody else listens there. */
    IN_USE,
    /** The system keeps the port for the privileged. */
    PRIVILEGED,
    /** This computer does not have the address. */
    NOT_OUR_ADDRESS,
    /** Something else. */
    OTHER
  }

  private final Kind kind;

  CannotListenException(String message, Kind kind, IOException cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether another port may do. */
  public boolean isOfPort() {
    return kind == Kind.IN_USE || kind == Kind.PRIVILEGED;
  }
}
