package org.echolot.dcm4che;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.pdu.AAbort;
import org.echolot.check.run.Requestor;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.service.Verification;
import org.jspecify.annotations.Nullable;

/**
 * An association that dcm4che asks for. dcm4che works on threads of its own, which tell what
 * happens; the thread that makes the calls waits for it, and ends it at the deadline or a stop.
 */
final class Dcm4cheAssociation implements Requestor {

  /** How long a last PDU may take to leave, and dcm4che to end its work. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** How long dcm4che may wait for the data set of a response, which a C-ECHO-RSP does not have. */
  private static final Duration DATA_SET_WAIT = Duration.ofSeconds(1);

  private final Executor pool;
  private final Events events;
  private final Signal news = new Signal();
  private final StepClock clock = new StepClock();
  private final Inbound inbound;
  private final Wire wire;
  private final Stack stack;
  private final AtomicInteger busy = new AtomicInteger();
  private final Transport transport;
  private volatile boolean stopped;

  /** What one of dcm4che's threads ended by, where it should not have; null: nothing did. */
  private volatile @Nullable Throwable broken;

  private volatile Delivery delivery = new Delivery.Unknown();

  /**
   * Takes over a transport.
   *
   * @param listener returns at once; it is told by dcm4che's threads
   * @param pool has a thread for all that dcm4che does at a time
   * @param scheduler for dcm4che's own time-outs
   */
  Dcm4cheAssociation(
      Transport transport,
      AssociationListener listener,
      Executor pool,
      ScheduledExecutorService scheduler) {
    this.pool = pool;
    this.transport = transport;
    events = new Events(listener);
    inbound = new Inbound(events, clock, news::give);
    wire = new Wire(transport, events, clock, inbound);
    stack = new Stack(new Tap(wire, transport.socket()), this::startThread, scheduler);
  }

  @Override
  public Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException {
    Association association =
        run(AssociationState.STA5, 0, deadline, () -> stack.connect(Translation.of(rq)));
    return new Accepted(
        Translation.of(association.getAAssociateAC(), inbound.acceptance()), inbound.deviations());
  }

  @Override
  public Verification.Reply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException {
    Attributes command =
        run(AssociationState.STA6, messageId, deadline, () -> stack.echo(messageId));
    List<Deviation> deviations = new ArrayList<>(inbound.deviations());
    try {
      CEchoRsp rsp = Verification.read(Translation.of(command), messageId, deviations);
      CEchoRsp whole =
          new CEchoRsp(
              rsp.messageIdBeingRespondedTo(),
              rsp.status(),
              rsp.affectedSopClassUid(),
              Translation.errorComment(command));
      return new Verification.Reply(whole, deviations, Duration.ZERO);
    } catch (AssociationException e) {
      throw over(e.failure(), clock.end(), e);
    }
  }

  @Override
  public void release(Deadline deadline) throws AssociationException {
    run(
        AssociationState.STA7,
        0,
        deadline,
        () -> {
          stack.release();
          return true;
        });
    close();
    hearLastWords();
  }

