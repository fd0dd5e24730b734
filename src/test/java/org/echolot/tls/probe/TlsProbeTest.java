package org.echolot.tls.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.echolot.concurrent.Threads;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsProbeTest {

  private static final Duration AMPLE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);

  private static PortProbe.Way to(InetSocketAddress address) {
    return (socket, timeout) -> {
      socket.connect(address, Math.toIntExact(timeout.toMillis()));
      return timeout;
    };
  }

  private static ProbeAnswer ask(Duration timeout, Script script) {
    try (ScriptedPeer peer = ScriptedPeer.playing(script);
        TlsProbe probe = new TlsProbe()) {
      return probe.ask(to(peer.address()), peer.address(), timeout);
    }
  }

  @Test
  void aClientHelloIsSent() {
    ask(
        AMPLE,
        line -> {
          byte[] hello = line.socket().getInputStream().readNBytes(6);
          assertThat(hello[0]).isEqualTo((byte) 0x16);
          assertThat(hello[1]).isEqualTo((byte) 0x03);
          assertThat(hello[5]).isEqualTo((byte) 0x01);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"15 03 03 00 02 02 28", "16 03 03 00 40", "15 03"})
  void aTlsRecordInAnswerIsTls(String hex) {
    assertThat(
            ask(
                AMPLE,
                line -> {
                  line.sendHex(hex);
                  line.discardUntilClosed();
                }))
        .isEqualTo(ProbeAnswer.YES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07 00 00 00 00 04", "48 54 54 50", "15", "16 00", "00 03"})
  void anythingElseIsNot(String hex) {
    assertThat(ask(AMPLE, line -> line.sendHex(hex))).isEqualTo(ProbeAnswer.SOMETHING_ELSE);
  }

  @Test
  void aCloseAResetAndSilenceProveNothing() {
    assertThat(ask(AMPLE, line -> {})).isEqualTo(ProbeAnswer.CLOSED);
    assertThat(ask(AMPLE, Line::reset)).isIn(ProbeAnswer.CLOSED, ProbeAnswer.NO_CONNECTION);
    assertThat(ask(SHORT, Line::staySilent)).isEqualTo(ProbeAnswer.SILENT);
  }

  @Test
  void aByteAndThenSilenceEndsInTime() {
    long start = System.nanoTime();
    assertThat(
            ask(
                SHORT,
                line -> {
                  line.sendHex("15");
                  line.staySilent();
                }))
        .isEqualTo(ProbeAnswer.SILENT);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aRefusedConnectionProvesNothing() throws Exception {
    InetSocketAddress address;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = (InetSocketAddress) server.getLocalSocketAddress();
    }
    try (TlsProbe probe = new TlsProbe()) {
      assertThat(probe.ask(to(address), address, AMPLE)).isEqualTo(ProbeAnswer.NO_CONNECTION);
    }
  }

  @Test
  void closingItFromElsewhereEndsItAtOnce() {
    TlsProbe probe = new TlsProbe();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              Threads.startVirtual("close", probe::close);
              line.staySilent();
            })) {
      long start = System.nanoTime();

      assertThat(probe.ask(to(peer.address()), peer.address(), AMPLE))
          .isIn(ProbeAnswer.CLOSED, ProbeAnswer.NO_CONNECTION);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @CsvSource({"0x15,3,true", "0x16,3,true", "0x17,3,false", "0x16,2,false", "0x02,0,false"})
  void recordsAreKnownByTypeAndMajorVersion(int first, int second, boolean record) {
    assertThat(TlsProbe.isTlsRecord(first, second)).isEqualTo(record);
  }
}
