package org.echolot.tls.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.echolot.concurrent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * Asks a port one question, on a connection of its own: some bytes are sent, and the first two of
 * the answer looked at. Used once.
 */
public abstract sealed class PortProbe implements AutoCloseable permits PlainProbe, TlsProbe {

  /** How a connection to the port is opened. */
  @FunctionalInterface
  public interface Way {

    /**
     * Opens it, and whatever is in between. It blocks; closing the socket from another thread ends
     * that.
     *
     * @param timeout how long opening and question may take
     * @return how long the question may take from now on
     * @throws IOException if it did not open
     */
    Duration open(Socket socket, Duration timeout) throws IOException;
  }

  private final Socket socket = new Socket();
  private Stamp began = Stamp.now();
  private byte @Nullable [] prepared;

  /**
   * What to send.
   *
   * @throws IOException if it can't be made
   */
  abstract byte[] question(InetSocketAddress address) throws IOException;

  /** Whether the first two bytes of an answer say yes. */
  abstract boolean isYes(int first, int second);

  /**
   * Makes what is to be sent, which takes long the first time in a program. That is not the peer's
   * time: who tells when the question was asked prepares it before.
   */
  public final void prepare(InetSocketAddress address) {
    try {
      prepared = question(address);
    } catch (IOException _) {
      prepared = null; // asking fails for the same reason, and says so
    }
  }

  /**
   * Asks. It blocks, as long as the way and the question may take; {@link #close} from another
   * thread ends it at once.
   *
   * @param address the port that is asked
   */
  public final ProbeAnswer ask(Way way, InetSocketAddress address, Duration timeout) {
    try (socket) {
      byte[] question = prepared == null ? question(address) : prepared;
      began = Stamp.now();
      Duration left = way.open(socket, timeout);
      return ask(question, System.nanoTime() + left.toNanos());
    } catch (IOException _) {
      // Refused, not answered, or stopped before.
      return ProbeAnswer.NO_CONNECTION;
    }
  }

  /** When it began to connect; for the thread that asks. */
  public final Stamp began() {
    return began;
  }

  private ProbeAnswer ask(byte[] question, long end) throws IOException {
    int _ = millisUntil(end);
    try {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(question);
      InputStream in = socket.getInputStream();
      socket.setSoTimeout(millisUntil(end));
      int first = in.read();
      socket.setSoTimeout(millisUntil(end));
      if (first < 0) {
        return ProbeAnswer.CLOSED;
      }
      int second = in.read();
      if (isYes(first, second)) {
        return ProbeAnswer.YES;
      }
      return TlsProbe.isTlsRecord(first, second) ? ProbeAnswer.TLS : ProbeAnswer.SOMETHING_ELSE;
    } catch (SocketTimeoutException _) {
      // A peer that waits for the rest of what it takes for a PDU is free at once.
      socket.setSoLinger(true, 0);
      return ProbeAnswer.SILENT;
    } catch (IOException _) {
      return ProbeAnswer.CLOSED;
    }
  }

  private static int millisUntil(long end) throws IOException {
    long millis = (end - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new SocketTimeoutException("the time is up");
    }
    return Math.toIntExact(millis);
  }

  /** Ends the question, if it is still asked; from any thread. */
  @Override
  public final void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was kept that could be lost.
    }
  }
}
