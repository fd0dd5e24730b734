package org.echolot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TcpInfoTest {

  @Test
  void aConnectionOnThisComputerIsKnownByItsRoundTripAndItsLargePackets() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket called = server.accept()) {
      caller.getOutputStream().write(1);
      assertThat(called.getInputStream().read()).isEqualTo(1);

      TcpPath path = TcpInfo.ofThisComputer().orElseThrow().of(caller).orElseThrow();

      assertThat(path.roundTrip()).isPositive().isLessThan(Duration.ofMillis(500));
      assertThat(path.retransmissions()).isZero();
      assertThat(path.pathMtu()).isGreaterThan(path.mss()).isGreaterThan(1_500);
    }
  }

  @Test
  void ofASocketThatIsClosedNothingIsKnown() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
      caller.close();

      assertThat(TcpInfo.ofThisComputer().orElseThrow().of(caller)).isEmpty();
    }
  }
}
