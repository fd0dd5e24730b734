package org.echolot.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.tls.CertificateFacts.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static final List<CertificateFacts> CHAIN =
      Certificates.chainOfFour().stream().map(CertificateFacts::of).toList();

  private static CertificateFacts facts(String name) {
    return CertificateFacts.of(Certificates.one(name));
  }

  @Test
  void aCertificateTellsWhoseItIsAndWhoSignedIt() {
    CertificateFacts leaf = CHAIN.getFirst();
    assertThat(leaf.subject())
        .isEqualTo(
            "EMAILADDRESS=pacs@klinikum-musterstadt.example,"
                + " CN=pacs.klinikum-musterstadt.example, OU=Radiologie,"
                + " O=Klinikum Musterstadt gGmbH, ST=Bayern, C=DE");
    assertThat(leaf.issuer())
        .isEqualTo(
            "CN=Klinikum Musterstadt Issuing CA 1,"
                + " O=\"Klinikum Musterstadt gGmbH, Abteilung IT\", C=DE");
    assertThat(leaf.shortSubject()).isEqualTo("pacs.klinikum-musterstadt.example");
    assertThat(leaf.shortIssuer()).isEqualTo("Klinikum Musterstadt Issuing CA 1");
    assertThat(leaf.serial())
        .isEqualTo("4A:3B:5C:6D:7E:8F:90:A1:B2:C3:D4:E5:F6:07:18:29:3A:4B:5C:6D");
    assertThat(leaf.isSelfIssued()).isFalse();
    assertThat(CHAIN.getLast().isSelfIssued()).isTrue();
    assertThat(CHAIN)
        .extracting(CertificateFacts::authority)
        .containsExactly(false, true, true, true);
    assertThat(leaf.purposes()).containsExactly("server authentication", "client authentication");
  }

  @Test
  void eachNameHasItsKindBeforeIt() {
    assertThat(CHAIN.getFirst().names())
        .hasSize(100)
        .startsWith(
            "DNS:pacs.klinikum-musterstadt.example",
            "DNS:*.pacs.klinikum-musterstadt.example",
            "IP:10.1.2.3",
            "IP:2001:db8::17");
  }

  @Test
  void keysAndSignaturesAreToldByTypeAndSize() {
    assertThat(CHAIN)
        .extracting(CertificateFacts::key)
        .containsExactly(
            "RSA, 2048 bits", "RSA, 3072 bits", "EC secp384r1, 384 bits", "RSA, 4096 bits");
    assertThat(CHAIN)
        .extracting(CertificateFacts::signature)
        .containsExactly("SHA256withRSA", "SHA384withECDSA", "SHA384withRSA", "SHA256withRSA");
    assertThat(facts("ed25519").key()).isEqualTo("Ed25519");
    assertThat(facts("pss").signature()).isEqualTo("RSASSA-PSS with SHA-256");
  }

  /** The fingerprint is what {@code openssl x509 -noout -fingerprint -sha256} says. */
  @Test
  void theFingerprintIsThatOfOpenssl() {
    CertificateFacts facts = facts("ed25519");
    assertThat(CertificateFacts.inPairs(facts.fingerprint()))
        .isEqualTo(
            "95:5E:CD:79:22:D0:F0:18:33:48:76:97:6A:F7:2A:23:B1:89:C7:0F:1A:80:B3:43:48:E8:E9:61:A7:AF:41:99");
    assertThat(facts.fingerprint()).matches("[0-9a-f]{64}");
  }

  @Test
  void aCertificateWithoutASubjectGoesByItsFirstName() {
    CertificateFacts facts = facts("nameless");
    assertThat(facts.subject()).isEmpty();
    assertThat(facts.shortSubject()).isEqualTo("DNS:nameless.example");
    assertThat(facts.lines(NOW))
        .contains(new Line("Subject", "none"), new Line("Issuer", "CN=Some CA"));
  }

  // Validity

  @ParameterizedTest
  @CsvSource({
    "2025-12-31T12:00:00Z, NOT_YET_VALID, 'not yet valid, valid within a day'",
    "2025-11-30T00:00:00Z, NOT_YET_VALID, 'not yet valid, valid in 32 days'",
    "2026-01-01T00:00:00Z, VALID, '343 days left'",
    "2026-11-10T00:00:00Z, VALID, '30 days left'",
    "2026-11-10T00:00:01Z, EXPIRES_SOON, 'expires soon, 29 days left'",
    "2026-12-08T12:00:00Z, EXPIRES_SOON, 'expires soon, 1 day left'",
    "2026-12-09T12:00:00Z, EXPIRES_SOON, 'expires tomorrow'",
    "2026-12-10T00:00:00Z, EXPIRES_SOON, 'expires today'",
    "2026-12-10T00:00:01Z, EXPIRED, 'expired today'",
    "2026-12-10T23:59:59Z, EXPIRED, 'expired today'",
    "2026-12-11T12:00:00Z, EXPIRED, 'expired 1 day ago'",
    "2027-12-10T12:00:00Z, EXPIRED, 'expired 365 days ago'"
  })
  void validityIsToldInWordsAndDays(Instant at, Validity validity, String words) {
    CertificateFacts issuing = CHAIN.get(1);
    assertThat(issuing.validityAt(at)).isEqualTo(validity);
    assertThat(issuing.validityText(at)).isEqualTo(words);
  }

  @Test
  void longSpansAreToldInYearsToo() {
    CertificateFacts root = CertificateFacts.of(Certificates.chainOfFour().getLast());

    assertThat(root.validityText(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo("7305 days (20.0 years) left");
    assertThat(root.validityText(Instant.parse("2044-01-02T00:00:00Z")))
        .isEqualTo("730 days (2.0 years) left");
    assertThat(root.validityText(Instant.parse("2044-01-03T00:00:00Z"))).isEqualTo("729 days left");
  }

  @Test
  void thePeriodIsToldInDates() {
    assertThat(CHAIN.get(1).periodText(NOW))
        .isEqualTo("2026-01-01 to 2026-12-10 (UTC), expires soon, 14 days left");
  }

  @Test
  void theLinesTellAllOfIt() {
    assertThat(CHAIN.get(0).lines(NOW))
        .extracting(Line::name)
        .containsExactly(
            "Subject",
            "Issuer",
            "Names",
            "Valid",
            "Key",
            "Signature",
            "Purpose",
            "Serial number",
            "SHA-256");
    assertThat(CHAIN.get(3).lines(NOW))
        .contains(
            new Line("Issuer", "itself"),
            new Line("Authority", "may sign other certificates"),
            new Line("Serial number", "01"));
  }
}
