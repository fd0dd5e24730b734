package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our check against real ports that speak something else than what they are asked in. */
class OtherServicesTest {

  @TempDir private static Path keys;

  private static TlsKey key = new TlsKey(Path.of(""), Path.of(""));

  private final Caller caller = new Caller();

  @BeforeAll
  static void makeKey() throws IOException, InterruptedException {
    key = TlsKey.makeIn(keys);
  }

  @Test
  void storescpWithTlsExpectsTls() {
    try (RealPeer storescp =
        DcmtkServer.storescp(
            "+tls",
            key.privateKey().toString(),
            key.certificate().toString(),
            "--ignore-peer-cert")) {
      assertExpectsTls(caller.check(storescp.port(), "ANY-SCP"), storescp);
    }
  }

  @Test
  void orthancWithTlsExpectsTls() {
    try (RealPeer orthanc = OrthancServer.plain().withTls(key).start()) {
      assertExpectsTls(caller.check(orthanc.port(), OrthancServer.AE), orthanc);
    }
  }

  @Test
  void opensslServerExpectsTls() {
    try (RealPeer server = opensslServer("-quiet")) {
      assertExpectsTls(caller.check(server.port(), "ANY-SCP"), server);
    }
  }

  @Test
  void webServerBehindTlsExpectsTls() {
    try (RealPeer server = opensslServer("-www")) {
      assertExpectsTls(caller.check(server.port(), "ANY-SCP"), server);
    }
  }

  @Test
  void orthancsWebServerIsNotDicom() {
    try (RealPeer orthanc = OrthancServer.plain().asWebServer().start()) {
      CheckResult result =
          caller.check(orthanc.port(), OrthancServer.AE, Caller.AE, Duration.ofSeconds(5));

      assertThat(result.cause()).as(orthanc::log).isEqualTo(Cause.NOT_DICOM);
      assertThat(result.stage()).isEqualTo(CheckStage.ASSOCIATE);
      assertThat(result.stage(CheckStage.ASSOCIATE).detail()).contains("HTTP");
    }
  }

  @Test
  void portOfAPeerThatWasStoppedRefusesTheConnection() {
    RealPeer storescp = DcmtkServer.storescp();
    storescp.close();

    CheckResult result = caller.check(storescp.port(), "ANY-SCP");

    assertThat(result.cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    assertThat(storescp.process().isAlive()).isFalse();
  }

  @Test
  void serviceThatSaysNothingLetsTheHandshakeTimeOut() {
    String program = Programs.find("nc", "netcat-openbsd").toString();
    try (RealPeer silent =
        RealPeer.start(
            "nc", (_, port) -> List.of(program, "-dlk", "127.0.0.1", String.valueOf(port)))) {
      CheckResult result = caller.check(silent.port(), TlsSettings.DEFAULT, Duration.ofMillis(300));

      assertThat(result.cause()).as(silent::log).isEqualTo(Cause.TLS_TIMEOUT);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(result.endedBy()).isEqualTo(EndedBy.OUR_DEADLINE);
    }
  }

  private static void assertExpectsTls(CheckResult result, RealPeer peer) {
    assertThat(result.cause()).as(peer::log).isEqualTo(Cause.PEER_EXPECTS_TLS);
    assertThat(result.stage()).isEqualTo(CheckStage.ASSOCIATE);
  }

  private static RealPeer opensslServer(String mode) {
    String program = Programs.find("openssl", "openssl").toString();
    return RealPeer.start(
        "openssl s_server",
        (folder, port) ->
            List.of(
                program,
                "s_server",
                "-accept",
                String.valueOf(port),
                "-key",
                key.privateKey().toString(),
                "-cert",
                key.certificate().toString(),
                mode));
  }
}
