package org.echolot.tls;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** Certificates that were made once, with dates that stay what they are. */
public final class Certificates {

  private Certificates() {}

  /**
   * A leaf with 100 names until 2027-06-01, its issuer until 2026-12-10, an authority above that
   * and the root, all from 2026-01-01.
   */
  public static List<X509Certificate> chainOfFour() {
    return read("chain-of-four");
  }

  /**
   * @param name {@code ed25519} (expired on 2026-06-01), {@code future} (from 2027-01-01), {@code
   *     pss}, {@code nameless} (without a subject) or {@code hostile} (with a line feed and a
   *     direction mark in its name), each alone
   */
  public static X509Certificate one(String name) {
    return read(name).getFirst();
  }

  private static List<X509Certificate> read(String name) {
    try (InputStream pem = Certificates.class.getResourceAsStream(name + ".pem")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(Objects.requireNonNull(pem, name))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException | CertificateException e) {
      throw new AssertionError(e);
    }
  }
}
