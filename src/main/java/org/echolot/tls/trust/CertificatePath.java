package org.echolot.tls.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Certificates that lead from the peer's own to one that we trust.
 *
 * @param links the peer's own first, without the trusted one; empty where that is the peer's own
 */
record CertificatePath(List<X509Certificate> links, X509Certificate anchor) {

  CertificatePath {
    links = List.copyOf(links);
  }

  /** A certificate that is trusted itself. */
  static CertificatePath of(X509Certificate trusted) {
    return new CertificatePath(List.of(), trusted);
  }

  /** The peer's own first, the trusted one last. */
  List<X509Certificate> all() {
    return Stream.concat(links.stream(), Stream.of(anchor)).toList();
  }

  X509Certificate own() {
    return links.isEmpty() ? anchor : links.getFirst();
  }

  /** Whether the peer's own certificate is trusted itself, whoever issued it. */
  boolean isPinned() {
    return links.isEmpty();
  }
}
