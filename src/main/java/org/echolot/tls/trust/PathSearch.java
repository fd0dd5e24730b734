package org.echolot.tls.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for all ways from the certificate of a peer to one that is trusted. It only goes by names
 * and signatures. Used once.
 */
final class PathSearch {

  /** More than any honest chain has. */
  private static final int MOST_LINKS = 10;

  /** How many signatures are looked at, whatever a peer sends. */
  private static final int MOST_SIGNATURES = 60;

  private final List<X509Certificate> trusted;
  private final List<X509Certificate> sent;
  private final List<CertificatePath> found = new ArrayList<>();
  private final List<X509Certificate> deadEnd = new ArrayList<>();
  private int signaturesLeft = MOST_SIGNATURES;

  /**
   * @param sent the peer's own certificate first
   */
  PathSearch(List<X509Certificate> trusted, List<X509Certificate> sent) {
    this.trusted = trusted;
    this.sent = sent;
    search(new ArrayList<>(List.of(sent.getFirst())));
  }

  /** All paths, in the order in which they were found. */
  List<CertificatePath> found() {
    return found;
  }

  /** The last certificate of the longest way that leads nowhere, where no path was found. */
  X509Certificate lastOfDeadEnd() {
    return deadEnd.getLast();
  }

  private void search(List<X509Certificate> links) {
    X509Certificate last = links.getLast();
    if (trusted.contains(last)) {
      found.add(new CertificatePath(links.subList(0, links.size() - 1), last));
      return;
    }
    if (links.size() > deadEnd.size()) {
      deadEnd.clear();
      deadEnd.addAll(links);
    }
    if (links.size() >= MOST_LINKS) {
      return;
    }
    for (X509Certificate issuer : trusted) {
      if (signed(issuer, last)) {
        found.add(new CertificatePath(links, issuer));
      }
    }
    for (X509Certificate issuer : sent) {
      if (!links.contains(issuer) && signed(issuer, last)) {
        links.add(issuer);
        search(links);
        links.removeLast();
      }
    }
  }

  private boolean signed(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        || signaturesLeft-- <= 0) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }
}
