package org.echolot.dicom.association;

import static org.echolot.dicom.association.AssociationState.STA1;
import static org.echolot.dicom.association.AssociationState.STA13;
import static org.echolot.dicom.association.AssociationState.STA2;
import static org.echolot.dicom.association.AssociationState.STA4;
import static org.echolot.dicom.association.AssociationState.STA5;
import static org.echolot.dicom.association.AssociationState.STA6;

import java.time.Duration;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationFailure.Aborted;
import org.echolot.dicom.association.AssociationFailure.Closed;
import org.echolot.dicom.association.AssociationFailure.DeadlinePassed;
import org.echolot.dicom.association.AssociationFailure.Rejected;
import org.echolot.dicom.association.AssociationFailure.ReleasedByPeer;
import org.echolot.dicom.association.AssociationFailure.Reset;
import org.echolot.dicom.association.AssociationFailure.Stopped;
import org.echolot.dicom.association.AssociationFailure.Unexpected;
import org.echolot.dicom.association.AssociationFailure.Unreadable;
import org.echolot.dicom.association.AssociationFailure.UnreadableCommand;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.UserIdentityRedaction;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of an association have in common (PS3.8 9.2): the state, the PDUs that go and
 * come, and how it is left when something goes wrong.
 */
final class ProtocolMachine {

  /** The most bytes of PDV items that we take in one P-DATA-TF; both sides say so. */
  static final int MAX_PDU_LENGTH = 16_384;

  /**
   * How many PDUs of one step the listener is told of, so that a peer that floods us can't flood
   * whoever listens.
   */
  private static final int MAX_TOLD = FloodBrake.FREE;

  /** How long a last PDU may take to leave. */
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  private final Connection connection;
  private final AssociationListener listener;
  private final int maxAssociateLength;
  private volatile AssociationState state;
  private @Nullable AssociationException brokeAtSending;
  private Runnable whenOver = () -> {};
  private Delivery delivery = new Delivery.Unknown();
  private final FloodBrake brake = new FloodBrake();
  private Stamp began = Stamp.now();
  private Stamp asked = began;
  private Stamp answered = began;

  /**
   * @param maxAssociateLength the most bytes behind the header of an A-ASSOCIATE-RQ or -AC
   */
  ProtocolMachine(
      Connection connection,
      AssociationListener listener,
      AssociationState initialState,
      int maxAssociateLength) {
    this.connection = connection;
    this.maxAssociateLength = maxAssociateLength;
    this.listener = listener;
    this.state = initialState;
  }

  /** Has something done, by this thread, as soon as an established association is over. */
  void whenOver(Runnable action) {
    whenOver = action;
  }

  AssociationState state() {
    return state;
  }

  void moveTo(AssociationState next, String event) {
    AssociationState from = state;
    if (next != from) {
      state = next;
      if (from == STA6) {
        whenOver.run();
      }
      listener.told(new StateChanged(from, next, event, Stamp.now().at()));
    }
  }

  /** A step begins: an association, a message, a release. */
  void beginStep() {
    brake.beginStep();
    began = Stamp.now();
    asked = began;
    answered = began;
  }

  /**
   * How long what was asked last in this step took: from when its last byte was handed to the
   * system until the last byte of the answer was there, or it showed that none comes. Where a
   * deadline of ours passed, from the beginning of the step, as the deadline is counted.
   */
  Duration took() {
    return answered.since(asked);
  }

  /** What was acknowledged of what we sent when a deadline of ours passed. */
  Delivery delivery() {
    return delivery;
  }

  /** The next PDU, told to the listener; an A-ABORT is a failure in every state. */
  Received receive(Deadline deadline) throws AssociationException {
    Received received = read(deadline);
    int before = brake.received(received, state == STA6);
    if (before < MAX_TOLD) {
      tell(received);
    } else if (before == MAX_TOLD) {
      listener.told(
          new UnreadableReceived(
              Octets.EMPTY,
              "more than " + MAX_TOLD + " PDUs; the rest is not shown",
              received.at().at()));
    }
    if (received.pdu() instanceof Abort abort) {
      throw new AssociationException(new Aborted(abort));
    }
    return received;
  }

  private Received read(Deadline deadline) throws AssociationException {
    try {
      Received received = connection.read(deadline, maxAssociateLength, MAX_PDU_LENGTH);
      answered = received.at();
      return received;
    } catch (AssociationException e) {
      failed(e);
      AssociationException reset = brokeAtSending;
      boolean nothingSaid = e.failure() instanceof Closed(Octets partial) && partial.isEmpty();
      throw reset != null && nothingSaid ? reset : e;
    }
  }

  private void tell(Received received) {
    UserIdentityRedaction.Shown shown =
        UserIdentityRedaction.shown(received.pdu(), received.bytes());
    listener.told(
        new PduReceived(shown.pdu(), shown.bytes(), received.deviations(), received.at().at()));
  }

  Stamp send(Pdu pdu, Deadline deadline) throws AssociationException {
    return connection.write(pdu, deadline);
  }

  /**
   * Sends what an answer is due to. A peer that breaks the connection may have said why before, so
   * that is left to the next {@link #receive}.
   */
  void ask(Pdu pdu, Deadline deadline) throws AssociationException {
    try {
      asked = send(pdu, deadline);
    } catch (AssociationException e) {
      leaveToReceive(e);
    }
  }

