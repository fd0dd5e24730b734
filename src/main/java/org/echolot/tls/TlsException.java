package org.echolot.tls;

import org.jspecify.annotations.Nullable;

/** A handshake came to nothing. The connection is closed when this is thrown. */
public final class TlsException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient TlsFailure failure;

  /**
   * @param failure what happened, and who ended it
   * @param cause what showed it; null: nothing was thrown
   */
  public TlsException(TlsFailure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  /** What happened, and who ended it. */
  public TlsFailure failure() {
    return failure;
  }
}