  /**
   * Has dcm4che do something, and waits for it.
   *
   * @param state in which the answer is waited for
   * @param messageId the message that it is due to; 0 for none
   */
  private <T> T run(AssociationState state, int messageId, Deadline deadline, Callable<T> work)
      throws AssociationException {
    clock.begin(state);
    events.beginStep();
    inbound.beginStep();
    stack.beginStep(deadline);
    wire.beginStep(Deadline.after(deadline.remaining().plus(Stack.BEHIND)));
    FutureTask<T> task = start(work);
    try {
      boolean answered =
          news.await(() -> isOver(task) || (messageId != 0 && inbound.hasCommand()), deadline);
      boolean ended = answered && news.await(() -> isOver(task), deadline.atMost(DATA_SET_WAIT));
      if (stopped) {
        throw over(new AssociationFailure.Stopped(), clock.endNow(), null);
      }
      Throwable fault = broken;
      if (fault != null) {
        throw ours(fault);
      }
      if (!ended && answered) {
        throw over(new Ending(wire, inbound).ofUnheeded(messageId), clock.end(), null);
      }
      if (!ended) {
        throw late(null);
      }
      T result = task.get();
      Stamp _ = clock.end();
      return result;
    } catch (InterruptedException e) {
      // Who interrupts the thread stops it too.
      Thread.currentThread().interrupt();
      throw over(new AssociationFailure.Stopped(), clock.endNow(), e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof Exception thrown) || thrown instanceof RuntimeException) {
        throw ours(e.getCause());
      }
      if (deadline.hasPassed() && mayBeTimeOut(thrown)) {
        throw late(thrown);
      }
      throw over(new Ending(wire, inbound).of(thrown, state, messageId), clock.end(), thrown);
    }
  }

  private boolean isOver(FutureTask<?> task) {
    return task.isDone() || stopped || broken != null;
  }

  /** Ends the association for a fault that no peer is to blame for. */
  private IllegalStateException ours(@Nullable Throwable fault) {
    leave(true, false, "dcm4che failed", clock.endNow());
    return new IllegalStateException("dcm4che failed: " + fault, fault);
  }

  private AssociationException late(@Nullable Exception cause) {
    Stamp at = clock.endNow();
    // Before there is an A-ABORT that was not acknowledged either.
    delivery = Delivery.of(transport.socket());
    return over(new AssociationFailure.DeadlinePassed(inbound.partial()), at, cause);
  }

  /** dcm4che's own time-outs, which come too late by design, abort as a user does. */
  private boolean mayBeTimeOut(Exception thrown) {
    return thrown instanceof SocketTimeoutException
        || (thrown instanceof AAbort abort
            && abort.getSource() == AAbort.UL_SERIVE_USER
            && !(inbound.last() instanceof Abort));
  }

  private <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            news.give();
          }
        };
    startThread(task);
    return task;
  }

  /** Gives dcm4che a thread, whose log lines are ours. */
  private void startThread(Runnable work) {
    busy.incrementAndGet();
    pool.execute(
        () -> {
          try {
            LogScope.run(this::logged, work);
          } catch (RuntimeException | Error e) {
            // What dcm4che's reading thread does not catch itself.
            broken = e;
          } finally {
            busy.decrementAndGet();
            news.give();
          }
        });
  }

  private void logged(System.Logger.Level level, String text) {
    Instant at = Instant.now();
    String lines = text.lines().map(line -> "dcm4che: " + line).collect(Collectors.joining("\n"));
    events.tell(new StackLogged(level, lines, at));
  }

  /**
   * @param at when it showed on the wire
   */
  private AssociationException over(
      AssociationFailure failure, Stamp at, @Nullable Exception cause) {
    boolean late = failure instanceof AssociationFailure.DeadlinePassed;
    // In all other cases dcm4che has aborted by itself, or the peer has gone.
    boolean abort =
        late
            || failure instanceof AssociationFailure.Stopped
            || failure instanceof AssociationFailure.WrongMessage;
    leave(abort, late, late ? "our deadline passed" : "the connection ended", at);
    return new AssociationException(
        stopped ? new AssociationFailure.Stopped() : failure, at, cause);
  }

  /**
   * Closes the connection, and tells what is still to be told.
   *
   * @param late whether a deadline of ours passed
   * @param why nothing more comes
   * @param at when that showed
   */
  private void leave(boolean abort, boolean late, String why, Stamp at) {
    if (late) {
      wire.closeByReset();
    }
    if (abort && !Thread.currentThread().isInterrupted()) {
      abort();
    }
    close();
    inbound.tellLeftOver(why, at);
    hearLastWords();
  }

  private void abort() {
    FutureTask<Boolean> aborting =
        start(
            () -> {
              stack.abort();
              return true;
            });
    try {
      boolean _ = news.await(aborting::isDone, Deadline.after(FAREWELL));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits while dcm4che ends its work on a connection that is closed, and tells of it. */
  private void hearLastWords() {
    try {
      boolean _ = news.await(() -> busy.get() == 0, Deadline.after(FAREWELL));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    events.tellRest();
  }

  @Override
  public void stop() {
    stopped = true;
    news.give();
  }

  @Override
  public Duration took() {
    return clock.took();
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public void close() {
    wire.close();
  }
}
