package org.echolot.tls.trust;

import java.net.IDN;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.echolot.tls.CertificateName;
import org.echolot.tls.CertificateName.Kind;
import org.jspecify.annotations.Nullable;

/** The hosts that a certificate names, and whether one is among them (RFC 9525). */
public final class HostNames {

  /** An address is never looked up: what does not look like one is a name. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  /** What a host can be called: no blanks, and no punctuation but that of names. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}*_.-]+");

  /** As many names are told to people; a certificate can have hundreds. */
  private static final int MOST_TOLD = 8;

  private final List<CertificateName> listed;
  private final @Nullable String commonName;
  private final @Nullable String noCommonName;

  private HostNames(X509Certificate certificate, @Nullable String noCommonName) {
    this.listed = listed(certificate);
    this.commonName =
        CertificateName.commonNameOf(certificate).map(CertificateName::value).orElse(null);
    this.noCommonName = noCommonName;
  }

  /** The names of a certificate that no authority limits. */
  public static HostNames of(X509Certificate certificate) {
    return new HostNames(certificate, null);
  }

  /**
   * The names of a certificate whose common name counts for nothing, since limits to names don't
   * hold for it (RFC 5280 4.2.1.10).
   *
   * @param why half a sentence
   */
  static HostNames withoutCommonName(X509Certificate certificate, String why) {
    return new HostNames(certificate, why);
  }

  private static List<CertificateName> listed(X509Certificate certificate) {
    try {
      return CertificateName.alternativeOf(certificate);
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  /** Whether {@code host} is an address, and no name. */
  public static boolean isAddress(String host) {
    return ADDRESS.matcher(plain(host)).matches();
  }

  /** Whether {@code host}, a name or an address, is named. */
  boolean name(String host) {
    return lists(host) || restsOnCommonName(host);
  }

  /** Whether it is among those that count before the common name. */
  private boolean lists(String host) {
    String plain = plain(host);
    return isAddress(plain)
        ? values(Kind.ADDRESS).stream().anyMatch(address -> isSameAddress(address, plain))
        : values(Kind.DNS).stream().anyMatch(pattern -> matches(pattern, plain));
  }

  /**
   * Whether {@code host} is named by the common name alone. Tolerated where no listed name could
   * count in its place: RFC 9525 6.3 has done away with it, and the certificates of many devices
   * know nothing else.
   */
  boolean restsOnCommonName(String host) {
    return isCommonName(host) && !lists(host) && noCommonName == null && !rulesOutCommonName(host);
  }

  private boolean isCommonName(String host) {
    String plain = plain(host);
    return commonName != null
        && (isAddress(plain) ? plain.equals(plain(commonName)) : matches(commonName, plain));
  }

  /** A listed name rules it out, as with OpenSSL and Java; for an address, a listed address too. */
  private boolean rulesOutCommonName(String host) {
    return !values(Kind.DNS).isEmpty() || (isAddress(host) && !values(Kind.ADDRESS).isEmpty());
  }

  /** The names by which a host could be called so that this certificate is good for it. */
  public List<String> usable() {
    List<String> usable = new ArrayList<>();
    values(Kind.DNS).stream().filter(HostNames::canBeCalled).forEach(usable::add);
    usable.addAll(values(Kind.ADDRESS));
    if (commonName != null && canBeCalled(commonName) && restsOnCommonName(commonName)) {
      usable.add(commonName);
    }
    return usable.stream().distinct().toList();
  }

  private static boolean canBeCalled(String name) {
    return NAME.matcher(name).matches()
        && !isAddress(name)
        && (!name.contains("*") || isWild(name));
  }

  /** Whether it stands for all names of a domain: {@code *.hospital.example}. */
  private static boolean isWild(String name) {
    return name.startsWith("*.") && name.indexOf('.', 2) > 0 && name.lastIndexOf('*') == 0;
  }

  /**
   * Whether every usable name stands for those of a domain, so that none can be entered as it is.
   */
  public boolean areAllOfDomains() {
    List<String> usable = usable();
    return !usable.isEmpty() && usable.stream().allMatch(HostNames::isWild);
  }

  /** The usable names as somebody can enter them. */
  public String offered() {
    return told(
        usable().stream()
            .map(name -> isWild(name) ? "a name directly below " + name.substring(2) : name)
            .toList());
  }

  /** Names for people: not more of them than can be read. */
  public static String told(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(names.size(), MOST_TOLD)))
        + (names.size() > MOST_TOLD
            ? String.format(Locale.ROOT, " and %d more", names.size() - MOST_TOLD)
            : "");
  }

  /** Why {@code host}, which is not named, is not: one clause, or several. */
  String whyNot(String host) {
    List<String> clauses = new ArrayList<>();
    String plain = plain(host);
    List<String> usable = usable();
    if (!usable.isEmpty()) {
      clauses.add("it was issued for " + told(usable) + ", not for " + host);
    }
    usable.stream()
        .filter(HostNames::isWild)
        .filter(name -> ascii(plain).endsWith(ascii(plain(name)).substring(1)))
        .findFirst()
        .ifPresent(name -> clauses.add("the * in " + name + " covers one part of a name only"));
    if (isAddress(plain)
        && values(Kind.DNS).stream().anyMatch(name -> isSameAddress(plain(name), plain))) {
      clauses.add(
          "it lists " + plain + " as a DNS name, but an address counts only as an IP address");
    }
    if (isCommonName(host)) {
      clauses.add("its common name is " + commonName + ", but " + whyNoCommonName());
    }
    if (clauses.isEmpty()) {
      clauses.add(namesNoHost());
    }
    return String.join("; ", clauses);
  }

  private String whyNoCommonName() {
    return noCommonName != null
        ? noCommonName
        : "that does not count beside the names that it lists (SAN)";
  }

  private String namesNoHost() {
    if (listed.isEmpty()) {
      return commonName == null
          ? "it names no host: it lists no names (SAN), and its subject has no common name"
          : "it names no host: it lists no names (SAN), and its common name is \""
              + commonName
              + "\"";
    }
    List<String> others =
        listed.stream().map(name -> name.kind().label() + " " + name.value()).toList();
    return "it names no host: all that it lists (SAN) is " + told(others);
  }

  private List<String> values(Kind kind) {
    return listed.stream().filter(name -> name.kind() == kind).map(CertificateName::value).toList();
  }

  private static boolean matches(String name, String host) {
    String pattern = ascii(plain(name));
    String ascii = ascii(host);
    if (!pattern.startsWith("*.")) {
      return pattern.equals(ascii);
    }
    int dot = ascii.indexOf('.');
    return dot > 0
        && pattern.indexOf('.', 2) > 0
        && ascii.substring(dot).equals(pattern.substring(1));
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
