package org.echolot.tls.trust;

import java.net.IDN;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** The hosts that a certificate names, and whether one is among them (RFC 9525). */
public final class HostNames {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  /** An address is never looked up: what does not look like one is a name. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private final List<String> dnsNames = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();
  private final boolean hasAlternativeNames;
  private final @Nullable String commonName;

  private HostNames(X509Certificate certificate) {
    Collection<List<?>> names = alternativeNames(certificate);
    this.hasAlternativeNames = !names.isEmpty();
    for (List<?> name : names) {
      int kind = (Integer) name.get(0);
      if (kind == DNS_NAME) {
        dnsNames.add(String.valueOf(name.get(1)));
      } else if (kind == IP_ADDRESS) {
        addresses.add(String.valueOf(name.get(1)));
      }
    }
    this.commonName = commonName(certificate);
  }

  static HostNames of(X509Certificate certificate) {
    return new HostNames(certificate);
  }

  private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  private static @Nullable String commonName(X509Certificate certificate) {
    try {
      List<Rdn> rdns = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
      // The most specific stands last.
      for (Rdn rdn : rdns.reversed()) {
        if (rdn.getType().equalsIgnoreCase("CN")) {
          return String.valueOf(rdn.getValue());
        }
      }
    } catch (InvalidNameException _) {
      // No name that can be compared.
    }
    return null;
  }

  /** All that it names, for a person; the common name where there is nothing else. */
  List<String> all() {
    List<String> all = new ArrayList<>(dnsNames);
    all.addAll(addresses);
    if (all.isEmpty() && commonName != null) {
      all.add(commonName);
    }
    return all;
  }

  /** Whether {@code host} is an address, and no name. */
  public static boolean isAddress(String host) {
    return ADDRESS.matcher(plain(host)).matches();
  }

  /** Whether {@code host}, a name or an address, is named. */
  boolean name(String host) {
    String plain = plain(host);
    if (isAddress(plain)) {
      return addresses.stream().anyMatch(address -> isSameAddress(address, plain))
          || (restsOnCommonName() && plain.equals(commonName));
    }
    String ascii = ascii(plain);
    return dnsNames.stream().anyMatch(pattern -> matches(ascii(plain(pattern)), ascii))
        || (restsOnCommonName() && matches(ascii(plain(commonName)), ascii));
  }

  /**
   * Whether there is nothing to go by but the common name. Tolerated: RFC 9525 6.3 has done away
   * with it, and the certificates of many devices know nothing else.
   */
  boolean restsOnCommonName() {
    return !hasAlternativeNames && commonName != null;
  }

  private static boolean matches(String pattern, String host) {
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host);
    }
    int dot = host.indexOf('.');
    return dot > 0
        && pattern.indexOf('.', 2) > 0
        && host.substring(dot).equals(pattern.substring(1));
  }

  private static boolean isSameAddress(String one, String other) {
    try {
      return InetAddress.ofLiteral(one).equals(InetAddress.ofLiteral(other));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String plain(@Nullable String host) {
    String text = host == null ? "" : host.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    int zone = text.indexOf('%');
    if (zone > 0 && text.contains(":")) {
      text = text.substring(0, zone);
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String ascii(String name) {
    try {
      return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }
}
