package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.SameTest;
import org.echolot.peer.HeldPort;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that we hand out, run by {@code sh} against real servers. */
class SameTestElsewhereTest {

  private static final long PATIENCE_SECONDS = 60;

  @TempDir private static Path folder;

  private static TlsKey key = new TlsKey(Path.of(""), Path.of(""));

  private record Run(int exitCode, String output) {}

  @BeforeAll
  static void makeKey() throws Exception {
    key = TlsKey.makeIn(Files.createDirectory(folder.resolve("O'Neil's $keys")));
    Files.writeString(
        folder.resolve("me.pem"),
        Files.readString(key.privateKey()) + Files.readString(key.certificate()));
    TlsKey other = TlsKey.makeIn(Files.createDirectory(folder.resolve("other")));
    Files.copy(other.certificate(), folder.resolve("other.pem"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ECHOLOT",
        "O'BRIEN",
        "$HOME `id` \"x\"",
        "-aec",
        "A;B|C&D>E",
        "#%!*?~{}[]()",
        "''"
      })
  void echoscuSendsTheTitlesAsTheyAre(String title) throws Exception {
    try (RealPeer storescp = DcmtkServer.storescp("-d")) {
      Run run = sh(SameTest.ECHOSCU.text(target(storescp.port(), title, null)));

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("Received Echo Response (Success)");
      assertThat(storescp.log())
          .contains("Calling Application Name:    " + title)
          .contains("Called Application Name:     " + title);
    }
  }

  @Test
  void echoscuGivesUpWhenWeWould() throws Exception {
    // The system takes connections for it, and nobody reads them.
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      CheckRequest request =
          request(silent.getLocalPort(), "ECHOLOT")
              .withTimeouts(Timeouts.all(Duration.ofMillis(900)));

      Run run = sh(SameTest.ECHOSCU.text(request));

      assertThat(run.exitCode()).isNotZero();
      assertThat(run.output()).contains("0006:031a DUL network read timeout");
    }
  }

  @Test
  void echoscuTrustsOverTlsWhatWeTrust() throws Exception {
    try (RealPeer storescp = tlsServer("-ic")) {
      Run run = sh(echoscu(storescp, tls(certificate(), null)));

      assertThat(run.exitCode()).as(run.output()).isZero();
      assertThat(run.output()).contains("Received Echo Response (Success)");
    }
  }

  @Test
  void echoscuRefusesOverTlsWhatWeDoNotTrust() throws Exception {
    try (RealPeer storescp = tlsServer("-ic")) {
      Run run = sh(echoscu(storescp, tls("other.pem", null)));

      assertThat(run.exitCode()).isNotZero();
      assertThat(run.output()).contains("certificate verify failed");
    }
  }

  @Test
  void echoscuShowsOurCertificateToAPeerThatAsksForIt() throws Exception {
    try (RealPeer storescp = tlsServer("+cf", certificate())) {
      Run with = sh(echoscu(storescp, tls(certificate(), "me.pem")));
      Run apart = sh(SameTest.ECHOSCU.text(target(storescp.port(), "ECHOLOT", keyApart())));
      Run without = sh(echoscu(storescp, tls(certificate(), null)));

      assertThat(with.exitCode()).as(with.output()).isZero();
      assertThat(with.output()).contains("Received Echo Response (Success)");
      assertThat(apart.exitCode()).as(apart.output()).isZero();
      assertThat(without.exitCode()).isNotZero();
    }
  }

  @Test
  void orthancMakesTheTestAsUsAndWithoutRegistration() throws Exception {
    try (HeldPort http = HeldPort.open();
        RealPeer orthanc = withRest(http, "{}").start();
        RealPeer storescp = DcmtkServer.storescp("-d")) {
      Run run =
          sh(here(SameTest.ORTHANC_TOOL.text(target(storescp.port(), "O'B \"1\"", null)), http));

      assertThat(run.output()).as(orthanc::log).isEqualTo("{}");
      assertThat(storescp.log())
          .contains("Calling Application Name:    O'B \"1\"")
          .contains("Called Application Name:     O'B \"1\"");
    }
  }

