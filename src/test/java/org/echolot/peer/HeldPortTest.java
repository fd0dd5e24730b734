package org.echolot.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class HeldPortTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void aCallToItIsRefused() throws IOException {
    try (HeldPort port = HeldPort.open()) {
      assertThatThrownBy(() -> new Socket(LOOPBACK, port.number()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void whoeverIsToldItsNumberCanListenOnIt() throws IOException {
    try (HeldPort port = HeldPort.open();
        ServerSocket server = new ServerSocket(port.number(), 1, LOOPBACK);
        Socket caller = new Socket(LOOPBACK, port.number())) {
      assertThat(server.accept().getPort()).isEqualTo(caller.getLocalPort());
    }
    try (HeldPort port = HeldPort.open();
        ServerSocket server = new ServerSocket(port.number())) {
      assertThat(server.getInetAddress().isAnyLocalAddress()).isTrue();
    }
  }
}
