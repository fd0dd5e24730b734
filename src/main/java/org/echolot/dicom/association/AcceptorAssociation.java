package org.echolot.dicom.association;

import static org.echolot.dicom.association.AssociationState.STA13;
import static org.echolot.dicom.association.AssociationState.STA2;
import static org.echolot.dicom.association.AssociationState.STA3;
import static org.echolot.dicom.association.AssociationState.STA6;
import static org.echolot.dicom.association.AssociationState.STA8;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationFailure.ReleasedByPeer;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;

/**
 * An association that a peer asks us for: the acceptor's side of the protocol machine (PS3.8 9.2).
 *
 * <p>The calls follow each other: {@link #awaitRequest}, then {@link #accept} or {@link #reject},
 * then {@link #nextCommand} or {@link #nextMessage}, and {@link #respond} once or several times,
 * until there is nothing any more. When one throws, the peer was told with an A-ABORT where PS3.8
 * asks for it, and the connection is closed. One thread makes the calls; {@link #stop} may come
 * from any.
 */
public final class AcceptorAssociation implements AutoCloseable {

  /** The most bytes of PDV items that we take in one P-DATA-TF, to be said in the acceptance. */
  public static final int MAX_PDU_LENGTH = ProtocolMachine.MAX_PDU_LENGTH;

  /**
   * The most bytes of an A-ASSOCIATE-RQ behind its header: more than 128 presentation contexts with
   * ten transfer syntaxes each need, and little enough to be kept for many callers of whom nothing
   * is known yet.
   */
  static final int MAX_REQUEST_LENGTH = 64 * 1024;

  private final Connection connection;
  private final ProtocolMachine machine;
  private final MessageReader messages = new MessageReader("a command set", false);
  private final Duration artim;
  private long peerMaxPduLength;

  /**
   * Begins on an open connection, which is then closed with this.
   *
   * @param artim how long the peer may take to ask, and to close after our last PDU (PS3.8 9.1.5)
   */
  public AcceptorAssociation(Connection connection, AssociationListener listener, Duration artim) {
    this.connection = connection;
    this.artim = artim;
    this.machine = new ProtocolMachine(connection, listener, STA2, MAX_REQUEST_LENGTH);
  }

