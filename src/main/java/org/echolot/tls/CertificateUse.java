package org.echolot.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the key of a certificate may be used for (RFC 5280 4.2.1.3 and 4.2.1.12). */
public final class CertificateUse {

  /** The names of the bits of a key usage, in their order. */
  private static final List<String> BITS =
      List.of(
          "digitalSignature",
          "nonRepudiation",
          "keyEncipherment",
          "dataEncipherment",
          "keyAgreement",
          "keyCertSign",
          "cRLSign",
          "encipherOnly",
          "decipherOnly");

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;
  private static final int KEY_CERT_SIGN = 5;

  private static final String ANY = "2.5.29.37.0";
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT = "1.3.6.1.5.5.7.3.2";

  private static final Map<String, String> PURPOSES =
      Map.of(
          ANY,
          "anything",
          SERVER,
          "server authentication",
          CLIENT,
          "client authentication",
          "1.3.6.1.5.5.7.3.3",
          "code signing",
          "1.3.6.1.5.5.7.3.4",
          "e-mail protection",
          "1.3.6.1.5.5.7.3.8",
          "time stamping",
          "1.3.6.1.5.5.7.3.9",
          "OCSP signing");

  /** Netscape's own extension, which OpenSSL and Java still keep to; its second bit is a server. */
  private static final String NETSCAPE_TYPE = "2.16.840.1.113730.1.1";

  private static final int NETSCAPE_SERVER = 0x40;
  private static final int BIT_STRING = 3;

  /** Those of RFC 5280 4.2.1; who does not know them all knows at least what they limit. */
  private static final String STANDARD = "2.5.29.";

  private CertificateUse() {}

  /**
   * The critical extensions that are none of RFC 5280's: whoever does not know one has to refuse
   * the certificate (RFC 5280 4.2).
   *
   * @return their numbers, with commas between them; empty if there are none
   */
  public static String unknownCriticalOf(X509Certificate certificate) {
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return critical == null
        ? ""
        : critical.stream()
            .filter(oid -> !oid.startsWith(STANDARD) && !oid.equals(NETSCAPE_TYPE))
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /** The key usage, by the standard's names; empty where it does not say. */
  public static List<String> keyUsageOf(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null
        ? List.of()
        : IntStream.range(0, Math.min(usage.length, BITS.size()))
            .filter(bit -> usage[bit])
            .mapToObj(BITS::get)
            .toList();
  }

  /** The extended key usage in words; empty where it does not say. */
  public static List<String> purposesOf(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null
          ? List.of()
          : purposes.stream().map(oid -> PURPOSES.getOrDefault(oid, oid)).toList();
    } catch (CertificateParsingException e) {
      return List.of("unreadable (" + e.getMessage() + ")");
    }
  }

  /** Whether it may sign certificates, as far as its key usage says. */
  public static boolean maySignCertificates(X509Certificate certificate) {
    return has(certificate, KEY_CERT_SIGN);
  }

  /** Whether its key may sign in a handshake, as every suite but those of RSA without DH needs. */
  public static boolean maySign(X509Certificate certificate) {
    return has(certificate, DIGITAL_SIGNATURE);
  }

  private static boolean has(X509Certificate certificate, int bit) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null || usage[bit];
  }

  /**
   * What keeps a certificate from being used by a TLS server, to be put behind its name.
   *
   * @return null: nothing
   */
  public static @Nullable String againstServer(X509Certificate certificate) {
    if (!has(certificate, DIGITAL_SIGNATURE)
        && !has(certificate, KEY_ENCIPHERMENT)
        && !has(certificate, KEY_AGREEMENT)) {
      return "may not be used for TLS: its key usage is " + listed(keyUsageOf(certificate));
    }
    if (!isFor(certificate, SERVER, true)) {
      return "is not for servers: its extended key usage is " + listed(purposesOf(certificate));
    }
    return isNetscapeServer(certificate)
        ? null
        : "is not for servers: its Netscape certificate type says so";
  }

  /**
   * The same of a client's certificate, whose key has to sign.
   *
   * @return null: nothing
   */
  public static @Nullable String againstClient(X509Certificate certificate) {
    if (!maySign(certificate)) {
      return "may not sign: its key usage is " + listed(keyUsageOf(certificate));
    }
    return isFor(certificate, CLIENT, true)
        ? null
        : "is not for clients: its extended key usage is " + listed(purposesOf(certificate));
  }

  /** Whether an authority is free to issue for servers. */
  public static boolean mayIssueForServers(X509Certificate authority) {
    return isFor(authority, SERVER, true);
  }

  /** Whether it says that it is for anything, and does not say that it is for servers. */
  public static boolean isForAnythingAlone(X509Certificate certificate) {
    return isFor(certificate, SERVER, true) && !isFor(certificate, SERVER, false);
  }

  private static boolean isFor(X509Certificate certificate, String purpose, boolean anyCounts) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null
          || purposes.contains(purpose)
          || (anyCounts && purposes.contains(ANY));
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  private static boolean isNetscapeServer(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(NETSCAPE_TYPE);
    if (extension == null) {
      return true;
    }
    // An octet string that holds a bit string: 04 04 03 02 unused bits. What nobody can read
    // forbids
    // nothing.
    return extension.length < 6
        || extension[2] != BIT_STRING
        || (extension[5] & NETSCAPE_SERVER) != 0;
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "empty" : String.join(", ", words);
  }
}
