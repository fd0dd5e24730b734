package org.echolot.listener;

import org.jspecify.annotations.Nullable;

/**
 * One caller's place with the listener: it waits, then perhaps holds one of the associations that
 * may be open at once, then waits again until it is gone. Safe for use by any thread.
 *
 * <p>An association is given back as soon as it is over, before the peer can know, so that a caller
 * who releases and calls again at once finds it free.
 */
final class CallerPlace {

  /** Why a caller was turned out. */
  enum TurnedOut {
    /** It said nothing in the time in which it had to. */
    SILENT,

    /** It waited longest when the room was full. */
    FULL,

    /** It had one of several associations of its source when a caller of another needed one. */
    FOR_ANOTHER
  }

  private final Callers callers;
  private final CallerSource source;
  private final Runnable door;

  /** Guarded by the lock of {@link #callers}. */
  private long idleSinceNanos;

  /** What ends an association in good order. */
  private volatile Runnable farewell = () -> {};

  private volatile @Nullable TurnedOut turnedOut;

  /**
   * @param door closes the connection at once; it must not wait
   */
  CallerPlace(Callers callers, CallerSource source, Runnable door) {
    this.callers = callers;
    this.source = source;
    this.door = door;
  }

  CallerSource source() {
    return source;
  }

  void idleFrom(long nanos) {
    idleSinceNanos = nanos;
  }

  boolean isIdleLongerThan(CallerPlace other) {
    return idleSinceNanos - other.idleSinceNanos < 0;
  }

  /**
   * Says how an association that it may get is ended.
   *
   * @param end is run by any thread; it must not wait
   */
  void endsBy(Runnable end) {
    farewell = end;
  }

  /** It has asked for TLS, and is on its way to ask for an association. */
  void asks() {
    callers.asks(this);
  }

  /** Whether there is an association for it; it is taken then. */
  boolean tryAssociate() {
    return callers.tryAssociate(this);
  }

  /** The association was made use of. */
  void used() {
    callers.used(this);
  }

  /** Gives the association back if there is one. */
  void dissociate() {
    callers.dissociate(this);
  }

  /** The caller is gone. */
  void leave() {
    callers.leave(this);
  }

  /** Why it was turned out; null if it was not. */
  @Nullable TurnedOut turnedOut() {
    return turnedOut;
  }

  /** Closes the connection under a caller without an association. */
  void turnOut(TurnedOut why) {
    turnedOut = why;
    door.run();
  }

  /** Ends its association for a caller of another source, who has it already. */
  void endForAnother() {
    turnedOut = TurnedOut.FOR_ANOTHER;
    farewell.run();
  }
}
