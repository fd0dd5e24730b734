package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.run.OwnEngine;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our check over TLS against DCMTK's {@code storescp}. */
// Once for the class: keys take long to make.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsDcmtkTest {

  private final CertificateKit kit;
  private final Made authority;
  private final Made server;
  private final Made client;
  private final Caller caller = new Caller(bare());

  TlsDcmtkTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "storescp").rsa(2048).make();
    client = kit.issuedBy(authority, "our client").naming().make();
  }

  /** The engine under test. */
  EchoEngine bare() {
    return new OwnEngine();
  }

  private TlsSettings trusting(Path trusted) {
    return new TlsSettings(trusted, null, null, null, true, null, TlsProfile.RUNTIME);
  }

  private TlsSettings showing(Made own) {
    return new TlsSettings(
        authority.file(), null, own.file(), own.key(), true, null, TlsProfile.RUNTIME);
  }

  private RealPeer storescp(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "+tls";
    all[1] = server.key().toString();
    all[2] = server.file().toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return DcmtkServer.storescp(all);
  }

  @Test
  void answersOverTls() {
    try (RealPeer storescp = storescp("-ic")) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      assertThat(result.isSuccess()).as("%s %s", result, storescp.log()).isTrue();
      assertThat(result.stage(CheckStage.TLS).state()).isEqualTo(StageState.OK);
      assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
      TlsReport tls = Objects.requireNonNull(result.tls());
      assertThat(tls.protocol()).isEqualTo("TLSv1.3");
      assertThat(tls.cipherSuite()).isEqualTo("TLS_AES_256_GCM_SHA384");
      assertThat(tls.keyExchange()).isNotNull();
      assertThat(tls.chain()).containsExactly(server.certificate());
      assertThat(tls.clientCertificateRequest()).isNull();
    }
  }

  @Test
  void takesOurClientCertificate() {
    try (RealPeer storescp = storescp("-rc", "+cf", authority.file().toString())) {
      CheckResult result = caller.check(storescp.port(), showing(client));

      assertThat(result.isSuccess()).as("%s %s", result, storescp.log()).isTrue();
      assertThat(Objects.requireNonNull(result.tls()).sentChain())
          .containsExactly(client.certificate());
    }
  }

  @Test
  void missesAClientCertificate() {
    try (RealPeer storescp = storescp("-rc", "+cf", authority.file().toString())) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      assertThat(result.cause())
          .as("%s %s", result, storescp.log())
          .isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(result.endedBy()).isEqualTo(EndedBy.PEER_ABORT);
      assertThat(result.summary()).contains("none is set").contains("certificate_required");
    }
  }

  @Test
  void refusesAClientCertificateOfSomebodyElse() {
    Made stranger = kit.selfSigned("stranger").naming().make();
    try (RealPeer storescp = storescp("-rc", "+cf", authority.file().toString())) {
      CheckResult result = caller.check(storescp.port(), showing(stranger));

      assertThat(result.cause())
          .as("%s %s", result, storescp.log())
          .isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
      assertThat(result.summary())
          .contains("does not know any authority to which our certificate CN=stranger leads")
          .contains("CN=stranger");
    }
  }

  @Test
  void wantsAClientCertificateAndDoesWithout() {
    try (RealPeer storescp = storescp("-vc", "+cf", authority.file().toString())) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      assertThat(result.isSuccess()).as("%s %s", result, storescp.log()).isTrue();
      TlsReport tls = Objects.requireNonNull(result.tls());
      assertThat(tls.clientCertificateRequest()).isNotNull();
      assertThat(tls.sentChain()).isEmpty();
    }
  }

  @Test
  void isNotTrusted() {
    try (RealPeer storescp = storescp("-ic")) {
      CheckResult result = caller.check(storescp.port(), TlsSettings.DEFAULT);

      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(Objects.requireNonNull(result.tls()).chain())
          .containsExactly(server.certificate());
    }
  }

  @Test
  void doesNotSpeakTls() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.PEER_NOT_TLS);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(result.summary()).contains("DICOM without TLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+py", "+px", "+pz"})
  void agreesWithTheProfilesOfToday(String profile) {
    try (RealPeer storescp = storescp("-ic", profile)) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      assertThat(result.isSuccess()).as("%s %s", result, storescp.log()).isTrue();
    }
  }

  @Test
  void hasNothingInCommonWhereItIsSetToItsOldProfile() {
    try (RealPeer storescp = storescp("-ic", "+pa")) {
      CheckResult result = caller.check(storescp.port(), trusting(authority.file()));

      // Its suites have static RSA alone, which Java has switched off.
      assertThat(result.cause())
          .as("%s %s", result, storescp.log())
          .isEqualTo(Cause.TLS_NO_COMMON_PROTOCOL);
    }
  }
}
