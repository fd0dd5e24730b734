package org.echolot.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * What a certificate says of itself, in words (RFC 5280). Immutable. What comes from the peer is as
 * the peer has it: whoever shows it escapes it.
 *
 * @param subject as in RFC 1779: {@code CN=pacs.example, O=Hospital}; empty where it has none
 * @param issuer as the subject
 * @param serial hexadecimal digits in pairs: {@code 4A:3B}
 * @param names the subject's other names, each with its kind before it: {@code DNS:pacs.example}
 * @param notBefore the first moment at which it is valid
 * @param notAfter the last
 * @param keyType the type of its key, for example {@code RSA} or {@code EC}
 * @param keyBits the size of its key; 0 where the type has but one, or it is not known
 * @param curve the curve of its key, for example {@code secp256r1}; empty where there is none
 * @param signature the algorithm that it is signed with, for example {@code SHA256withRSA}
 * @param fingerprint the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 * @param authority whether it may sign other certificates
 * @param keyUsage what its key may be used for, by the standard's names; empty where it does not
 *     say
 * @param purposes what it is for, where it says so: {@code server authentication}
 */
public record CertificateFacts(
    String subject,
    String issuer,
    String serial,
    List<String> names,
    Instant notBefore,
    Instant notAfter,
    String keyType,
    int keyBits,
    String curve,
    String signature,
    String fingerprint,
    boolean authority,
    List<String> keyUsage,
    List<String> purposes) {

  /** So long before its end, a certificate is soon to expire: time to have it renewed. */
  public static final Duration SOON = Duration.ofDays(30);

  /** From so many days on, years say more: two of them. */
  private static final long MANY_DAYS = 730;

  private static final double DAYS_OF_A_YEAR = 365.2425;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '(UTC)'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  /** Parts of a name that RFC 1779 has no word for; without one they would be bare numbers. */
  private static final Map<String, String> WORDS =
      Map.of(
          "1.2.840.113549.1.9.1", "EMAILADDRESS",
          "2.5.4.5", "SERIALNUMBER",
          "2.5.4.4", "SN",
          "2.5.4.42", "GN",
          "2.5.4.12", "T",
          "2.5.4.97", "ORGANIZATIONIDENTIFIER",
          "0.9.2342.19200300.100.1.1", "UID",
          "0.9.2342.19200300.100.1.25", "DC");

  /** How a certificate's validity stands at a moment. */
  public enum Validity {
    NOT_YET_VALID,
    VALID,
    /** It is valid, and within {@link #SOON} it is no more. */
    EXPIRES_SOON,
    EXPIRED
  }

  /** One line of what there is to say: a name and its value. */
  public record Line(String name, String value) {}

  public CertificateFacts {
    names = List.copyOf(names);
    keyUsage = List.copyOf(keyUsage);
    purposes = List.copyOf(purposes);
  }

  /** What {@code certificate} says; parts that can't be read are said to be so. */
  public static CertificateFacts of(X509Certificate certificate) {
    CertificateKey key = CertificateKey.of(certificate.getPublicKey());
    return new CertificateFacts(
        nameOf(certificate.getSubjectX500Principal()),
        nameOf(certificate.getIssuerX500Principal()),
        PAIRS.formatHex(certificate.getSerialNumber().toByteArray()),
        namesOf(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        key.type(),
        key.bits(),
        key.curve(),
        CertificateKey.signatureOf(certificate),
        fingerprintOf(certificate),
        certificate.getBasicConstraints() >= 0,
        CertificateUse.keyUsageOf(certificate),
        CertificateUse.purposesOf(certificate));
  }

  /** The SHA-256 of a certificate's bytes, 64 hexadecimal digits in lower case. */
  public static String fingerprintOf(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that was read has its bytes", e);
    }
  }

  /** A fingerprint as people compare it: {@code AB:CD:…}. */
  public static String inPairs(String fingerprint) {
    return PAIRS.formatHex(HexFormat.of().parseHex(fingerprint));
  }

  /** The same in two lines of the same length, where there is no room for one. */
  public static String inTwoLines(String fingerprint) {
    String pairs = inPairs(fingerprint);
    int half = pairs.length() / 2 + 1;
    return pairs.substring(0, half) + "\n" + pairs.substring(half);
  }

  /** What the subject is called in a few words: its common name, else all of it. */
  public String shortSubject() {
    return shortName(subject, names.isEmpty() ? "a certificate without a name" : names.getFirst());
  }

  /** What the issuer is called in a few words. */
  public String shortIssuer() {
    return shortName(issuer, "an issuer without a name");
  }

  private static String shortName(String name, String otherwise) {
    return Stream.of(name.split(", (?=[A-Z0-9.]+=)", -1))
        .filter(part -> part.startsWith("CN="))
        .map(part -> part.substring(3))
        .findFirst()
        .orElse(name.isEmpty() ? otherwise : name);
  }

  /** How the subject is called in a sentence: all of its name, or what there is besides. */
  public String calledSubject() {
    return subject.isEmpty()
        ? "a certificate without a subject ("
            + (names.isEmpty() ? "serial number " + serial : names.getFirst())
            + ")"
        : subject;
  }

  /** How the issuer is called in a sentence. */
  public String calledIssuer() {
    return issuer.isEmpty() ? "an issuer without a name" : issuer;
  }

  /** Whether it names itself as its issuer, as roots do. */
  public boolean isSelfIssued() {
    return subject.equals(issuer);
  }

  /** Type and size of its key: {@code RSA, 2048 bits}. */
  public String key() {
    return keyType
        + (curve.isEmpty() ? "" : " " + curve)
        + (keyBits == 0 ? "" : ", " + keyBits + " bits");
  }

  public Validity validityAt(Instant at) {
    if (at.isBefore(notBefore)) {
      return Validity.NOT_YET_VALID;
    }
    if (at.isAfter(notAfter)) {
      return Validity.EXPIRED;
    }
    return at.plus(SOON).isAfter(notAfter) ? Validity.EXPIRES_SOON : Validity.VALID;
  }

  /** Whole days until it ends; negative where it has ended, by the days since. */
  public long daysLeft(Instant at) {
    return ChronoUnit.DAYS.between(at, notAfter);
  }

  /** How it stands, in words: {@code 123 days left}, {@code expired 5 days ago}. */
  public String validityText(Instant at) {
    long left = daysLeft(at);
    return switch (validityAt(at)) {
      case NOT_YET_VALID ->
          "not yet valid, " + inDays(Math.max(0, ChronoUnit.DAYS.between(at, notBefore)));
      case EXPIRED ->
          left == 0
              ? "expired " + (endsOn(at) ? "today" : "yesterday")
              : "expired " + days(-left) + " ago";
      case EXPIRES_SOON ->
          left == 0
              ? "expires " + (endsOn(at) ? "today" : "tomorrow")
              : "expires soon, " + days(left) + " left";
      case VALID -> days(left) + " left";
    };
  }

  /** Whether it ends, or ended, on that day in UTC, in which its dates are written, too. */
  private boolean endsOn(Instant at) {
    return notAfter.truncatedTo(ChronoUnit.DAYS).equals(at.truncatedTo(ChronoUnit.DAYS));
  }

  private static String inDays(long days) {
    return days == 0 ? "valid within a day" : "valid in " + days(days);
  }

  private static String days(long count) {
    if (count < MANY_DAYS) {
      return count == 1 ? "1 day" : String.format(Locale.ROOT, "%d days", count);
    }
    return String.format(Locale.ROOT, "%d days (%.1f years)", count, count / DAYS_OF_A_YEAR);
  }

  /** From when to when it is valid, as dates in UTC, and how that stands. */
  public String periodText(Instant at) {
    return datesText() + ", " + validityText(at);
  }

  /** From when to when it is valid, as dates in UTC. */
  public String datesText() {
    return date(notBefore) + " to " + date(notAfter) + " (UTC)";
  }

  /** A moment as people read it in a certificate: {@code 2026-01-01 (UTC)}. */
  public static String day(Instant moment) {
    return date(moment) + " (UTC)";
  }

  /** The same where hours count: {@code 2026-01-01 09:30 (UTC)}. */
  public static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  private static LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** All of it, in the order in which people look for it. */
  public List<Line> lines(Instant at) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Subject", subject.isEmpty() ? "none" : subject));
    lines.add(new Line("Issuer", isSelfIssued() ? "itself" : issuer.isEmpty() ? "none" : issuer));
    if (!names.isEmpty()) {
      lines.add(new Line("Names", String.join(", ", names)));
    }
    lines.add(new Line("Valid", periodText(at)));
    lines.add(new Line("Key", key()));
    lines.add(new Line("Signature", signature));
    if (authority) {
      lines.add(new Line("Authority", "may sign other certificates"));
    }
    if (!keyUsage.isEmpty()) {
      lines.add(new Line("Key usage", String.join(", ", keyUsage)));
    }
    if (!purposes.isEmpty()) {
      lines.add(new Line("Purpose", String.join(", ", purposes)));
    }
    lines.add(new Line("Serial number", serial));
    lines.add(new Line("SHA-256", inPairs(fingerprint)));
    return lines;
  }

  /** A name as it is shown here everywhere. */
  public static String nameOf(X500Principal principal) {
    return principal.getName(X500Principal.RFC1779, WORDS);
  }

  private static List<String> namesOf(X509Certificate certificate) {
    try {
      return CertificateName.alternativeOf(certificate).stream()
          .map(CertificateName::toString)
          .toList();
    } catch (CertificateParsingException e) {
      return List.of("unreadable (" + e.getMessage() + ")");
    }
  }
}
