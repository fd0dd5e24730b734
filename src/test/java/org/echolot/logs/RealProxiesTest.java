package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.HeldPort;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.Programs;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines that Debian's HAProxy, nginx and stunnel write in front of a DICOM server are taken for
 * what they are, and for what our own check finds through them.
 */
@Timeout(120)
class RealProxiesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final LogCatalog CATALOG = LogPatterns.load();

  @TempDir private Path folder;

  @Test
  void haproxyHasNoServerBehindIt() throws IOException {
    try (HeldPort closed = HeldPort.open();
        RealPeer haproxy = haproxy("", closed.number(), "")) {
      Cause cause = causeOf(check(haproxy.port()));

      assertTells(haproxy, "haproxy-connect-failed", cause);
    }
  }

  @Test
  void haproxyPassesAnEchoOn() {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy("", storescp.port(), "")) {
      assertThat(check(haproxy.port()).isSuccess()).isTrue();

      assertWrites(haproxy, "haproxy-served");
    }
  }

  @Test
  void haproxyPutsItsHeaderInFrontOfTheRequest() {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy("", storescp.port(), "send-proxy")) {
      assertThat(check(haproxy.port()).isSuccess()).isFalse();

      assertWrites(storescp, "got-proxy-1");
    }
  }

  @Test
  void haproxyPutsItsSecondHeaderInFrontOfTheRequest() {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy("", storescp.port(), "send-proxy-v2")) {
      assertThat(check(haproxy.port()).isSuccess()).isFalse();

      assertWrites(storescp, "got-proxy-2");
    }
  }

  @Test
  void haproxyWantsTheHeaderThatNobodySends() {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy("accept-proxy", storescp.port(), "")) {
      CheckResult result =
          new OwnEngine()
              .check(
                  request(haproxy.port()).withTlsProbe(true), CheckListener.NONE, new StopSignal());
      assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
      assertThat(result.observed().variant()).as("%s", result).isEqualTo("header-expected");

      assertWrites(haproxy, "tls-proxy-header");
    }
  }

  @Test
  void haproxyWithTlsIsCalledWithout() throws IOException {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy("ssl crt " + certificate(), storescp.port(), "")) {
      assertThat(check(haproxy.port()).isSuccess()).isFalse();

      assertWrites(haproxy, "tls-other");
    }
  }

  @Test
  void nginxHasNoServerBehindIt() throws IOException {
    try (HeldPort closed = HeldPort.open();
        RealPeer nginx = nginx("", closed.number())) {
      Cause cause = causeOf(check(nginx.port()));

      assertTells(nginx, "nginx-upstream", cause);
    }
  }

  @Test
  void nginxWithTlsIsCalledWithout() throws IOException {
    Path certificate = certificate();
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer nginx =
            nginx(
                "ssl_certificate " + certificate + "; ssl_certificate_key " + certificate + ";",
                storescp.port())) {
      assertThat(check(nginx.port()).isSuccess()).isFalse();

      assertTells(nginx, "tls-wrong-version", Cause.PEER_EXPECTS_TLS);
    }
  }

  @Test
  void nginxPassesAnEchoOn() {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer nginx = nginx("", storescp.port())) {
      assertThat(check(nginx.port()).isSuccess()).isTrue();

      assertWrites(nginx, "nginx-steps");
      assertWrites(nginx, "nginx-client");
    }
  }

  @Test
  void stunnelIsCalledWithoutTls() throws IOException {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer stunnel = stunnel(storescp.port())) {
      assertThat(check(stunnel.port()).isSuccess()).isFalse();

      assertTells(stunnel, "tls-wrong-version", Cause.PEER_EXPECTS_TLS);
    }
  }

  /** A certificate with its key in one file. */
  private Path certificate() throws IOException {
    CertificateKit.Made made = new CertificateKit(folder).selfSigned("proxy").make();
    return Files.writeString(
        folder.resolve("both.pem"),
        Files.readString(made.file()) + "\n" + Files.readString(made.key()));
  }

  private static RealPeer haproxy(String bind, int server, String options) {
    return RealPeer.start(
        "haproxy",
        (home, port) -> {
          Path configuration = home.resolve("haproxy.cfg");
          Files.writeString(
              configuration,
              """
              global
                log stdout format raw local0
              defaults
                mode tcp
                option tcplog
                log global
                timeout connect 1s
                timeout client 20s
                timeout server 20s
              frontend dicom
                bind 127.0.0.1:%d %s
                default_backend pacs
              backend pacs
                server pacs1 127.0.0.1:%d %s
              """
                  .formatted(port, bind, server, options));
          return List.of(
              Programs.find("haproxy", "haproxy").toString(),
              "-db",
              "-f",
              configuration.toString());
        });
  }

  private static RealPeer nginx(String tls, int server) {
    return RealPeer.start(
        "nginx",
        (home, port) -> {
          Path configuration = home.resolve("nginx.conf");
          Files.writeString(
              configuration,
              """
              load_module /usr/lib/nginx/modules/ngx_stream_module.so;
              daemon off;
              pid nginx.pid;
              error_log stderr info;
              events {}
              stream {
                server {
                  listen 127.0.0.1:%d %s;
                  %s
                  proxy_connect_timeout 1s;
                  proxy_pass 127.0.0.1:%d;
                }
              }
              """
                  .formatted(port, tls.isEmpty() ? "" : "ssl", tls, server));
          return List.of(
              Programs.find("nginx", "libnginx-mod-stream").toString(),
              "-p",
              home.toString(),
              "-c",
              configuration.toString());
        });
  }

  private RealPeer stunnel(int server) throws IOException {
    Path certificate = certificate();
    return RealPeer.start(
        "stunnel",
        (home, port) -> {
          Path configuration = home.resolve("stunnel.conf");
          Files.writeString(
              configuration,
              """
              foreground = yes
              pid =
              [dicom]
              accept = 127.0.0.1:%d
              connect = 127.0.0.1:%d
              cert = %s
              """
                  .formatted(port, server, certificate));
          return List.of(
              Programs.find("stunnel4", "stunnel4").toString(), configuration.toString());
        });
  }

  private static CheckResult check(int port) {
    return new OwnEngine().check(request(port), CheckListener.NONE, new StopSignal());
  }

  private static CheckRequest request(int port) {
    return CheckRequest.of("peer", new AeTitle("PEER"), new AeTitle("ECHOLOT"), "127.0.0.1", port)
        .withTimeouts(Timeouts.all(Duration.ofSeconds(10)))
        .withTlsProbe(false);
  }

  private static Cause causeOf(CheckResult result) {
    Cause cause = result.cause();
    assertThat(cause).as("%s", result).isNotNull();
    return cause;
  }

  private static void assertWrites(RealPeer peer, String pattern) {
    await(pattern + " in what " + peer.log())
        .atMost(PATIENCE)
        .until(() -> explained(peer).stream().anyMatch(e -> e.pattern().id().equals(pattern)));
  }

  private static void assertTells(RealPeer peer, String pattern, Cause cause) {
    assertWrites(peer, pattern);
    assertThat(explained(peer))
        .filteredOn(e -> e.pattern().id().equals(pattern))
        .as(peer.log())
        .allSatisfy(e -> assertThat(e.meaning().causes()).contains(cause));
  }

  private static List<Explained> explained(RealPeer peer) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    peer.log().lines().forEach(explainer::add);
    return explainer.explanation().explained();
  }
}
