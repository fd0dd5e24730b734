package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendQueueTest {

  private static final String LINE =
      "   3: 0100007F:1F90 0200007F:C350 01 000000E0:00000000 %s:00000014 00000003  1000        0"
          + " 26912 1 0000000000000000 20 4 30 10 -1";

  @Test
  void aLineOfTheTableTellsWhatWasNotAcknowledged() {
    assertThat(SendQueue.delivery(LINE.replace("%s", "01")))
        .isEqualTo(new Delivery.Stuck(224, false));
    assertThat(SendQueue.delivery(LINE.replace("%s", "04")))
        .isEqualTo(new Delivery.Stuck(224, true));
    assertThat(SendQueue.delivery(LINE.replace("%s", "00").replace("000000E0", "00000000")))
        .isEqualTo(new Delivery.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  sl  local_address rem_address   st tx_queue", "a b c d x:y 04"})
  void aLineOfAnotherFormIsNotGuessedAt(String line) {
    assertThatThrownBy(() -> SendQueue.delivery(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  @EnabledOnOs(OS.LINUX)
  void whatTheOtherComputerTookIsAcknowledgedThoughNobodyReadsIt(String address) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(address));
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      socket.getOutputStream().write(new byte[224]);

      Awaitility.await()
          .untilAsserted(() -> assertThat(Delivery.of(socket)).isEqualTo(new Delivery.Whole()));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProgramThatDoesNotReadClosesItsWindow() throws Exception {
    try (ServerSocket server = new ServerSocket()) {
      server.setReceiveBufferSize(1024);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
      try (SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress())) {
        channel.configureBlocking(false);
        fill(channel);

        Awaitility.await()
            .untilAsserted(
                () ->
                    assertThat(Delivery.of(channel.socket()))
                        .isInstanceOfSatisfying(
                            Delivery.Stuck.class,
                            stuck -> {
                              assertThat(stuck.windowIsClosed()).isTrue();
                              assertThat(stuck.unacknowledgedBytes()).isPositive();
                            }));
      }
    }
  }

  private static void fill(SocketChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(60_000);
    while (channel.write(bytes) > 0) {
      // Until the system takes no more.
    }
  }

  @Test
  void ofASocketThatIsClosedNothingIsKnown() throws Exception {
    Socket socket = new Socket();
    socket.close();

    assertThat(Delivery.of(socket)).isEqualTo(new Delivery.Unknown());
  }
}
