package org.echolot.check.diagnosis;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;

/** What a handshake shows of the authorities above the client certificate that we sent. Pure. */
final class OurIssuers {

  private final TlsReport report;
  private final List<X509Certificate> sent;

  OurIssuers(TlsReport report) {
    this.report = report;
    this.sent = report.sentChain();
  }

  /** Whether the peer says that it accepts one of them. */
  boolean areAccepted() {
    return sent.stream()
        .map(certificate -> certificate.getIssuerX500Principal())
        .anyMatch(issuer -> accepted().anyMatch(issuer::equals));
  }

  /**
   * Whether we sent our own certificate alone, of an authority that is not known as a root, and
   * which is none of those that the peer says it accepts.
   */
  boolean isAlone() {
    return sent.size() == 1
        && !CertificateFacts.of(sent.getFirst()).isSelfIssued()
        && accepted().findAny().isPresent()
        && !areAccepted()
        && !isKnownRoot(sent.getFirst().getIssuerX500Principal());
  }

  /** Whether our certificate is signed with the key of one that came, or is sent, as its issuer. */
  boolean haveSigned() {
    return !sent.isEmpty()
        && Stream.concat(report.chain().stream(), sent.stream().skip(1))
            .filter(
                known ->
                    known
                        .getSubjectX500Principal()
                        .equals(sent.getFirst().getIssuerX500Principal()))
            .anyMatch(known -> isSignedBy(sent.getFirst(), known));
  }

  private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** Whether the last one we sent leads to an authority that may be an intermediate one. */
  boolean lackRoot() {
    return !sent.isEmpty()
        && !CertificateFacts.of(sent.getLast()).isSelfIssued()
        && !areAccepted()
        && !isKnownRoot(sent.getLast().getIssuerX500Principal());
  }

  /** The peer itself may have sent it, or we trust it. */
  private boolean isKnownRoot(X500Principal name) {
    X509Certificate anchor = report.trust() == null ? null : report.trust().certificate();
    return Stream.concat(report.chain().stream(), Stream.ofNullable(anchor))
        .anyMatch(
            certificate ->
                certificate.getSubjectX500Principal().equals(name)
                    && CertificateFacts.of(certificate).isSelfIssued());
  }

  private Stream<X500Principal> accepted() {
    ClientCertificateRequest request = report.clientCertificateRequest();
    return (request == null ? List.<String>of() : request.acceptedIssuers())
        .stream().flatMap(OurIssuers::named);
  }

  /** What cannot be read as a name is none. */
  private static Stream<X500Principal> named(String name) {
    try {
      return Stream.of(new X500Principal(name));
    } catch (IllegalArgumentException _) {
      return Stream.empty();
    }
  }
}
