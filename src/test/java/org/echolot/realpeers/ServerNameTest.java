package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that goes by the name that it is asked for (RFC 6066 section 3), called by address. */
class ServerNameTest {

  @TempDir private static Path folder;

  private final Caller caller = new Caller();

  private CheckResult check(String host, String serverName, TlsProfile profile) {
    CertificateKit kit = new CertificateKit(folder);
    Made made = kit.selfSigned("pacs.example").rsa(2048).naming("pacs.example").make();
    // With this option, OpenSSL refuses whoever does not name the server.
    String[] options = {
      "-servername",
      "pacs.example",
      "-servername_fatal",
      "-cert2",
      made.file().toString(),
      "-key2",
      made.key().toString()
    };
    try (RealPeer peer = OpensslServer.start(made, options)) {
      return caller.check(
          peer.port(),
          new TlsSettings(made.file(), null, null, null, true, serverName, profile),
          host,
          CheckListener.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void anotherNameIsToldApart(TlsProfile profile) {
    CheckResult result = check("127.0.0.1", "other.example", profile);

    assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_FAILED);
    assertThat(result.move()).isEqualTo(Move.OURS);
    assertThat(result.summary())
        .isEqualTo(
            "TLS failed: the peer does not know the server name that we requested (alert"
                + " unrecognized_name (112))");
  }
}
