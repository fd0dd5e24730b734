package org.echolot.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.tls.TlsFacts.Section;
import org.echolot.tls.TrustVerdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsFactsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static Map<String, String> values(List<Line> lines) {
    return lines.stream().collect(Collectors.toMap(Line::name, Line::value));
  }

  @Test
  void everythingThatAHandshakeShowedIsSaidInSections() {
    List<Section> sections = TlsFacts.of(Handshakes.trusted(), NOW);
    assertThat(sections)
        .extracting(Section::title)
        .containsExactly(
            "Negotiated",
            "Trust",
            "PS3.15",
            "Certificate 1, of the server that answered",
            "Certificate 2, an issuer",
            "Certificate 3, an issuer",
            "Certificate 4, a root",
            "What the peer requested",
            "What we sent",
            "What we offered",
            "Disabled on this computer");
    assertThat(sections.get(4).lines())
        .contains(new Line("Valid", "2026-01-01 to 2026-12-10 (UTC), expires soon, 14 days left"));
    assertThat(values(TlsFacts.agreed(Handshakes.trusted())))
        .containsEntry("Protocol", "TLS 1.3")
        .containsEntry("Cipher suite", "TLS_AES_256_GCM_SHA384")
        .containsEntry("Key exchange", "x25519")
        .containsEntry("TLS profile", "runtime (Everything that this computer allows)")
        .doesNotContainKey("Alert from the peer");
    assertThat(values(TlsFacts.trust(Handshakes.trusted())))
        .isEqualTo(Map.of("Verdict", "trusted: up to Klinikum Musterstadt Root CA"));
    assertThat(values(TlsFacts.asked(Handshakes.trusted())))
        .containsEntry("Client certificate", "requested")
        .containsEntry("Key types", "RSA, EC");
    assertThat(values(TlsFacts.sent(Handshakes.trusted(), NOW)).get("Client certificate"))
        .isEqualTo(
            "CN=pss.example, issued by CN=pss.example, serial number 07, RSA, 2048 bits, 2026-01-01"
                + " to 2027-01-01 (UTC), 36 days left");
    assertThat(values(TlsFacts.switchedOff(Handshakes.trusted())).values())
        .containsExactly("TLSv1, TLSv1.1, 3DES_EDE_CBC, RC4");
  }

  @Test
  void eachProfileIsSaidToBeKeptOrWhatStandsAgainstIt() {
    assertThat(values(TlsFacts.profile(Handshakes.trusted())))
        .containsEntry("BCP 195 (PS3.15 B.12)", "met")
        .containsEntry("Modified BCP 195 (PS3.15 B.13)", "not met. x25519 is not in the list.");
    assertThat(values(TlsFacts.profile(Handshakes.legacy())))
        .containsEntry(
            "BCP 195 (PS3.15 B.12)",
            "not met. TLSv1 is forbidden. The suite has no forward secrecy.");
  }

  @Test
  void anAlertIsNamedAndExplained() {
    TlsReport report = Handshakes.alerted(new TlsAlert(2, 70));
    assertThat(values(TlsFacts.agreed(report)))
        .containsEntry("Protocol", "none negotiated")
        .containsEntry("Cipher suite", "none negotiated");
    assertThat(values(TlsFacts.agreed(report)).get("Alert from the peer"))
        .contains("70")
        .endsWith(": the peer does not speak any version of TLS that we offered");
    assertThat(TlsFacts.alertText(new TlsAlert(2, 250), Handshakes.trusted()))
        .contains("250")
        .doesNotContain(": ");
    assertThat(values(TlsFacts.trust(report)).values())
        .containsExactly("none: no certificate of the peer was read");
    assertThat(values(TlsFacts.profile(report)).values())
        .containsExactly("not enough was negotiated to judge");
    assertThat(values(TlsFacts.asked(report)).values())
        .containsExactly("no request came before the handshake ended");
  }

  // What it takes

  @Test
  void whereTheIssuerIsMissingItIsNamed() {
    assertThat(TlsFacts.whatToTrust(Handshakes.untrusted(Certificates.chainOfFour().getFirst())))
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("issuer \"Klinikum Musterstadt Issuing CA 1\"")
                    .contains("did not send")
                    .contains("fingerprint"));
  }

  @Test
  void whereTheRootWasSentItIsNamed() {
    assertThat(
            TlsFacts.whatToTrust(
                Handshakes.untrusted(Certificates.chainOfFour().toArray(new X509Certificate[0]))))
        .hasValueSatisfying(
            text -> assertThat(text).contains("root \"Klinikum Musterstadt Root CA\""));
  }

  @Test
  void aCertificateThatSignedItselfIsSaidToHaveDoneSo() {
    assertThat(TlsFacts.whatToTrust(Handshakes.untrusted(Certificates.one("pss"))))
        .hasValueSatisfying(text -> assertThat(text).contains("self-signed"));
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = "UNTRUSTED", mode = EnumSource.Mode.EXCLUDE)
  void trustIsNotProposedWhereItIsNotWhatIsMissing(Kind kind) {
    assertThat(TlsFacts.whatToTrust(Handshakes.judged(Certificates.one("ed25519"), kind)))
        .isEmpty();
  }
}
