package org.echolot.tls.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * What the questions to a port have in common: some bytes are sent, and the first two looked at.
 */
final class PortQuestion {

  /** What the first two bytes of an answer say. */
  interface Reading {
    boolean of(int first, int second);
  }

  private PortQuestion() {}

  /**
   * @param timeout for all of it
   * @throws IOException if there was no answer
   */
  static boolean answer(
      Socket socket, InetSocketAddress address, byte[] question, Duration timeout, Reading reading)
      throws IOException {
    long end = System.nanoTime() + timeout.toNanos();
    socket.connect(address, millisUntil(end));
    socket.setTcpNoDelay(true);
    socket.getOutputStream().write(question);
    try {
      InputStream in = socket.getInputStream();
      socket.setSoTimeout(millisUntil(end));
      int first = in.read();
      socket.setSoTimeout(millisUntil(end));
      return first >= 0 && reading.of(first, in.read());
    } catch (SocketTimeoutException e) {
      // A peer that waits for the rest of what it takes for a PDU is free at once.
      socket.setSoLinger(true, 0);
      throw e;
    }
  }

  private static int millisUntil(long end) throws IOException {
    long millis = (end - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new IOException("the time is up");
    }
    return Math.toIntExact(millis);
  }
}
