package org.echolot.tls.handshake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.SureRoom;
import org.echolot.tls.TlsAlert;

/**
 * The encrypted side of a connection: bytes come in by a deadline and go out at once, and all of
 * them are read along. One thread takes bytes in; one at a time sends them.
 */
final class RecordStream {

  /** Twice and more what a record may hold (RFC 8446 5.1). */
  static final int MOST_RECORD = 64 * 1024;

  private static final int RECORD_HEADER = 5;

  /** The most bytes of a record that keeps to the standard, with its header (RFC 5246 6.2.3). */
  private static final int LONGEST_LEGAL = RECORD_HEADER + 16 * 1024 + 2048;

  /** As much as the first record of most callers has, in bytes. */
  private static final int FIRST_BUFFER = 512;

  /** Bytes of a record with an alert, and the level of a warning (RFC 5246 7.2). */
  private static final int ALERT_LENGTH = 7;

  private static final int WARNING = 1;

  /** As many as OpenSSL takes; more would keep us busy for nothing. */
  static final int MOST_WARNINGS = 5;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final HandshakeTap tap = new HandshakeTap();

  /** What came and was not taken yet; ready to be added to. */
  private ByteBuffer arrived = ByteBuffer.allocate(0);

  private int ignoredAlerts;

  private boolean ended;
  private final SureRoom room = new SureRoom();
  private volatile boolean received;
  private volatile Stamp sentAt = Stamp.now();
  private Stamp readAt = sentAt;
  private boolean answerDue;
  private Duration waited = Duration.ZERO;

  /**
   * Takes over a connected socket. Its TCP_NODELAY is set.
   *
   * @throws IOException if the socket is closed or broken already; it is closed then
   */
  RecordStream(Socket socket) throws IOException {
    this.socket = socket;
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      this.in = socket.getInputStream();
      this.out = socket.getOutputStream();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  Socket socket() {
    return socket;
  }

  /** When the last record was handed to the system. */
  Stamp sentAt() {
    return sentAt;
  }

  /** When the last bytes were taken from the system, or it said that none will come. */
  Stamp readAt() {
    return readAt;
  }

  /** Whether bytes came that were not taken yet. */
  boolean holdsBytes() {
    return arrived.position() > 0;
  }

  /** Whether there is something to read that needs no waiting. */
  boolean hasArrived() throws IOException {
    return holdsBytes() || in.available() > 0;
  }

  /**
   * How long the peer was waited for: from when each flight had left to when its answer began to
   * come, and then for what was still missing of it. What we compute in between is not in it, so
   * that a first handshake does not read the loading of our own classes.
   */
  Duration waited() {
    return waited;
  }

  HandshakeTap tap() {
    return tap;
  }

  /**
   * What came, to be taken from; call {@link #taken} after that.
   *
   * @param handshaking whether what begins it may be an alert in plain text
   */
  ByteBuffer arrived(boolean handshaking) {
    ByteBuffer toTake = arrived.flip();
    while (handshaking && ignoredAlerts < MOST_WARNINGS && beginsWithWarning(toTake)) {
      toTake.position(toTake.position() + ALERT_LENGTH);
      ignoredAlerts++;
    }
    return toTake;
  }

  /**
   * Whether the next record is an alert that only warns, and does not say that the peer closes.
   * Tolerated: whoever sends one goes on, or ends the connection after it (RFC 5246 7.2.2, RFC 6066
   * section 3). OpenSSL and browsers go on, too; Java's engine ends.
   */
  private static boolean beginsWithWarning(ByteBuffer records) {
    int at = records.position();
    return records.remaining() >= ALERT_LENGTH
        && records.get(at) == HandshakeTap.ALERT
        && records.getShort(at + 3) == 2
        && records.get(at + 5) == WARNING
        && records.get(at + 6) != TlsAlert.CLOSE_NOTIFY;
  }

  void taken() {
    arrived.compact();
  }

  /** Whether nothing more can come. */
  boolean hasEnded() {
    return ended;
  }

  void end() {
    ended = true;
  }

  /**
   * Waits until the first record is whole, or it shows that there will be none that keeps to the
   * standard. That takes little memory and no engine, however many begin and say no more.
   *
   * @throws SocketTimeoutException if the deadline passed
   * @throws EOFException if the peer closed before
   * @throws NotTlsException if what came is no TLS
   */
  void awaitFirstRecord(Deadline deadline) throws IOException {
    while (!holdsRecord()) {
      fill(deadline, FIRST_BUFFER);
      if (ended) {
        throw new EOFException("closed in the middle of the handshake");
      }
    }
  }

  private boolean holdsRecord() {
    int count = arrived.position();
    if (count < RECORD_HEADER) {
      return false;
    }
    int whole = RECORD_HEADER + Short.toUnsignedInt(arrived.getShort(RECORD_HEADER - 2));
    return count >= Math.min(whole, LONGEST_LEGAL);
  }

  /**
   * Waits for more bytes.
   *
   * @param size how many a record may have
   * @throws SocketTimeoutException if the deadline passed
   * @throws NotTlsException if what came is no TLS
   */
  void fill(Deadline deadline, int size) throws IOException {
    if (!arrived.hasRemaining()) {
      int larger = Math.max(size, 2 * arrived.capacity());
      if (larger > MOST_RECORD) {
        throw new SSLException("the peer sent a record that is longer than TLS allows");
      }
      arrived = ByteBuffer.allocate(larger).put(arrived.flip());
    }
    if (deadline.hasPassed()) {
      throw new SocketTimeoutException();
    }
    socket.setSoTimeout(deadline.remainingMillis());
    int position = arrived.position();
    int count = read(position);
    if (count < 0) {
      // Tolerated: without a close_notify first (RFC 8446 6.1). Many peers close so.
      ended = true;
      return;
    }
    received = true;
    tap.received(arrived.array(), position, count);
    if (tap.isForeign()) {
      ended = true;
      throw new NotTlsException();
    }
    arrived.position(position + count);
  }

  private int read(int position) throws IOException {
    Stamp from = answerDue ? sentAt : Stamp.now();
    answerDue = false;
    try {
      return in.read(arrived.array(), position, arrived.remaining());
    } finally {
      readAt = Stamp.now();
      waited = waited.plus(readAt.since(from));
    }
  }

  /** Sends in one piece. It waits for the peer as long as it takes. */
  void send(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      tap.sent(bytes, bytes.length);
      room.taken(bytes.length);
      sentAt = Stamp.now();
      answerDue = true;
      try {
        out.write(bytes);
      } catch (IOException e) {
        waited = waited.plus(Stamp.now().since(sentAt));
        throw e;
      }
    }
  }

  /** Whether so many bytes can be sent without waiting for the peer, whatever it reads. */
  boolean hasRoomFor(int count) {
    return room.hasRoomFor(count);
  }

  /** Whether any byte ever came. For any thread. */
  boolean hasReceived() {
    return received;
  }

  /** Closes at once, without a word; never fails. For any thread. */
  void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // There is nobody left to tell, and nothing left to do.
    }
  }
}
