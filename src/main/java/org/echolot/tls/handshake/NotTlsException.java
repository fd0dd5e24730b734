package org.echolot.tls.handshake;

import java.io.IOException;

/** What came is no TLS. */
final class NotTlsException extends IOException {

  private static final long serialVersionUID = 1;

  NotTlsException() {
    super("what came is no TLS record");
  }
}
