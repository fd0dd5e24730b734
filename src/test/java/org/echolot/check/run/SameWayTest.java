package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.SideQuestion;
import org.echolot.check.Timeouts;
import org.echolot.peer.Line;
import org.echolot.peer.RecordingProxy;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.realpeers.CertificateKit;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsMaterials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked after a failure goes the way that the check went. */
class SameWayTest extends EchoEngineContract {

  private static final String HANDSHAKE_FAILURE = "15 03 03 00 02 02 28";

  @TempDir private static Path folder;

  private final EchoEngine engine =
      new OwnEngine(
          NameSources.ofThisComputer(), new TlsMaterials(new SecretBook()), new SecretBook());

  @Override
  EchoEngine engine() {
    return engine;
  }

  private CheckResult checkBy(
      RecordingProxy proxy, ScriptedPeer peer, CheckStage hurried, @Nullable TlsSettings tls) {
    Timeouts times =
        hurried == CheckStage.TLS
            ? new Timeouts(AMPLE.connect(), SHORT, AMPLE.associate(), AMPLE.echo(), AMPLE.release())
            : hurried(hurried);
    return check(
        request(peer.port())
            .withTimeouts(times)
            .withTls(tls)
            .withApproach(Approach.PLAIN.withProxy(proxy.asked())));
  }

  private static TlsSettings tls() {
    return new TlsSettings(
        new CertificateKit(folder).selfSigned("scripted").make().file(),
        null,
        null,
        null,
        true,
        null,
        TlsProfile.RUNTIME);
  }

  private static String asked(Approach.Proxy.Kind kind) {
    return switch (kind) {
      case HTTP -> "CONNECT";
      case SOCKS5 -> "SOCKS";
    };
  }

  @ParameterizedTest
  @EnumSource
  void aPeerOfTlsAloneIsKnownThroughAProxy(Approach.Proxy.Kind kind) {
    Script first = Line::receiveSome;
    Script second =
        line -> {
          line.receiveSome();
          line.sendHex(HANDSHAKE_FAILURE);
          line.discardUntilClosed();
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(first, second);
        RecordingProxy proxy = new RecordingProxy(kind)) {
      CheckResult result = checkBy(proxy, peer, CheckStage.CONNECT, null);

      assertThat(proxy.beginnings()).containsOnly(asked(kind)).hasSize(2);
      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.PEER_EXPECTS_TLS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHungHandshakeThroughAProxyIsNoMatterOfLargePackets(Approach.Proxy.Kind kind) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::discardUntilClosed);
        RecordingProxy proxy = new RecordingProxy(kind)) {
      CheckResult result = checkBy(proxy, peer, CheckStage.TLS, tls());

      assertThat(proxy.beginnings()).containsOnly(asked(kind)).hasSize(4);
      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_TIMEOUT);
      assertThat(result.summary()).doesNotContain("large packets", "acknowledged");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHungEchoThroughAProxyIsFollowedUpThere(Approach.Proxy.Kind kind) {
    Script hangs =
        line -> {
          line.serveUntilEcho();
          line.discardUntilClosed();
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(hangs, Line::discardUntilClosed);
        RecordingProxy proxy = new RecordingProxy(kind)) {
      CheckResult result = checkBy(proxy, peer, CheckStage.ECHO, null);

      assertThat(proxy.beginnings()).containsOnly(asked(kind)).hasSize(2);
      assertThat(peer.connections()).isEqualTo(2);
      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.ECHO_TIMEOUT);
      assertThat(result.summary()).doesNotContain("acknowledged");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTlsAPeerTakesIsAskedThroughTheProxy(Approach.Proxy.Kind kind) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(SameWayTest::refuseTls);
        RecordingProxy proxy = new RecordingProxy(kind)) {
      CheckResult result = checkBy(proxy, peer, CheckStage.CONNECT, tls());

      assertThat(proxy.beginnings()).containsOnly(asked(kind)).hasSize(2);
      assertThat(peer.connections()).isEqualTo(2);
      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_NO_COMMON_PROTOCOL);
    }
  }

  private static void refuseTls(Line line) throws Exception {
    line.receiveSome();
    line.sendHex(HANDSHAKE_FAILURE);
    line.discardUntilClosed();
  }

  /** As a load balancer that expects the PROXY protocol: who does not begin so is closed. */
  private static Script behindHeader(List<String> headers, Script then) {
    return line -> {
      byte[] begin = line.socket().getInputStream().readNBytes(6);
      headers.add(new String(begin, StandardCharsets.US_ASCII));
      if (headers.getLast().equals("PROXY ")) {
        while (line.socket().getInputStream().read() != '\n') {
          // the rest of the header
        }
        then.play(line);
      }
    };
  }

  @Test
  void furtherConnectionsBeginWithTheHeaderOfTheProxyProtocol() {
    List<String> headers = new CopyOnWriteArrayList<>();
    Approach plain = Approach.PLAIN;
    Approach header =
        new Approach(
            plain.contexts(),
            plain.syntaxes(),
            plain.maxPduLength(),
            false,
            null,
            Approach.ProxyHeader.V1,
            true);
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(behindHeader(headers, SameWayTest::refuseTls))) {
      CheckRequest request = request(peer.port()).withTls(tls()).withApproach(header);
      CheckResult offered = check(request);
      CheckResult probed = check(request.withTls(null).withTimeouts(AMPLE));

      assertThat(headers).containsOnly("PROXY ").hasSizeGreaterThanOrEqualTo(3);
      assertThat(offered.cause()).as("%s", offered).isEqualTo(Cause.TLS_NO_COMMON_PROTOCOL);
      assertThat(probed.cause()).as("%s", probed).isEqualTo(Cause.PEER_EXPECTS_TLS);
    }
  }

  /** As TLS software of before RFC 7685 does on a ClientHello of 256 bytes or more. */
  @Test
  void aPeerThatHangsOnALongClientHelloAnswersAShortOne() {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(SameWayTest::hangOnLongHello)) {
      Timeouts times =
          new Timeouts(AMPLE.connect(), SHORT, AMPLE.associate(), AMPLE.echo(), AMPLE.release());
      CheckResult result = check(request(peer.port()).withTls(tls()).withTimeouts(times));

      assertThat(result.cause()).as("%s", result).isEqualTo(Cause.TLS_TIMEOUT);
      assertThat(result.observed().variant()).isEqualTo("long-hello");
      assertThat(result.summary())
          .endsWith("but the peer reacts at once to a short one, for TLS 1.2 alone");
      assertThat(result.observed().sideQuestions())
          .extracting(SideQuestion::kind)
          .containsExactly(
              SideQuestion.Kind.PLAIN_DICOM,
              SideQuestion.Kind.SMALL_PACKETS,
              SideQuestion.Kind.SHORT_HELLO);
    }
  }

  private static void hangOnLongHello(Line line) throws IOException {
    byte[] header = line.receiveSomeOrEnd();
    if (header.length < 5 || header[0] != 0x16) {
      return; // no TLS
    }
    if (header.length <= 255) {
      line.sendHex("15 03 03 00 02 02 28"); // handshake_failure
    } else {
      line.discardUntilClosed();
    }
  }
}
