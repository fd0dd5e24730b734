package org.echolot.tls.material;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Certificates as the content of a file. Pure. */
public final class CertificateFile {

  private static final int MAX_NAME = 60;

  private CertificateFile() {}

  /** A name for a file with the certificate of {@code subject}, without what file systems mind. */
  public static String nameFor(String subject) {
    String plain = subject.replaceAll("[^\\p{L}\\p{N}.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String name = plain.length() <= MAX_NAME ? plain : plain.substring(0, MAX_NAME);
    return (name.isEmpty() ? "certificate" : name) + ".pem";
  }

  /**
   * DER where there is one certificate and the file's name ends in {@code .der} or {@code .cer},
   * else PEM (RFC 7468).
   *
   * @throws IOException if a certificate has no bytes, which one that was read has
   */
  public static byte[] content(Path file, List<X509Certificate> certificates) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean der = certificates.size() == 1 && (name.endsWith(".der") || name.endsWith(".cer"));
    try {
      if (der) {
        return certificates.getFirst().getEncoded();
      }
      StringBuilder pem = new StringBuilder();
      for (X509Certificate certificate : certificates) {
        pem.append("-----BEGIN CERTIFICATE-----\n")
            .append(
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
      return pem.toString().getBytes(StandardCharsets.US_ASCII);
    } catch (CertificateEncodingException e) {
      throw new IOException("a certificate has no bytes", e);
    }
  }
}
