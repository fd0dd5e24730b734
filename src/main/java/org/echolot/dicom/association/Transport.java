package org.echolot.dicom.association;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;

/**
 * A connected stream of bytes that carries an association: TCP itself, or TLS on it (PS3.8 9.1.2,
 * PS3.15 Annex B). One thread reads; {@link #write} and {@link #close} may come from any.
 */
public interface Transport extends AutoCloseable {

  /** TCP itself, on a connected socket. */
  static Transport plain(Socket socket) throws IOException {
    return new PlainTransport(socket);
  }

  /** The TCP connection beneath. Its streams belong to the transport. */
  Socket socket();

  /**
   * Whether what a read gives is what came on the wire, no more and no less, so that it shows
   * whether the peer sends in pieces.
   */
  boolean showsPieces();

  /**
   * Reads some bytes.
   *
   * @return how many; -1 when the peer closed in good order
   * @throws SocketTimeoutException if the deadline passed before there were any
   * @throws IOException if the connection was closed or broke
   */
  int read(byte[] bytes, int from, int length, Deadline deadline) throws IOException;

  /**
   * When the bytes that the last {@link #read} gave were taken from the system, or when it said
   * that none will come. For the thread that reads.
   */
  Stamp readAt();

  /** Whether any byte of the peer's ever came. For any thread. */
  boolean hasReceived();

  /** Whether a {@link #read} would give something without waiting for the peer. */
  boolean hasArrived() throws IOException;

  /**
   * Whether so many bytes can surely be written without waiting, though the peer reads nothing. For
   * the thread that writes.
   */
  boolean hasRoomFor(int count);

  /**
   * Writes all of it. It waits for the peer as long as it takes; {@link #close} ends the wait.
   *
   * @return when the last byte was handed to the system: before the call that did it, since a peer
   *     that is near may have answered before that call returns
   * @throws IOException if the connection was closed or broke
   */
  Stamp write(byte[] bytes) throws IOException;

  /**
   * Closes at once with a reset (RFC 9293 3.10.7), and ends what others wait for; never fails. What
   * was sent and is still on its way may be lost. A peer that waits for the rest of something that
   * was lost on the way would wait for it behind a FIN as well; a reset is a packet of its own, and
   * frees it.
   */
  default void reset() {
    try {
      socket().setSoLinger(true, 0);
    } catch (IOException _) {
      // It is closed already, or as good as.
    }
    close();
  }

  /** Closes at once and ends what others wait for; never fails. */
  @Override
  void close();
}
