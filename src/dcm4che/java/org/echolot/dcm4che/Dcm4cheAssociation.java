package org.echolot.dcm4che;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.pdu.AAbort;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.association.EchoAnswer;
import org.echolot.dicom.association.Requestor;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.jspecify.annotations.Nullable;

/**
 * An association that dcm4che asks for. dcm4che works on threads of its own; the thread that makes
 * the calls waits for it, tells meanwhile what happens, and ends it at the deadline or a stop.
 */
final class Dcm4cheAssociation implements Requestor {

  /** How long a last PDU may take to leave, and dcm4che to end its work. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /** How long dcm4che may wait for the data set of a response, which a C-ECHO-RSP does not have. */
  private static final Duration DATA_SET_WAIT = Duration.ofSeconds(1);

  private final AssociationListener listener;
  private final Events events = new Events();
  private final Inbound inbound;
  private final Wire wire;
  private final Stack stack;
  private final AtomicInteger threads = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * Takes over a transport.
   *
   * @param scheduler for dcm4che's own time-outs
   */
  Dcm4cheAssociation(
      Transport transport, AssociationListener listener, ScheduledExecutorService scheduler) {
    this.listener = listener;
    inbound = new Inbound(listener, events);
    wire = new Wire(transport, inbound, new Outbound(listener, events));
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
  public EchoReply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException {
    Attributes command =
        run(AssociationState.STA6, messageId, deadline, () -> stack.echo(messageId));
    List<Deviation> deviations = new ArrayList<>(inbound.deviations());
    try {
      CEchoRsp rsp = EchoAnswer.read(Translation.of(command), messageId, deviations);
      CEchoRsp whole =
          new CEchoRsp(
              rsp.messageIdBeingRespondedTo(),
              rsp.status(),
              rsp.affectedSopClassUid(),
              Translation.errorComment(command));
      return new EchoReply(whole, deviations, Duration.ZERO);
    } catch (AssociationException e) {
      throw over(e.failure(), e);
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
    events.beginStep();
    inbound.beginStep();
    stack.beginStep(deadline);
    wire.beginStep(Deadline.after(deadline.remaining().plus(Stack.BEHIND)));
    FutureTask<T> task = start(work);
    try {
      boolean answered =
          events.tellUntil(
              () -> task.isDone() || stopped || (messageId != 0 && inbound.hasCommand()), deadline);
      boolean ended =
          answered
              && events.tellUntil(() -> task.isDone() || stopped, deadline.atMost(DATA_SET_WAIT));
      if (stopped) {
        throw over(new AssociationFailure.Stopped(), null);
      }
      if (!ended) {
        throw over(
            answered
                ? new Ending(wire, inbound).ofUnheeded(messageId)
                : new AssociationFailure.DeadlinePassed(inbound.partial()),
            null);
      }
      T result = task.get();
      events.tellRest();
      return result;
    } catch (InterruptedException e) {
      // Who interrupts the thread stops it too.
      Thread.currentThread().interrupt();
      throw over(new AssociationFailure.Stopped(), e);
    } catch (ExecutionException e) {
      Exception thrown = e.getCause() instanceof Exception cause ? cause : e;
      if (thrown instanceof RuntimeException broken) {
        leave(true, "dcm4che failed");
        throw new IllegalStateException("dcm4che failed: " + broken, broken);
      }
      throw over(
          deadline.hasPassed() && mayBeTimeOut(thrown)
              ? new AssociationFailure.DeadlinePassed(inbound.partial())
              : new Ending(wire, inbound).of(thrown, state, messageId),
          thrown);
    }
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
            events.wake();
          }
        };
    startThread(task);
    return task;
  }

  /** Starts a thread of dcm4che's, whose log lines are ours. */
  private void startThread(Runnable work) {
    threads.incrementAndGet();
    Threads.startVirtual(
        "dcm4che",
        () -> {
          try {
            LogScope.run(this::logged, work);
          } finally {
            threads.decrementAndGet();
            events.wake();
          }
        });
  }

  private void logged(System.Logger.Level level, String text) {
    Instant at = Instant.now();
    String lines = text.lines().map(line -> "dcm4che: " + line).collect(Collectors.joining("\n"));
    events.add(() -> listener.stackLogged(level, lines, at));
  }

  private AssociationException over(AssociationFailure failure, @Nullable Exception cause) {
    boolean late = failure instanceof AssociationFailure.DeadlinePassed;
    // In all other cases dcm4che has aborted by itself, or the peer has gone.
    boolean abort =
        late
            || failure instanceof AssociationFailure.Stopped
            || failure instanceof AssociationFailure.WrongMessage;
    leave(abort, late ? "our deadline passed" : "the connection ended");
    return new AssociationException(stopped ? new AssociationFailure.Stopped() : failure, cause);
  }

  /**
   * Closes the connection, and tells what is still to be told.
   *
   * @param why nothing more comes
   */
  private void leave(boolean abort, String why) {
    if (abort && !Thread.currentThread().isInterrupted()) {
      abort();
    }
    close();
    inbound.tellLeftOver(why);
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
      events.tellUntil(aborting::isDone, Deadline.after(FAREWELL));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what dcm4che says while it ends its work on a connection that is closed. */
  private void hearLastWords() {
    try {
      events.tellUntil(() -> threads.get() == 0, Deadline.after(FAREWELL));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    events.tellRest();
  }

  @Override
  public void stop() {
    stopped = true;
    events.wake();
  }

  @Override
  public void close() {
    wire.close();
  }
}
