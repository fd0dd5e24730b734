package org.echolot.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.echolot.text.AddressText;
import org.echolot.text.IpText;

/**
 * One name that a certificate has for its subject, with its kind: what it is said to be decides
 * whether it counts for a host.
 *
 * @param value as the certificate has it; hexadecimal digits where the kind has no text
 */
public record CertificateName(Kind kind, String value) {

  /** What a name is said to be (RFC 5280 4.2.1.6), and the common name of the subject. */
  public enum Kind {
    DNS("DNS", "DNS name"),
    ADDRESS("IP", "IP address"),
    EMAIL("email", "e-mail address"),
    URI("URI", "URI"),
    DIRECTORY("DirName", "directory name"),
    REGISTERED_ID("OID", "registered ID"),
    OTHER("other", "name of another kind"),
    /** Part of the subject; the others are alternative names. */
    COMMON_NAME("CN", "common name");

    private final String word;
    private final String label;

    Kind(String word, String label) {
      this.word = word;
      this.label = label;
    }

    /** What is put before the name. */
    public String word() {
      return word;
    }

    /** A few words for people. */
    public String label() {
      return label;
    }
  }

  /**
   * The alternative names (SAN), in their order.
   *
   * @throws CertificateParsingException if they can't be read
   */
  public static List<CertificateName> alternativeOf(X509Certificate certificate)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null ? List.of() : names.stream().map(CertificateName::of).toList();
  }

  /** A pair of the kind's number and the value, as the JDK gives it. */
  private static CertificateName of(List<?> name) {
    Object value = name.get(1);
    String text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "" + value;
    Kind kind =
        switch ((Integer) name.getFirst()) {
          case 1 -> Kind.EMAIL;
          case 2 -> Kind.DNS;
          case 4 -> Kind.DIRECTORY;
          case 6 -> Kind.URI;
          case 7 -> Kind.ADDRESS;
          case 8 -> Kind.REGISTERED_ID;
          default -> Kind.OTHER;
        };
    return new CertificateName(
        kind,
        kind == Kind.ADDRESS && IpText.isAddress(text)
            ? AddressText.of(InetAddress.ofLiteral(text))
            : text);
  }

  /** The common name of the subject; empty where it has none. */
  public static Optional<CertificateName> commonNameOf(X509Certificate certificate) {
    try {
      List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
      // The most specific stands last.
      return parts.reversed().stream()
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .findFirst()
          .map(part -> new CertificateName(Kind.COMMON_NAME, String.valueOf(part.getValue())));
    } catch (InvalidNameException _) {
      // No name that can be compared.
      return Optional.empty();
    }
  }

  /** The kind before the name: {@code DNS:pacs.example}. */
  @Override
  public String toString() {
    return kind.word() + ":" + value;
  }
}