  /** Like {@link #ask(Pdu, Deadline)}, for a message. */
  void ask(Message message, long peerMaxPduLength, Deadline deadline) throws AssociationException {
    try {
      asked = send(message, peerMaxPduLength, deadline);
    } catch (AssociationException e) {
      leaveToReceive(e);
    }
  }

  private void failed(AssociationException e) {
    answered = e.at();
    if (e.failure() instanceof DeadlinePassed) {
      asked = began;
    }
  }

  private void leaveToReceive(AssociationException e) throws AssociationException {
    if (!(e.failure() instanceof Reset)) {
      failed(e);
      throw e;
    }
    brokeAtSending = e;
  }

  /** Sends a message in as many PDUs as the peer's maximum length makes it. */
  Stamp send(Message message, long peerMaxPduLength, Deadline deadline)
      throws AssociationException {
    Stamp at = asked;
    for (PDataTf part : Fragments.of(message, peerMaxPduLength)) {
      at = connection.write(part, deadline);
    }
    listener.told(new CommandSent(message.contextId(), message.commandSet(), at.at()));
    return at;
  }

  /** Reads a whole command set, told to the listener. */
  CommandSet.Decoded decode(int contextId, Octets command) throws AssociationException {
    try {
      CommandSet.Decoded decoded = CommandSet.decode(command);
      listener.told(
          new CommandReceived(
              contextId, decoded.commandSet(), decoded.deviations(), answered.at()));
      return decoded;
    } catch (MalformedCommandException fault) {
      listener.told(
          new UnreadableCommandReceived(contextId, command, fault.description(), answered.at()));
      throw new AssociationException(new UnreadableCommand(command, fault), answered, fault);
    }
  }

  AssociationException unexpected(Pdu pdu) {
    return new AssociationException(new Unexpected(pdu, state), answered, null);
  }

  /**
   * Leaves a peer that we asked as PS3.8 9.2 says after a failure, and closes the connection: with
   * a reset where a deadline of ours passed, so that a peer to which a part of what we sent never
   * came does not wait for it, and keep others waiting.
   *
   * @return the failure, to be thrown
   */
  AssociationException end(AssociationException e) {
    boolean late = e.failure() instanceof DeadlinePassed;
    if (late) {
      // Before there is an A-ABORT that was not acknowledged either.
      delivery = connection.delivery();
    }
    farewell(e);
    if (late) {
      connection.reset();
    }
    close();
    return e;
  }

  /**
   * The same for a caller, with time to close after an A-ABORT. Where we close while more of what
   * it sends comes in, the system resets the connection, and the A-ABORT may be lost with it.
   *
   * @param artim how long the peer may take to close, if it was not silence that went wrong
   */
  AssociationException end(AssociationException e, Duration artim) {
    if (farewell(e) && !(e.failure() instanceof DeadlinePassed)) {
      awaitClose(Deadline.after(artim));
    }
    close();
    return e;
  }

  /** Tells the peer that we leave, where PS3.8 9.2 asks for it; whether it did. */
  private boolean farewell(AssociationException e) {
    if (e.failure() instanceof Stopped && connection.tellFarewell()) {
      moveTo(STA13, "A-ABORT PDU sent");
    }
    Abort farewell = farewellAfter(e.failure());
    if (farewell != null) {
      abort(farewell);
    }
    return farewell != null;
  }

  /** Sends an A-ABORT if the peer still takes it. */
  void abort(Abort abort) {
    try {
      connection.write(abort, Deadline.after(FAREWELL));
      moveTo(STA13, "A-ABORT PDU sent");
    } catch (AssociationException _) {
      // The peer is gone; what went wrong before is what counts.
    }
  }

  /** Ends whatever another thread waits for, at once; from any thread. */
  void stop() {
    boolean peerKnowsUs = state != STA1 && state != STA2 && state != STA4 && state != STA13;
    connection.stop(peerKnowsUs ? Abort.byServiceUser() : null);
  }

  /** Whether something came that was not read yet. */
  boolean hasArrived() {
    return connection.hasArrived();
  }

  /** Waits until the peer closes, and throws away what still comes. */
  void awaitClose(Deadline deadline) {
    connection.awaitClose(deadline);
  }

  void close() {
    connection.close();
    moveTo(STA1, "transport connection closed");
  }

  private @Nullable Abort farewellAfter(AssociationFailure failure) {
    return switch (failure) {
      // A caller that never asked is only closed (PS3.8 AA-2).
      case DeadlinePassed _ when state == STA2 -> null;
      case DeadlinePassed _, WrongMessage _ -> Abort.byServiceUser();
      case Unexpected _ -> Abort.byServiceProvider(Abort.UNEXPECTED_PDU);
      case UnreadableCommand _ -> Abort.byServiceProvider(Abort.INVALID_PDU_PARAMETER_VALUE);
      case Unreadable(Octets bytes, _) when isPduType(bytes) ->
          Abort.byServiceProvider(Abort.INVALID_PDU_PARAMETER_VALUE);
      // Where no DICOM peer has shown itself yet, nobody would understand an abort.
      case Unreadable _ when state == STA5 -> null;
      case Unreadable _ -> Abort.byServiceProvider(Abort.UNRECOGNIZED_PDU);
      case Stopped _, ReleasedByPeer _, Rejected _, Aborted _, Closed _, Reset _ -> null;
    };
  }

  private static boolean isPduType(Octets bytes) {
    return !bytes.isEmpty() && PduType.ofCode(bytes.unsignedAt(0)).isPresent();
  }
}
