package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Our check over TLS against Debian's Orthanc. */
// Once for the class: keys take long to make.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsOrthancTest {

  private final CertificateKit kit;
  private final Made authority;
  private final Made server;
  private final Made client;
  private final Caller caller = new Caller();

  TlsOrthancTest(@TempDir Path folder) {
    kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    server = kit.issuedBy(authority, "orthanc").rsa(2048).make();
    client = kit.issuedBy(authority, "our client").naming().make();
  }

  private OrthancServer orthanc() {
    return OrthancServer.plain()
        .withTls(server.asTlsKey())
        .with("DicomTlsTrustedCertificates", '"' + authority.file().toString() + '"');
  }

  private TlsSettings showing(boolean certificate) {
    return new TlsSettings(
        authority.file(),
        null,
        certificate ? client.file() : null,
        certificate ? client.key() : null,
        true,
        null,
        TlsProfile.RUNTIME);
  }

  @Test
  void answersWithoutAClientCertificate() {
    try (RealPeer orthanc = orthanc().start()) {
      CheckResult result = caller.check(orthanc.port(), showing(false));

      assertThat(result.isSuccess()).as("%s %s", result, orthanc.log()).isTrue();
      TlsReport tls = Objects.requireNonNull(result.tls());
      assertThat(tls.chain().getFirst()).isEqualTo(server.certificate());
      assertThat(tls.profileVerdict().bcp195()).isEmpty();
    }
  }

  @Test
  void insistsOnAClientCertificate() {
    try (RealPeer orthanc = orthanc().with("DicomTlsRemoteCertificateRequired", "true").start()) {
      CheckResult without = caller.check(orthanc.port(), showing(false));

      assertThat(without.cause())
          .as("%s %s", without, orthanc.log())
          .isEqualTo(Cause.CLIENT_CERTIFICATE_REQUIRED);
      assertThat(without.stage()).isEqualTo(CheckStage.TLS);
      assertThat(without.endedBy()).isEqualTo(EndedBy.PEER_ABORT);
      assertThat(String.join(" ", without.advice())).contains("DicomTlsRemoteCertificateRequired");
      assertThat(caller.check(orthanc.port(), showing(true)).isSuccess()).as(orthanc::log).isTrue();
    }
  }

  @Test
  void speaksNoTls() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      CheckResult result = caller.check(orthanc.port(), showing(false));

      assertThat(result.cause()).as("%s %s", result, orthanc.log()).isEqualTo(Cause.PEER_NOT_TLS);
    }
  }
}
