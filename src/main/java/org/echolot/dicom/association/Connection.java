package org.echolot.dicom.association;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationFailure.Closed;
import org.echolot.dicom.association.AssociationFailure.DeadlinePassed;
import org.echolot.dicom.association.AssociationFailure.Reset;
import org.echolot.dicom.association.AssociationFailure.Stopped;
import org.echolot.dicom.association.AssociationFailure.Unreadable;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.UserIdentityRedaction;
import org.jspecify.annotations.Nullable;

/**
 * A transport that carries PDUs, each written in one piece and read by a deadline.
 *
 * <p>One thread reads and writes; {@link #stop} and {@link #close} may come from any thread and end
 * what that thread waits for.
 */
public final class Connection implements AutoCloseable {

  /**
   * A PDU that does not come at once is given this much memory, and more only as its bytes come.
   */
  private static final int FIRST_BUFFER = 16 * 1024;

  /** How long more bytes of something that is no PDU are waited for, to tell what it is. */
  private static final Duration GARBAGE_WAIT = Duration.ofMillis(100);

  /** How long the rest of a header is waited for whose first byte no PDU begins with. */
  private static final Duration FOREIGN_WAIT = Duration.ofSeconds(1);

  /** How much of something that is no PDU is kept. */
  private static final int GARBAGE_LENGTH = 512;

  /** A last PDU that a stop sent. */
  private record Farewell(Pdu pdu, Stamp at) {}

  private final Transport transport;
  private final AssociationListener listener;
  private final PduWriter writer;
  private final Acknowledgement acknowledgement;

  private volatile boolean stopped;
  private volatile @Nullable Farewell farewellSent;

