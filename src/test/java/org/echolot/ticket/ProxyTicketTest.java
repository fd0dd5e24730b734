package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.echolot.capture.Recording;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.handout.Registration;
import org.echolot.peer.HeldPort;
import org.echolot.peer.Line;
import org.echolot.peer.RecordingProxy;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.report.RuledOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of a check by a proxy: the proxy is not the peer, and the peer does not see us. */
class ProxyTicketTest {

  private static final Timeouts TIMES =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5));

  private static CheckResult check(Approach.Proxy proxy, String host, int port) {
    return new OwnEngine()
        .check(
            CheckRequest.of("PACS", new AeTitle("PACS"), new AeTitle("WS1"), host, port)
                .withTimeouts(TIMES)
                .withApproach(Approach.PLAIN.withProxy(proxy)),
            CheckListener.NONE,
            new StopSignal());
  }

  private static CheckResult checked(RecordingProxy proxy, Script script) {
    try (proxy;
        ScriptedPeer peer = ScriptedPeer.alwaysPlaying(script)) {
      return check(proxy.asked(), "127.0.0.1", peer.port());
    }
  }

  private static String ticket(CheckResult result) {
    return Tickets.of(new Evidence(result, Recording.EMPTY, null), TicketFormat.TEXT, null);
  }

  @ParameterizedTest
  @EnumSource
  void aPeerThatDoesNotKnowUsIsToRegisterTheProxy(Approach.Proxy.Kind kind) {
    RecordingProxy proxy = new RecordingProxy(kind);
    String at = "127.0.0.1:" + proxy.asked().port();
    CheckResult result =
        checked(
            proxy,
            line -> {
              line.receive();
              line.send(new AssociateRj(1, 1, 3));
              line.discardUntilClosed();
            });

    assertThat(result.cause()).isEqualTo(Cause.REJECTED_CALLING_AE);
    assertThat(result.advice())
        .first()
        .asString()
        .contains("address 127.0.0.1 (the proxy)")
        .doesNotContain("as this computer sees it");
    assertThat(result.advice()).last().asString().contains("may call from one that we do not know");
    assertThat(result.advice()).noneMatch(step -> step.contains("another address of this"));
    assertThat(RuledOut.of(result).orElseThrow())
        .contains("answers at 127.0.0.1:" + result.request().port() + ", behind the proxy");
    assertThat(ticket(result))
        .contains("PACS (127.0.0.1:" + result.request().port() + ")")
        .containsPattern("Through the proxy:? +" + at)
        .contains(at + " (the proxy)")
        .contains("the peer sees the proxy's address")
        .doesNotContain("PACS (" + at + ")");
    assertThat(Registration.ourAddress(result)).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatClosesIsAskedAboutByTheKindThatIsSet(Approach.Proxy.Kind kind) {
    try (ScriptedPeer proxy = ScriptedPeer.alwaysPlaying(Line::receiveSome)) {
      CheckResult result =
          check(new Approach.Proxy(kind, "127.0.0.1", proxy.port()), "192.0.2.1", 104);

      assertThat(result.cause()).isEqualTo(Cause.PROXY_NO_ANSWER);
      String named = kind == Approach.Proxy.Kind.HTTP ? "an HTTP proxy" : "a SOCKS 5 proxy";
      assertThat(result.summary()).contains("did not answer as " + named + " does");
      assertThat(result.advice()).first().asString().contains("is " + named);
    }
  }

  /** The near end of a tunnel on this computer is no peer on this computer. */
  @Test
  void aSilentPeerBehindAProxyOnThisComputerIsNotOnThisComputer() {
    CheckResult result =
        checked(new RecordingProxy(Approach.Proxy.Kind.SOCKS5), Line::discardUntilClosed);

    assertThat(result.cause()).isEqualTo(Cause.ASSOCIATE_TIMEOUT);
    assertThat(result.summary()).contains("no answer came").doesNotContain("acknowledged");
    assertThat(result.advice())
        .anyMatch(step -> step.contains("a connection from 127.0.0.1 (the proxy)"))
        .noneMatch(step -> step.contains("ssh -L"));
  }

  @ParameterizedTest
  @EnumSource
  void aProxyThatDoesNotComeToThePeerIsNotAskedToAllowIt(Approach.Proxy.Kind kind)
      throws Exception {
    try (HeldPort nobody = HeldPort.open();
        ScriptedPeer proxy = ScriptedPeer.alwaysPlaying(line -> refuse(line, kind))) {
      CheckResult result =
          check(new Approach.Proxy(kind, "127.0.0.1", proxy.port()), "127.0.0.1", nobody.number());

      assertThat(result.cause()).isEqualTo(Cause.PROXY_REFUSED);
      assertThat(result.summary()).contains("could not connect to");
      assertThat(result.advice()).noneMatch(step -> step.contains("allow"));
      if (kind == Approach.Proxy.Kind.HTTP) {
        assertThat(result.summary())
            .contains("X-Squid-Error: ERR_CONNECT_FAIL 113 (no route to host)");
      }
    }
  }

  private static void refuse(Line line, Approach.Proxy.Kind kind) throws Exception {
    if (kind == Approach.Proxy.Kind.HTTP) {
      line.receiveSome();
      line.send(
          """
          HTTP/1.1 503 Service Unavailable\r
          Server: squid/6.13\r
          Date: today\r
          X-Squid-Error: ERR_CONNECT_FAIL 113\r
          \r
          """);
    } else {
      byte[] _ = line.socket().getInputStream().readNBytes(3);
      line.sendHex("05 00");
      line.receiveSome();
      line.sendHex("05 04 00 01 00 00 00 00 00 00");
    }
    line.discardUntilClosed();
  }

  @Test
  void aProxyThatRequiresAPasswordIsToldAsThat() {
    try (ScriptedPeer proxy =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.receiveSome();
              line.send("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
              line.discardUntilClosed();
            })) {
      CheckResult result =
          check(
              new Approach.Proxy(Approach.Proxy.Kind.HTTP, "127.0.0.1", proxy.port()),
              "10.0.0.1",
              104);

      assertThat(result.summary()).contains("requires authentication");
      assertThat(result.advice()).first().asString().contains("exception");
    }
  }

  @Test
  void aPeerThatIsSetAsItsOwnProxyIsToldAsThat() {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::discardUntilClosed)) {
      Timeouts soon =
          new Timeouts(
              Duration.ofMillis(300),
              TIMES.tls(),
              TIMES.associate(),
              TIMES.echo(),
              TIMES.release());
      CheckResult result =
          new OwnEngine()
              .check(
                  CheckRequest.of(
                          "PACS", new AeTitle("PACS"), new AeTitle("WS1"), "127.0.0.1", peer.port())
                      .withTimeouts(soon)
                      .withApproach(
                          Approach.PLAIN.withProxy(
                              new Approach.Proxy(
                                  Approach.Proxy.Kind.HTTP, "127.0.0.1", peer.port()))),
                  CheckListener.NONE,
                  new StopSignal());

      assertThat(result.cause()).isEqualTo(Cause.PROXY_NO_ANSWER);
      assertThat(result.summary()).contains("is the address of the peer itself");
      assertThat(result.advice()).first().asString().startsWith("Turn off the proxy");
    }
  }

  @Test
  void aProxyThatIsNotThereIsAskedAboutByWhereWeAre() throws Exception {
    try (HeldPort nobody = HeldPort.open()) {
      CheckResult result =
          check(
              new Approach.Proxy(Approach.Proxy.Kind.HTTP, "127.0.0.1", nobody.number()),
              "10.0.0.1",
              104);

      assertThat(result.advice())
          .noneMatch(step -> step.contains("from of"))
          .anyMatch(step -> step.contains("accepts calls from 127.0.0.1"));
      assertThat(Optional.ofNullable(result.peerAddress())).isEmpty();
    }
  }
}
