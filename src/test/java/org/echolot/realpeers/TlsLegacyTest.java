package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Warning;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profile for old devices, against peers that are set to be old. */
// Once for the class: keys take long to make.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsLegacyTest {

  private static final String ANYTHING = "DEFAULT:ALL@SECLEVEL=0";

  private final CertificateKit kit;
  private final Made authority;
  private final Made server;
  private final Made client;
  private final Caller caller = new Caller();

  TlsLegacyTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "server").rsa(2048).make();
    client = kit.issuedBy(authority, "our client").rsa(2048).naming().make();
  }

  private TlsSettings legacy() {
    return new TlsSettings(authority.file(), null, null, null, true, null, TlsProfile.LEGACY);
  }

  private TlsReport well(Made shown, TlsSettings settings, String... options) {
    try (RealPeer peer = OpensslServer.start(shown, options)) {
      CheckResult result = caller.checkTlsAlone(peer.port(), settings, "127.0.0.1");
      TlsReport tls = Objects.requireNonNull(result.tls());
      assertThat(result.cause()).as("%s %s", result, peer.log()).isNull();
      assertThat(result.warning(Warning.Code.LEGACY_TLS)).isPresent();
      return tls;
    }
  }

  @ParameterizedTest
  @CsvSource({"-tls1,TLSv1", "-tls1_1,TLSv1.1", "-tls1_2,TLSv1.2"})
  void speaksEveryVersion(String option, String version) {
    TlsReport tls = well(server, legacy(), option, "-cipher", ANYTHING);

    assertThat(tls.protocol()).isEqualTo(version);
    assertThat(tls.chain()).containsExactly(server.certificate());
    boolean old = version.equals("TLSv1") || version.equals("TLSv1.1");
    assertThat(tls.profileVerdict().bcp195().stream().anyMatch(line -> line.contains("8996")))
        .isEqualTo(old);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES128-SHA", "AES256-GCM-SHA384", "DHE-RSA-AES128-SHA"})
  void speaksSuitesThatJavaHasSwitchedOff(String suite) {
    TlsReport tls = well(server, legacy(), "-tls1_2", "-cipher", suite + "@SECLEVEL=0");

    assertThat(tls.profileVerdict().bcp195()).isNotEmpty();
  }

  @Test
  void showsAClientCertificate() {
    TlsReport tls =
        well(
            server,
            new TlsSettings(
                authority.file(), null, client.file(), client.key(), true, null, TlsProfile.LEGACY),
            "-tls1_1",
            "-cipher",
            ANYTHING,
            "-Verify",
            "2",
            "-verify_return_error",
            "-CAfile",
            authority.file().toString());

    assertThat(tls.sentChain()).containsExactly(client.certificate());
    assertThat(Objects.requireNonNull(tls.clientCertificateRequest()).acceptedIssuers())
        .containsExactly("CN=Test CA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-tls1", "-tls1_2"})
  void missesAClientCertificate(String version) {
    try (RealPeer peer =
        OpensslServer.start(
            server,
            version,
            "-cipher",
            ANYTHING,
            "-Verify",
            "2",
            "-verify_return_error",
            "-CAfile",
            authority.file().toString())) {
      CheckResult result = caller.check(peer.port(), legacy());

      assertThat(result.cause())
          .as("%s %s", result, peer.log())
          .isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
    }
  }

  @Test
  void takesWeakCertificates() {
    Made weak = kit.issuedBy(authority, "weak").rsa(1024).signedBy("SHA1").make();

    TlsReport tls = well(weak, legacy(), "-tls1", "-cipher", ANYTHING);

    assertThat(tls.profileVerdict().bcp195()).anyMatch(line -> line.contains("1024 bits"));
  }

  @Test
  void trustsNobodyMoreThanOtherwise() {
    Made stranger = kit.selfSigned("stranger").make();
    try (RealPeer peer = OpensslServer.start(stranger, "-tls1", "-cipher", ANYTHING)) {
      assertThat(caller.check(peer.port(), legacy()).cause())
          .isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void leavesTheRestOfTheProgramAsItWas() throws Exception {
    List<String> providers = Arrays.stream(Security.getProviders()).map(p -> p.getName()).toList();
    String switchedOff = Security.getProperty("jdk.tls.disabledAlgorithms");

    TlsReport _ = well(server, legacy(), "-tls1", "-cipher", ANYTHING);

    assertThat(Arrays.stream(Security.getProviders()).map(p -> p.getName()).toList())
        .isEqualTo(providers);
    assertThat(Security.getProperty("jdk.tls.disabledAlgorithms")).isEqualTo(switchedOff);
    assertThat(SSLContext.getDefault().getDefaultSSLParameters().getProtocols())
        .containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
  }

  @Test
  void oldDeviceOfDcmtk() {
    try (RealPeer storescp =
        DcmtkServer.storescp(
            "+tls", server.key().toString(), server.file().toString(), "-ic", "+pa")) {
      CheckResult result = caller.check(storescp.port(), legacy());

      assertThat(result.isSuccess()).as("%s %s", result, storescp.log()).isTrue();
      assertThat(result.warning(Warning.Code.LEGACY_TLS)).isPresent();
    }
  }
}
