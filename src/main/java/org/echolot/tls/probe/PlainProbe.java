package org.echolot.tls.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Asks a port, on a connection of its own, whether it speaks DICOM without TLS. It sends an
 * A-RELEASE-RQ where no association is: a DICOM system answers that with an A-ABORT (PS3.8 9.2.3,
 * Sta2, AA-1). Nothing is told that TLS would have kept secret: no name is in it.
 */
public final class PlainProbe implements AutoCloseable {

  private static final byte[] RELEASE_RQ = {5, 0, 0, 0, 0, 4, 0, 0, 0, 0};
  private static final int ABORT = 7;
  private static final int RESERVED = 0;

  private final Socket socket = new Socket();

  /**
   * Asks once. It blocks, at most for {@code timeout} in all; {@link #close} from another thread
   * ends it at once.
   *
   * @return whether the answer was an A-ABORT; false where there was none
   */
  public boolean speaksDicom(InetSocketAddress address, Duration timeout) {
    try (socket) {
      return PortQuestion.answer(
          socket,
          address,
          RELEASE_RQ,
          timeout,
          (first, second) -> first == ABORT && second == RESERVED);
    } catch (IOException _) {
      // Refused, closed, reset, silent or stopped: nothing shows that DICOM is spoken.
      return false;
    }
  }

  /** Ends the question, if it is still asked; from any thread. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was kept that could be lost.
    }
  }
}
