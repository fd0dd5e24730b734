package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What is needed to be called over TLS, with all files read: our certificate, and whose callers'
 * certificates we take. All that this runtime allows is offered. Immutable.
 *
 * @param trusted who may have issued callers' certificates; used where they are asked for
 * @param clientCertificate what callers are asked for
 */
public record TlsServer(
    KeyIdentity identity, List<X509Certificate> trusted, ClientCertificate clientCertificate) {

  /** What is asked of callers (RFC 8446 4.3.2). */
  public enum ClientCertificate {
    /** None is asked for. */
    NOT_ASKED,
    /** One is asked for, and who has none is let in. One that is not trusted is refused. */
    OPTIONAL,
    /** Who has none that is trusted is refused. */
    REQUIRED
  }

  public TlsServer {
    trusted = List.copyOf(trusted);
  }
}
