package org.echolot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;

/**
 * A peer that waits a set time before each of its answers, which were recorded from a real one.
 * Counted from when it has read the request, so that it never answers sooner.
 */
final class SlowPeer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<byte[]> answers;
  private final Duration wait;

  SlowPeer(List<Octets> answers, Duration wait) throws IOException {
    this.answers = answers.stream().map(Octets::toByteArray).toList();
    this.wait = wait;
    Threads.startVirtual("slow peer", this::acceptAll);
  }

  int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        answer(socket);
      } catch (IOException _) {
        // The next one, unless this is over.
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    for (byte[] answer : answers) {
      in.skipNBytes(PduHeader.of(Octets.of(in.readNBytes(PduHeader.LENGTH))).length());
      long until = System.nanoTime() + wait.toNanos();
      for (long left = wait.toNanos(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      socket.getOutputStream().write(answer);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
