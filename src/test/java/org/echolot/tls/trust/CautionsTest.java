package org.echolot.tls.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.Certificates;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others will refuse is said, though it is trusted here. */
class CautionsTest {

  private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");

  private static TrustVerdict verdict(String host, boolean verifiesHostname) {
    List<X509Certificate> chain = Certificates.chainOfFour();
    TlsSettings settings =
        new TlsSettings(
            null,
            CertificateFacts.fingerprintOf(chain.getFirst()),
            null,
            null,
            verifiesHostname,
            null,
            TlsProfile.RUNTIME);
    return new TrustJudge(settings, host, List.of(), NOW).judge(chain);
  }

  @ParameterizedTest
  @CsvSource({"10.99.9.9, true", "LISTED, false"})
  void anotherHostsCertificateIsNamedWhereTheCheckIsOff(String host, boolean warned) {
    String called =
        host.equals("LISTED")
            ? HostNames.of(Certificates.chainOfFour().getFirst()).usable().getFirst()
            : host;
    TrustVerdict verdict = verdict(called, false);

    assertThat(verdict.isTrusted()).isTrue();
    assertThat(verdict.cautions().stream().anyMatch(c -> c.contains("host name check is off")))
        .isEqualTo(warned);
  }
}
