package org.echolot.dcm4che;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.pdu.AssociateAc;
import org.jspecify.annotations.Nullable;

/**
 * The transport as dcm4che uses it: reads end by a deadline, though dcm4che's have none, and what
 * passes is seen by {@link Inbound} and {@link Outbound}. What comes is read ahead, since dcm4che
 * asks for ten bytes at first, and those seldom tell what a peer is that does not speak DICOM.
 *
 * <p>One thread of dcm4che reads, any thread writes and closes.
 */
final class Wire {

  /** What dcm4che is given in one step at the most; the rest is read and thrown away. */
  private static final long MAX_GIVEN_BYTES = 8L << 20;

  /** How long more bytes of something that is no PDU are waited for, to tell what it is. */
  private static final Duration GARBAGE_WAIT = Duration.ofMillis(100);

  /** How long the rest of a header is waited for whose first byte no PDU begins with. */
  private static final Duration FOREIGN_WAIT = Duration.ofSeconds(1);

  /** From here on it is a flood, which must not keep the thread of the check from its clock. */
  private static final long FLOOD_BYTES = 64 << 10;

  private static final long BREATH_NANOS = 1_000;

  /**
   * How long a request is held until somebody reads what answers it. Only a thread that is new, and
   * what it has to load, takes any time.
   */
  private static final Duration READER_WAIT = Duration.ofMillis(250);

  private final Transport transport;
  private final Events events;
  private final StepClock clock;
  private final Inbound inbound;
  private final Outbound outbound = new Outbound();
  private final AtomicInteger readsBegun = new AtomicInteger();
  private final Signal readBegun = new Signal();
  private volatile boolean reading;
  private boolean begun;
  private final byte[] ahead = new byte[16 * 1024];
  private int next;
  private int end;
  private volatile Deadline until = Deadline.after(Duration.ZERO);
  private final AtomicLong given = new AtomicLong();
  private volatile boolean closed;
  private volatile boolean resets;
  private volatile boolean closedByPeer;
  private volatile @Nullable String broke;
  private volatile @Nullable String brokeAtSending;

  /**
   * @param events told of what is sent
   */
  Wire(Transport transport, Events events, StepClock clock, Inbound inbound) {
    this.transport = transport;
    this.events = events;
    this.clock = clock;
    this.inbound = inbound;
  }

  /** A step begins, by the end of which reads end too. */
  void beginStep(Deadline deadline) {
    given.set(0);
    until = deadline;
  }

  /** Whether the peer closed the connection in good order. */
  boolean isClosedByPeer() {
    return closedByPeer;
  }

  /** What the system said of a connection that broke; null if it did not. */
  @Nullable String whyBroken() {
    String reading = broke;
    return reading == null ? brokeAtSending : reading;
  }

  /** Reads for dcm4che, by its reading thread. */
  int read(byte[] bytes, int from, int length) throws IOException {
    if (next == end && !readAhead()) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(ahead, next, bytes, from, count);
    next += count;
    return count;
  }

  /** Whether there is something to give to dcm4che; where there is not, that is the end for it. */
  private boolean readAhead() throws IOException {
    // Nothing that follows what is no PDU has a meaning, and dcm4che would wait for more of it.
    if (inbound.isBeyondReading()) {
      return false;
    }
    do {
      next = 0;
      end = 0;
      if (!readMore(until, true)) {
        return false;
      }
      if (given.get() > FLOOD_BYTES) {
        LockSupport.parkNanos(BREATH_NANOS);
      }
    } while (given.addAndGet(end) > MAX_GIVEN_BYTES);
    completeAcceptance();
    if (inbound.beginsForeign()) {
      readMoreWhile(inbound::beginsForeign, FOREIGN_WAIT);
      if (!closedByPeer) {
        inbound.giveUpForeign(transport.readAt());
      }
    }
    if (inbound.isBeyondReading()) {
      readMoreWhile(() -> true, GARBAGE_WAIT);
      return !inbound.claimsTooMuch();
    }
    return true;
  }

  /**
   * Waits for the whole of the first PDU if it accepts, and gives it in a form dcm4che can read.
   */
  private void completeAcceptance() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    while (inbound.isInAcceptance() && end < ahead.length && readMore(until, true)) {
      // dcm4che would wait for it as well.
    }
    AssociateAc acceptance = inbound.acceptance();
    if (acceptance != null) {
      end = ImpliedSyntax.supply(acceptance, ahead, end);
    }
  }

  private void readMoreWhile(BooleanSupplier wanted, Duration wait) throws IOException {
    Deadline soon = until.atMost(wait);
    while (wanted.getAsBoolean() && end < ahead.length && readMore(soon, false)) {
      // It tells more of itself.
    }
  }

  /**
   * Reads some bytes behind those that are there.
   *
   * @param needed whether to fail at the deadline, unless a step has begun that has a later one
   * @return whether some came
   */
  private boolean readMore(Deadline first, boolean needed) throws IOException {
    Deadline by = first;
    while (true) {
      try {
        int count = readSome(by);
        if (count < 0) {
          closedByPeer = true;
          clock.noneComes(transport.readAt());
          return false;
        }
        inbound.received(ahead, end, count, transport.readAt());
        end += count;
        return true;
      } catch (SocketTimeoutException e) {
        if (!needed) {
          return false;
        }
        if (by == until) {
          throw e;
        }
        by = until;
      } catch (IOException e) {
        if (!closed) {
          broke = detail(e);
          clock.noneComes(transport.readAt());
        }
        throw e;
      }
    }
  }

  private int readSome(Deadline by) throws IOException {
    reading = true;
    readsBegun.incrementAndGet();
    readBegun.give();
    try {
      return transport.read(ahead, end, ahead.length - end, by);
    } finally {
      reading = false;
    }
  }

  /**
   * Writes for dcm4che. A peer that breaks the connection may have said why before, so that a fault
   * is left to the reading thread.
   */
  void write(byte[] bytes) throws IOException {
    Outbound.Outgoing outgoing = outbound.read(bytes);
    if (outgoing.asks()) {
      awaitReader();
    }
    List<AssociationEvent> told = List.of();
    events.sending();
    try {
      told = outgoing.events(hand(bytes, outgoing.asks()).at());
    } catch (IOException e) {
      if (closed) {
        throw e;
      }
      brokeAtSending = detail(e);
    } finally {
      events.sent(told);
    }
  }

  private Stamp hand(byte[] bytes, boolean asks) throws IOException {
    if (!asks) {
      return transport.write(bytes);
    }
    clock.asking(Stamp.now());
    Stamp at = transport.write(bytes);
    clock.asked(at);
    return at;
  }

  /** So that an answer is read when it comes, and not when dcm4che gets round to it. */
  private void awaitReader() throws IOException {
    int before = readsBegun.get();
    try {
      boolean _ =
          readBegun.await(
              () -> reading || closed || readsBegun.get() != before, Deadline.after(READER_WAIT));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException().initCause(e);
    }
  }

  /**
   * Whoever closes it from now on, dcm4che as well, does so with a reset, which frees a peer that
   * waits for the rest of something that was lost.
   */
  void closeByReset() {
    resets = true;
  }

  /** Closes at once; never fails. */
  void close() {
    closed = true;
    readBegun.give();
    if (resets) {
      transport.reset();
    } else {
      transport.close();
    }
  }

  private static String detail(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
