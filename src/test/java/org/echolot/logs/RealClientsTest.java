package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.peer.HeldPort;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.Echoscu;
import org.echolot.realpeers.OpensslServer;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.Programs;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Debian's DCMTK tools, curl and openssl write as callers when they meet trouble is taken for
 * what it is.
 */
@Timeout(120)
class RealClientsTest {

  private static final long PATIENCE_SECONDS = 60;
  private static final LogCatalog CATALOG = LogPatterns.load();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"findscu", "movescu", "getscu"})
  void toolsOfDcmtkAreRefused(String tool) throws IOException {
    try (HeldPort closed = HeldPort.open()) {
      String log =
          run(
              tool,
              "dcmtk",
              "-v",
              "-P",
              "-k",
              "0008,0052=STUDY",
              "127.0.0.1",
              port(closed.number()));

      assertThat(causes(log)).containsOnly(Cause.CONNECTION_REFUSED);
    }
  }

  @Test
  void findscuFindsNoFindService() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      String log =
          run(
              "findscu",
              "dcmtk",
              "-v",
              "-P",
              "-k",
              "0008,0052=STUDY",
              "127.0.0.1",
              port(storescp.port()));

      assertThat(causes(log)).contains(Cause.VERIFICATION_NOT_ACCEPTED);
    }
  }

  @Test
  void echoscuSpeaksTlsToAPlainPort() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      String log = Echoscu.run(storescp.port(), "PEER", "+tla", "-ic").output();

      assertThat(causes(log)).as(log).containsAnyOf(Cause.PEER_NOT_TLS, Cause.TLS_FAILED);
    }
  }

  @Test
  void echoscuDoesNotTrustTheServer() {
    Made server = new CertificateKit(folder).selfSigned("server").make();
    try (RealPeer storescp =
        DcmtkServer.storescp("+tls", server.key().toString(), server.file().toString(), "-ic")) {
      String log = Echoscu.run(storescp.port(), "PEER", "+tla").output();

      assertThat(causes(log)).as(log).contains(Cause.CERTIFICATE_UNTRUSTED);
      assertThat(causes(storescp.log()))
          .as(storescp.log())
          .containsOnly(Cause.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void storescpMissesACertificateOfTheCaller() {
    Made server = new CertificateKit(folder).selfSigned("server").make();
    try (RealPeer storescp =
        DcmtkServer.storescp("+tls", server.key().toString(), server.file().toString())) {
      String log = Echoscu.run(storescp.port(), "PEER", "+tla", "-ic").output();

      assertThat(log).isNotEmpty();
      assertThat(causes(storescp.log()))
          .as(storescp.log())
          .containsOnly(Cause.CLIENT_CERTIFICATE_REQUIRED);
    }
  }

  @Test
  void curlDoesNotTrustTheServer() {
    Made server = new CertificateKit(folder).selfSigned("server").make();
    try (RealPeer openssl = OpensslServer.start(server)) {
      String log = run("curl", "curl", "-sS", "https://127.0.0.1:" + openssl.port() + "/");

      assertThat(causes(log)).as(log).contains(Cause.CERTIFICATE_UNTRUSTED);
    }
  }

  @Test
  void curlSpeaksTlsToOrthanc() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      String log = run("curl", "curl", "-sS", "https://127.0.0.1:" + orthanc.port() + "/");

      assertThat(causes(log)).as(log).contains(Cause.CLOSED_BEFORE_REPLY);
      assertThat(causes(orthanc.log())).as(orthanc.log()).contains(Cause.PEER_NOT_TLS);
    }
  }

  @Test
  void opensslFindsNoVersionInCommon() {
    Made server = new CertificateKit(folder).selfSigned("server").make();
    try (RealPeer openssl = OpensslServer.start(server, "-tls1_3")) {
      String log =
          run(
              "openssl",
              "openssl",
              "s_client",
              "-tls1_2",
              "-connect",
              "127.0.0.1:" + openssl.port());

      assertThat(causes(log)).as(log).contains(Cause.TLS_NO_COMMON_PROTOCOL);
    }
  }

  @Test
  void opensslDoesNotTrustTheServer() {
    Made server = new CertificateKit(folder).selfSigned("server").make();
    try (RealPeer openssl = OpensslServer.start(server)) {
      String log = run("openssl", "openssl", "s_client", "-connect", "127.0.0.1:" + openssl.port());

      assertThat(causes(log)).as(log).contains(Cause.CERTIFICATE_UNTRUSTED);
    }
  }

  private static String port(int number) {
    return String.valueOf(number);
  }

  private static List<Cause> causes(String log) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    log.lines().forEach(explainer::add);
    return explainer.explanation().explained().stream()
        .flatMap(explained -> explained.meaning().causes().stream())
        .distinct()
        .toList();
  }

  /** All that it writes. */
  private static String run(String program, String debianPackage, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Programs.find(program, debianPackage).toString());
    Stream.of(arguments).forEach(command::add);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(program + " does not end:\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
