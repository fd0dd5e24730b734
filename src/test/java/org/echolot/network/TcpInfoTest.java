package org.echolot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  void numbersThatWereConnectionsBeforeAreFilesNowOrOtherConnections() throws Exception {
    TcpInfo system = TcpInfo.ofThisComputer().orElseThrow();
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      List<Socket> first = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        first.add(new Socket(server.getInetAddress(), server.getLocalPort()));
        assertThat(system.of(first.get(i))).isPresent();
      }
      for (Socket each : first) {
        each.close();
        assertThat(system.of(each)).isEmpty();
      }

      try (InputStream _ = Files.newInputStream(Path.of("/proc/self/status"));
          Socket second = new Socket(server.getInetAddress(), server.getLocalPort());
          InputStream _ = Files.newInputStream(Path.of("/proc/self/status"));
          Socket third = new Socket(server.getInetAddress(), server.getLocalPort())) {
        assertThat(system.of(third)).isPresent();
        assertThat(system.of(second)).isPresent();
      }
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