  /**
   * Takes over a transport, which is then closed with this.
   *
   * @param scheduler closes the transport where a write passes its deadline
   * @throws IOException if the transport is closed or broken already; it is closed then
   */
  public Connection(
      Transport transport, AssociationListener listener, ScheduledExecutorService scheduler)
      throws IOException {
    this.transport = transport;
    this.listener = listener;
    this.writer = new PduWriter(transport, scheduler);
    try {
      transport.socket().setOption(StandardSocketOptions.TCP_NODELAY, true);
      this.acknowledgement = new Acknowledgement(transport);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Says how long it took to open the connection. That is one round trip and some, whatever the
   * peer's program does, and helps to tell a peer that holds back from one that is slow.
   */
  public void openedIn(Duration duration) {
    acknowledgement.roundTripIsAtMost(duration);
  }

  /**
   * Writes a PDU in one piece.
   *
   * @return when its last byte was handed to the system
   * @throws AssociationException if the deadline passed, the connection was stopped, or it broke
   */
  Stamp write(Pdu pdu, Deadline deadline) throws AssociationException {
    Octets bytes = PduEncoder.encode(pdu);
    // All that takes time is done before the bytes go, or after their answer has come.
    UserIdentityRedaction.Shown shown = UserIdentityRedaction.shown(pdu, bytes);
    Stamp at;
    try {
      at = writer.write(bytes, deadline);
    } catch (SocketTimeoutException e) {
      throw ended(new DeadlinePassed(Octets.EMPTY), Octets.EMPTY, "our deadline passed", e);
    } catch (IOException e) {
      throw broken(e, Octets.EMPTY);
    }
    acknowledgement.requestSent(at);
    listener.told(new PduSent(shown.pdu(), shown.bytes(), at.at()));
    return at;
  }

  /** Tells the listener of the farewell that a stop sent, if one was sent; by the one thread. */
  boolean tellFarewell() {
    Farewell farewell = farewellSent;
    if (farewell != null) {
      Octets bytes = PduEncoder.encode(farewell.pdu());
      listener.told(new PduSent(farewell.pdu(), bytes, farewell.at().at()));
    }
    return farewell != null;
  }

  /**
   * Asks that the next reply is read in a way that shows whether the peer holds pieces of it back.
   * Call before the request is written.
   *
   * @throws AssociationException if the connection was stopped or broke
   */
  void watchNextReplyForStall() throws AssociationException {
    try {
      acknowledgement.withholdForNextReply();
    } catch (IOException e) {
      throw broken(e, Octets.EMPTY);
    }
  }

  /**
   * Reads the next PDU.
   *
   * @param maxAssociateLength the most bytes behind the header of an A-ASSOCIATE-RQ or -AC
   * @param maxPDataLength the most bytes behind the header of a P-DATA-TF
   * @throws AssociationException if no whole PDU came in time, or what came is none
   */
  Received read(Deadline deadline, int maxAssociateLength, int maxPDataLength)
      throws AssociationException {
    byte[] bytes = fill(new byte[PduHeader.LENGTH], 0, PduHeader.LENGTH, deadline);
    Octets seen = Octets.of(bytes);
    try {
      int bodyLength =
          PduDecoder.checkedBodyLength(PduHeader.of(seen), maxAssociateLength, maxPDataLength);
      seen = Octets.of(fill(bytes, bytes.length, bytes.length + bodyLength, deadline));
      Stamp at = transport.readAt();
      PduDecoder.Decoded decoded = PduDecoder.decode(seen);
      return new Received(
          decoded.pdu(),
          seen,
          UserIdentityRedaction.shown(decoded.deviations(), seen),
          at,
          acknowledgement.heldBackFor());
    } catch (MalformedPduException fault) {
      if (seen.length() == PduHeader.LENGTH) {
        seen = withMore(seen, deadline);
      }
      throw unreadable(seen, fault);
    }
  }

  private AssociationException unreadable(Octets seen, MalformedPduException found) {
    MalformedPduException fault = UserIdentityRedaction.shown(found, seen);
    Stamp at = transport.readAt();
    listener.told(
        new UnreadableReceived(
            UserIdentityRedaction.shownOfUnreadable(seen), fault.description(), at.at()));
    return new AssociationException(new Unreadable(seen, fault), at, fault);
  }

  /** Reads until {@code want} bytes are there, taking memory only as bytes come. */
  private byte[] fill(byte[] start, int have, int want, Deadline deadline)
      throws AssociationException {
    byte[] bytes = start;
    int length = have;
    Deadline by = deadline;
    while (length < want) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(want, 2 * Math.max(length, FIRST_BUFFER)));
      }
      try {
        int count = readSome(bytes, length, by);
        acknowledgement.afterRead(length == 0, length + count == want);
        if (count < 0) {
          Octets partial = Octets.copyOf(bytes, 0, length);
          throw ended(new Closed(partial), partial, "the peer closed the connection", null);
        }
        length += count;
        if (PduType.ofCode(Byte.toUnsignedInt(bytes[0])).isEmpty()) {
          by = by.atMost(FOREIGN_WAIT);
        }
      } catch (SocketTimeoutException e) {
        Octets partial = Octets.copyOf(bytes, 0, length);
        if (!deadline.hasPassed()) {
          requireType(partial);
        }
        throw ended(new DeadlinePassed(partial), partial, "our deadline passed", e);
      } catch (IOException e) {
        throw broken(e, Octets.copyOf(bytes, 0, length));
      }
    }
    return bytes;
  }

  /** The wait was cut short for bytes with which no PDU begins. */
  private void requireType(Octets partial) throws AssociationException {
    if (!partial.isEmpty()) {
      try {
        PduType _ = PduDecoder.typeOf(new PduHeader(partial.unsignedAt(0), 0, 0));
      } catch (MalformedPduException fault) {
        throw unreadable(partial, fault);
      }
    }
  }

  private int readSome(byte[] bytes, int from, Deadline deadline) throws IOException {
    acknowledgement.beforeRead(from == 0);
    return transport.read(bytes, from, bytes.length - from, deadline);
  }

  /** The beginning of something that is no PDU, with what else of it comes in a moment. */
  private Octets withMore(Octets start, Deadline deadline) {
    byte[] bytes = Arrays.copyOf(start.toByteArray(), GARBAGE_LENGTH);
    int length = start.length();
    Deadline soon = deadline.atMost(GARBAGE_WAIT);
    try {
      int count = 0;
      while (count >= 0 && length < bytes.length) {
        length += count;
        count = readSome(bytes, length, soon);
      }
    } catch (IOException _) {
      // What came is all there is to see.
    }
    return Octets.copyOf(bytes, 0, length);
  }

  /** Whether the peer sent data already; over TLS that does not show before it is read. */
  boolean hasData() {
    return transport.showsPieces() && hasArrived();
  }

  /** Whether something came that was not read yet. */
  boolean hasArrived() {
    try {
      return transport.hasArrived();
    } catch (IOException _) {
      // The next read tells why.
      return true;
    }
  }

  /**
   * Reads and throws away what comes until the peer closes, the connection breaks or the deadline
   * passes (PS3.8 9.2.1, Sta13).
   */
  void awaitClose(Deadline deadline) {
    byte[] rubbish = new byte[GARBAGE_LENGTH];
    try {
      while (readSome(rubbish, 0, deadline) >= 0) {
        // Nothing that comes now has a meaning.
      }
    } catch (IOException _) {
      // Closed, broken or late: it is over in every case.
    }
  }

  /**
   * Ends what the other thread waits for, at once; its call fails with {@link Stopped}.
   *
   * @param farewell a last PDU for the peer; null for none. It is left out where it would have to
   *     wait for another write, and for a peer that does not take it at once
   */
  void stop(@Nullable Pdu farewell) {
    stopped = true;
    if (farewell != null) {
      Stamp at = writer.writeLast(PduEncoder.encode(farewell));
      farewellSent = at == null ? null : new Farewell(farewell, at);
    }
    close();
  }

  /** What was acknowledged of what was written, when a write passed its deadline or else now. */
  Delivery delivery() {
    return writer.delivery();
  }

  /** Closes the transport with a reset, so that the peer is free at once; never fails. */
  void reset() {
    transport.reset();
  }

  /** Closes the transport; never fails. */
  @Override
  public void close() {
    transport.close();
  }

  private AssociationException broken(IOException e, Octets partial) {
    String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return ended(new Reset(partial, detail), partial, "the connection broke: " + detail, e);
  }

  private AssociationException ended(
      AssociationFailure failure, Octets partial, String why, @Nullable Throwable cause) {
    Stamp at = Stamp.now();
    // Who interrupts the thread stops it too; the platform then closes the socket under it.
    if (stopped || Thread.currentThread().isInterrupted()) {
      return new AssociationException(new Stopped(), at, cause);
    }
    if (!partial.isEmpty()) {
      listener.told(
          new UnreadableReceived(
              UserIdentityRedaction.shownOfUnreadable(partial),
              "in the middle of a PDU " + why,
              at.at()));
    }
    return new AssociationException(failure, at, cause);
  }
}