  /**
   * Waits for the A-ASSOCIATE-RQ, as long as ARTIM allows (PS3.8 AE-5, AE-6, AA-2).
   *
   * @throws AssociationException if none came
   */
  public AssociateRq awaitRequest() throws AssociationException {
    try {
      Received received = machine.receive(Deadline.after(artim));
      if (received.pdu() instanceof AssociateRq rq) {
        machine.moveTo(STA3, "A-ASSOCIATE-RQ PDU received");
        peerMaxPduLength = rq.userInformation().maxPduLength().orElse(0L);
        return rq;
      }
      throw machine.unexpected(received.pdu());
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * Accepts the association (PS3.8 AE-7).
   *
   * @param whenOver is run, by the thread that makes the calls, as soon as it is over, whoever ends
   *     it and before the peer can know; never, if the answer could not be sent
   * @throws AssociationException if the answer could not be sent
   */
  public void accept(AssociateAc ac, Runnable whenOver) throws AssociationException {
    machine.whenOver(whenOver);
    try {
      machine.send(ac, Deadline.after(artim));
      machine.moveTo(STA6, "A-ASSOCIATE-AC PDU sent");
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * Rejects the association and waits until the peer closes, as long as ARTIM allows (PS3.8 AE-8).
   *
   * @throws AssociationException if the answer could not be sent
   */
  public void reject(AssociateRj rj) throws AssociationException {
    try {
      Deadline deadline = Deadline.after(artim);
      machine.send(rj, deadline);
      leave("A-ASSOCIATE-RJ PDU sent", deadline);
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * Waits for the next command set, of a service that has no data sets. A request for release is
   * confirmed, and the connection closed (PS3.8 AR-2, AR-4).
   *
   * @param idle how long the peer may take for all of it
   * @return empty when the peer released the association
   * @throws AssociationException if it ended in another way, or a data set came
   */
  public Optional<Message> nextCommand(Duration idle) throws AssociationException {
    machine.beginStep();
    try {
      Optional<Message> command = command(Deadline.after(idle));
      if (command.isPresent() && messages.nextContextId().isPresent()) {
        throw MessageReader.wrong("more than one command set at a time, or a data set");
      }
      return command;
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * The same with the data set, where the command set announces one.
   *
   * @param idle how long the peer may take for all of it
   * @return empty when the peer released the association
   * @throws AssociationException if it ended in another way, or in the middle of a message
   */
  public Optional<Message> nextMessage(Duration idle) throws AssociationException {
    machine.beginStep();
    Deadline deadline = Deadline.after(idle);
    try {
      Optional<Message> command = command(deadline);
      if (command.isPresent() && Message.announcesDataSet(command.get().commandSet())) {
        return Optional.of(dataSetOf(command.get(), deadline));
      }
      return command;
    } catch (MalformedCommandException fault) {
      throw machine.end(MessageReader.wrong(fault.description()), artim);
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * Whether the peer sent something that was not read yet: while an operation has several
   * responses, it may ask that it be given up (PS3.7 9.3.2.3).
   */
  public boolean hasArrived() {
    return messages.nextContextId().isPresent() || machine.hasArrived();
  }

  private Optional<Message> command(Deadline deadline) throws AssociationException {
    while (true) {
      OptionalInt contextId = messages.nextContextId();
      Octets whole = contextId.isPresent() ? messages.command(contextId.getAsInt()) : null;
      if (whole != null) {
        CommandSet commandSet = machine.decode(contextId.getAsInt(), whole).commandSet();
        return Optional.of(Message.of(contextId.getAsInt(), commandSet));
      }
      if (!await(deadline)) {
        return Optional.empty();
      }
    }
  }

  private Message dataSetOf(Message command, Deadline deadline) throws AssociationException {
    while (true) {
      Octets whole = messages.dataSet(command.contextId());
      if (whole != null) {
        return new Message(command.contextId(), command.commandSet(), whole);
      }
      if (!await(deadline)) {
        throw new AssociationException(new ReleasedByPeer());
      }
    }
  }

  /** Waits for more of a message; false where the peer released the association instead. */
  private boolean await(Deadline deadline) throws AssociationException {
    Received received = machine.receive(deadline);
    return switch (received.pdu()) {
      case PDataTf data -> {
        messages.arrived(data);
        yield true;
      }
      case ReleaseRq _ -> {
        confirmRelease();
        yield false;
      }
      default -> throw machine.unexpected(received.pdu());
    };
  }

  private void confirmRelease() throws AssociationException {
    Deadline deadline = Deadline.after(artim);
    machine.moveTo(STA8, "A-RELEASE-RQ PDU received");
    machine.send(new ReleaseRp(), deadline);
    leave("A-RELEASE-RP PDU sent", deadline);
  }

  private void leave(String event, Deadline deadline) {
    machine.moveTo(STA13, event);
    machine.awaitClose(deadline);
    machine.close();
  }

  /**
   * Sends a response, one of several perhaps.
   *
   * @param timeout how long the peer may take to take it
   * @throws AssociationException if it could not be sent
   */
  public void respond(Message response, Duration timeout) throws AssociationException {
    try {
      machine.send(response, peerMaxPduLength, Deadline.after(timeout));
    } catch (AssociationException e) {
      throw machine.end(e, artim);
    }
  }

  /**
   * Aborts the association and waits until the peer closes, as long as ARTIM allows (PS3.8 AA-1).
   */
  public void abort(Abort abort) {
    machine.abort(abort);
    machine.awaitClose(Deadline.after(artim));
    machine.close();
  }

  /** Ends whatever the other thread waits for, at once, with an A-ABORT; from any thread. */
  public void stop() {
    machine.stop();
  }

  /** Closes the connection if it is still open, without a word. */
  @Override
  public void close() {
    connection.close();
  }
}