  @Test
  void orthancSaysWhatFailedWhenItMakesTheTest() throws Exception {
    try (HeldPort http = HeldPort.open();
        HeldPort closed = HeldPort.open();
        RealPeer orthanc = withRest(http, "{}").start()) {
      Run run = sh(here(SameTest.ORTHANC_TOOL.text(target(closed.number(), "CT1", null)), http));

      assertThat(run.output())
          .as(orthanc::log)
          .contains("TCP Initialization Error: Connection refused");
    }
  }

  @Test
  void orthancMakesTheTestOverTls() throws Exception {
    try (HeldPort http = HeldPort.open();
        RealPeer orthanc = withRest(http, "{}").withTls(key).start();
        RealPeer storescp = tlsServer("+cf", certificate())) {
      Run run =
          sh(
              here(
                  SameTest.ORTHANC_TOOL.text(target(storescp.port(), "CT1", tls(null, null))),
                  http));

      assertThat(run.output()).as(orthanc::log).isEqualTo("{}");
    }
  }

  @Test
  void orthancMakesTheTestOfAModalityThatItKnows() throws Exception {
    try (HeldPort http = HeldPort.open();
        RealPeer storescp = DcmtkServer.storescp();
        RealPeer orthanc =
            withRest(http, "{ \"ct-1\": [ \"CT 1\", \"127.0.0.1\", " + storescp.port() + " ] }")
                .start()) {
      Run run = sh(here(SameTest.ORTHANC_MODALITY.text(target(1, "CT 1", null)), http));

      assertThat(run.output()).as(orthanc::log).isEqualTo("{}");
    }
  }

  @Test
  void netcatTellsAnOpenPortFromAClosedOne() throws Exception {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      assertThat(sh(SameTest.NC.text(target(storescp.port(), "A", null))).exitCode()).isZero();
    }
    try (HeldPort closed = HeldPort.open()) {
      assertThat(sh(SameTest.NC.text(target(closed.number(), "A", null))).exitCode()).isNotZero();
    }
  }

  private static OrthancServer withRest(HeldPort port, String modalities) {
    return OrthancServer.plain()
        .with("HttpServerEnabled", "true")
        .with("HttpPort", String.valueOf(port.number()))
        .with("DicomModalities", modalities);
  }

  private static String here(String command, HeldPort http) {
    assertThat(command).contains("http://localhost:8042/");
    return command.replace("http://localhost:8042/", "http://localhost:" + http.number() + "/");
  }

  private static RealPeer tlsServer(String... options) {
    String[] all = new String[3 + options.length];
    all[0] = "+tls";
    all[1] = key.privateKey().toString();
    all[2] = key.certificate().toString();
    System.arraycopy(options, 0, all, 3, options.length);
    return DcmtkServer.storescp(all);
  }

  private static String certificate() {
    return key.certificate().toString();
  }

  private static TlsSettings tls(@Nullable String trusted, @Nullable String certificate) {
    return new TlsSettings(
        trusted == null ? null : folder.resolve(trusted),
        null,
        certificate == null ? null : folder.resolve(certificate),
        null,
        true,
        null,
        TlsProfile.RUNTIME);
  }

  private static TlsSettings keyApart() {
    return new TlsSettings(
        key.certificate(),
        null,
        key.certificate(),
        key.privateKey(),
        true,
        null,
        TlsProfile.RUNTIME);
  }

  private static String echoscu(RealPeer peer, TlsSettings tls) {
    return SameTest.ECHOSCU.text(target(peer.port(), "ECHOLOT", tls));
  }

  private static CheckRequest target(int port, String title, @Nullable TlsSettings tls) {
    return request(port, title).withTls(tls);
  }

  private static CheckRequest request(int port, String title) {
    return CheckRequest.of("peer", new AeTitle(title), new AeTitle(title), "localhost", port);
  }

  private static Run sh(String command) throws IOException, InterruptedException {
    Programs.find("curl", "curl");
    Programs.find("nc", "netcat-openbsd");
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", command)).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(command).isTrue();
      return new Run(process.exitValue(), output);
    } finally {
      process.destroyForcibly();
    }
  }
}
