package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.SideQuestion;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that refuses our handshake is asked what it would take, and that is named. */
@Timeout(60)
class TlsOfferTest {

  private final Made authority;
  private final Made server;
  private final Caller caller = new Caller();

  TlsOfferTest(@TempDir Path folder) {
    CertificateKit kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "server").rsa(2048).make();
  }

  @ParameterizedTest
  @CsvSource({
    "RUNTIME, -tls1, ALL, old, TLS 1.0 with TLS_",
    "RUNTIME, -tls1_2, AES128-SHA, old, TLS 1.2 with TLS_RSA_WITH_AES_128_CBC_SHA",
    "RUNTIME, -tls1_2, NULL-SHA256, unsupported, TLS 1.2 with TLS_RSA_WITH_NULL_SHA256",
    "BCP195, -tls1_2, ECDHE-RSA-AES128-SHA, runtime, TLS 1.2 with"
        + " TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "LEGACY, -tls1_3, ALL, runtime, TLS 1.3 with TLS_",
    "RUNTIME, -tls1_2, ECDHE-ECDSA-AES128-SHA, refuses-all, handshake_failure (40)"
  })
  void whatTheServerAcceptsIsNamed(
      TlsProfile profile, String version, String suites, String variant, String accepts) {
    List<String> options =
        version.equals("-tls1_3")
            ? List.of(version)
            : List.of(version, "-cipher", suites + ":@SECLEVEL=0");
    try (RealPeer peer = OpensslServer.start(server, options.toArray(String[]::new))) {
      CheckResult result =
          caller.checkTlsAlone(
              peer.port(),
              new TlsSettings(authority.file(), null, null, null, true, null, profile),
              "127.0.0.1");

      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_NO_COMMON_PROTOCOL);
      assertThat(result.observed().variant()).isEqualTo(variant);
      assertThat(result.summary()).contains(accepts);
      assertThat(result.observed().sideQuestions())
          .extracting(SideQuestion::kind)
          .containsExactly(SideQuestion.Kind.TLS_OFFER);
      assertThat(Objects.requireNonNull(result.tls()).protocol()).isNull();
    }
  }
}
