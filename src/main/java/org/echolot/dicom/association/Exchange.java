package org.echolot.dicom.association;

import static org.echolot.dicom.association.AssociationState.STA13;
import static org.echolot.dicom.association.AssociationState.STA8;

import java.time.Duration;
import java.util.List;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationFailure.ReleasedByPeer;
import org.echolot.dicom.association.AssociationFailure.Stopped;
import org.echolot.dicom.dimse.CCancelRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.jspecify.annotations.Nullable;

/**
 * A request that was sent, and the responses to it as they come (PS3.7 7.5): pending ones first,
 * where there are any, then one that ends it. When a call throws, the peer was told with an A-ABORT
 * where PS3.8 asks for it, and the connection is closed. Used by the thread of the association.
 */
public final class Exchange {

  /** How long the peer may take to close after we confirmed its release. */
  private static final Duration CLOSE = Duration.ofMillis(500);

  /**
   * A response.
   *
   * @param dataSet null: it has none, or none was asked for
   * @param deviations what was tolerated in its command set
   * @param heldBackFor how long the peer was made to hold a piece of it back; see {@link
   *     RequestorAssociation#exchange}
   */
  public record Response(
      CommandSet commandSet,
      @Nullable Octets dataSet,
      List<Deviation> deviations,
      Duration heldBackFor) {
    public Response {
      deviations = List.copyOf(deviations);
    }
  }

  private final ProtocolMachine machine;
  private final MessageReader messages;
  private final int contextId;
  private final int messageId;
  private final long peerMaxPduLength;
  private final boolean isEarly;
  private Duration heldBackFor = Duration.ZERO;
  private boolean isOver;

  /**
   * @param isEarly whether something had come already when the request was to be sent
   */
  Exchange(
      ProtocolMachine machine,
      MessageReader messages,
      Message request,
      long peerMaxPduLength,
      boolean isEarly)
      throws MalformedCommandException {
    this.isEarly = isEarly;
    this.machine = machine;
    this.messages = messages;
    this.contextId = request.contextId();
    this.messageId = request.commandSet().unsignedShort(CommandSet.MESSAGE_ID).orElse(0);
    this.peerMaxPduLength = peerMaxPduLength;
  }

  /** Whether the last response came, after which there is none. */
  public boolean isOver() {
    return isOver;
  }

  /**
   * Waits for the next response, and for its data set where it announces one.
   *
   * @throws AssociationException if no whole one came by the deadline, or something else did
   * @throws IllegalStateException if the last one came
   */
  public Response next(Deadline deadline) throws AssociationException {
    requireGoing();
    try {
      Response response = command(deadline);
      requireOurs(response.commandSet());
      int status = response.commandSet().unsignedShort(CommandSet.STATUS).orElse(-1);
      isOver = !DimseStatus.isPending(status);
      return Message.announcesDataSet(response.commandSet())
          ? new Response(
              response.commandSet(), dataSet(deadline), response.deviations(), heldBackFor)
          : response;
    } catch (MalformedCommandException fault) {
      throw machine.end(MessageReader.wrong(fault.description()));
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  /**
   * Waits for the next command set alone, whatever it answers and announces.
   *
   * @throws AssociationException if no whole one came by the deadline, or something else did
   * @throws IllegalStateException if the last one came
   */
  public Response nextCommand(Deadline deadline) throws AssociationException {
    requireGoing();
    try {
      Response response = command(deadline);
      isOver = true;
      return isEarly
          ? new Response(
              response.commandSet(),
              response.dataSet(),
              Early.with(response.deviations(), "message", "our request", "PS3.7 7.5"),
              response.heldBackFor())
          : response;
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  /**
   * What came is no answer to what was asked: leaves the peer as PS3.8 9.2 asks.
   *
   * @return the failure, to be thrown
   */
  public AssociationException refuse(AssociationException e) {
    return machine.end(e);
  }

  /**
   * Asks the peer to give up (PS3.7 9.3.2.3). Responses go on to come until one that ends it.
   *
   * @throws AssociationException if it could not be sent by the deadline
   * @throws IllegalStateException if the last response came
   */
  public void cancel(Deadline deadline) throws AssociationException {
    requireGoing();
    try {
      machine.send(
          Message.of(contextId, new CCancelRq(messageId).toCommandSet()),
          peerMaxPduLength,
          deadline);
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  private void requireGoing() {
    if (isOver) {
      throw new IllegalStateException("the last response has come");
    }
  }

  private void requireOurs(CommandSet commandSet)
      throws AssociationException, MalformedCommandException {
    int answered = commandSet.unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO).orElse(-1);
    if (answered != messageId) {
      throw MessageReader.wrong(
          "a response to message " + answered + ", but ours was " + messageId);
    }
  }

  private Response command(Deadline deadline) throws AssociationException {
    Octets command = messages.command(contextId);
    while (command == null) {
      await(deadline);
      command = messages.command(contextId);
    }
    CommandSet.Decoded decoded = machine.decode(contextId, command);
    return new Response(decoded.commandSet(), null, decoded.deviations(), heldBackFor);
  }

  private Octets dataSet(Deadline deadline) throws AssociationException {
    Octets dataSet = messages.dataSet(contextId);
    while (dataSet == null) {
      await(deadline);
      dataSet = messages.dataSet(contextId);
    }
    return dataSet;
  }

  /** Waits for more of the message that is under way. */
  private void await(Deadline deadline) throws AssociationException {
    Received received = machine.receive(deadline);
    heldBackFor = heldBackFor.plus(received.heldBackFor());
    switch (received.pdu()) {
      case PDataTf data -> messages.arrived(data);
      case ReleaseRq _ -> throw confirmRelease(deadline);
      default -> throw machine.unexpected(received.pdu());
    }
  }

  /** The peer wants to end it where we wait for its answer (PS3.8 AR-2, AR-4). */
  private AssociationException confirmRelease(Deadline deadline) throws AssociationException {
    Deadline soon = deadline.atMost(CLOSE);
    machine.moveTo(STA8, "A-RELEASE-RQ PDU received");
    try {
      machine.send(new ReleaseRp(), soon);
      machine.moveTo(STA13, "A-RELEASE-RP PDU sent");
      machine.awaitClose(soon);
    } catch (AssociationException e) {
      if (e.failure() instanceof Stopped) {
        throw e;
      }
      // The peer did not wait for it. That it wanted to leave is what counts.
    }
    return new AssociationException(new ReleasedByPeer());
  }
}
