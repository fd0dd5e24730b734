package org.echolot.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.List;
import jdk.net.ExtendedSocketOptions;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;

/**
 * What a check puts on the wire, byte for byte, and nothing but that: connect, write each PDU in
 * one piece, read each answer by its length, close. It understands nothing and has no deadlines:
 * this is how fast the peer and the system are.
 */
final class BareExchange {

  private static final int LONGEST_ANSWER = 4096;

  private final InetSocketAddress address;
  private final List<byte[]> requests;
  private final byte[] answer = new byte[LONGEST_ANSWER];

  /**
   * @param requests the PDUs that a check sent, in order, each of which has one answer
   */
  BareExchange(int port, List<Octets> requests) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.requests = requests.stream().map(Octets::toByteArray).toList();
  }

  /** Runs it once. */
  void run() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address);
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      for (byte[] request : requests) {
        out.write(request);
        read(socket, in, 0, PduHeader.LENGTH);
        read(
            socket,
            in,
            PduHeader.LENGTH,
            PduHeader.LENGTH + (answer[5] & 0xFF) + 256 * (answer[4] & 0xFF));
      }
    }
  }

  private void read(Socket socket, InputStream in, int from, int to) throws IOException {
    int length = from;
    while (length < to) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      int count = in.read(answer, length, to - length);
      if (count < 0) {
        throw new EOFException("the peer closed");
      }
      length += count;
    }
  }
}
