package org.echolot.dicom.association;

import static org.echolot.dicom.association.AssociationState.STA1;
import static org.echolot.dicom.association.AssociationState.STA11;
import static org.echolot.dicom.association.AssociationState.STA4;
import static org.echolot.dicom.association.AssociationState.STA5;
import static org.echolot.dicom.association.AssociationState.STA6;
import static org.echolot.dicom.association.AssociationState.STA7;
import static org.echolot.dicom.association.AssociationState.STA9;

import java.time.Duration;
import java.util.List;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationFailure.Rejected;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;

/**
 * An association that we ask for: the requestor's side of the protocol machine (PS3.8 9.2).
 *
 * <p>The calls follow each other: {@link #associate}, then {@link #exchange} any number of times,
 * each read to its last response, then {@link #release}. Each ends by its deadline. When one
 * throws, the peer was told with an A-ABORT where PS3.8 9.2 asks for it, and the connection is
 * closed. One thread makes the calls; {@link #stop} may come from any.
 */
public final class RequestorAssociation implements AutoCloseable {

  /** How long the peer may take to close after our A-ABORT. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  /** The most bytes of PDV items that we take in one P-DATA-TF, to be said in the request. */
  public static final int MAX_PDU_LENGTH = ProtocolMachine.MAX_PDU_LENGTH;

  /**
   * An accepted association.
   *
   * @param deviations what was tolerated in it
   */
  public record Accepted(AssociateAc ac, List<Deviation> deviations) {
    public Accepted {
      deviations = List.copyOf(deviations);
    }
  }

  private final Connection connection;
  private final ProtocolMachine machine;
  private final MessageReader messages = new MessageReader("the response's command set", true);
  private long peerMaxPduLength;
  private boolean collided;

  /**
   * Begins on an open connection, which is then closed with this.
   *
   * @param listener is told by the thread that makes the calls
   */
  public RequestorAssociation(Connection connection, AssociationListener listener) {
    this.connection = connection;
    this.machine = new ProtocolMachine(connection, listener, STA4, PduHeader.MAX_ASSOCIATE_LENGTH);
  }

  /**
   * Asks for the association.
   *
   * @throws AssociationException if it was not accepted by the deadline
   */
  public Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException {
    machine.beginStep();
    try {
      machine.moveTo(STA5, "transport connection confirmed");
      boolean isEarly = connection.hasData();
      machine.ask(rq, deadline);
      Received received = machine.receive(deadline);
      return switch (received.pdu()) {
        case AssociateAc ac -> {
          machine.moveTo(STA6, "A-ASSOCIATE-AC PDU received");
          peerMaxPduLength = ac.userInformation().maxPduLength().orElse(0L);
          yield new Accepted(
              ac,
              isEarly
                  ? Early.with(
                      received.deviations(), "PDU", "our association request", "PS3.8 9.2.1")
                  : received.deviations());
        }
        case AssociateRj rj -> throw new AssociationException(new Rejected(rj));
        default -> throw machine.unexpected(received.pdu());
      };
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  /**
   * Sends a request, in one of the accepted contexts.
   *
   * @param request a command set, and the data set that it announces
   * @param deadline by which the peer has to take it
   * @return the responses, to be waited for
   * @throws AssociationException if it could not be sent
   * @throws IllegalArgumentException if {@code request} announces a data set and has none, or the
   *     other way round
   */
  public Exchange exchange(Message request, Deadline deadline) throws AssociationException {
    return exchange(request, deadline, false);
  }

  /**
   * The same.
   *
   * @param watching whether to look if the peer holds pieces of its first response back until we
   *     acknowledge the piece before, which takes about 1 ms where it does
   */
  public Exchange exchange(Message request, Deadline deadline, boolean watching)
      throws AssociationException {
    machine.beginStep();
    messages.forget();
    try {
      if (Message.announcesDataSet(request.commandSet()) != (request.dataSet() != null)) {
        throw new IllegalArgumentException("the command set does not say what follows it");
      }
      Exchange exchange =
          new Exchange(machine, messages, request, peerMaxPduLength, connection.hasData());
      if (watching) {
        connection.watchNextReplyForStall();
      }
      machine.ask(request, peerMaxPduLength, deadline);
      return exchange;
    } catch (MalformedCommandException e) {
      throw new IllegalArgumentException(e);
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  /**
   * How long the last call took on the wire: from when the last byte of what it sent was handed to
   * the system until the last byte of the answer was read, or it showed that none comes.
   */
  public Duration took() {
    return machine.took();
  }

  /** What was acknowledged of what we sent, when a deadline of ours passed; else unknown. */
  public Delivery delivery() {
    return machine.delivery();
  }

  /**
   * Ends the association in good order, and the connection with it. What else the peer still sends
   * is read and left alone (PS3.8 AR-6); a request for release that crosses ours is confirmed
   * (PS3.8 AR-8, AR-9).
   *
   * @throws AssociationException if the peer did not confirm by the deadline
   */
  public void release(Deadline deadline) throws AssociationException {
    machine.beginStep();
    try {
      machine.ask(new ReleaseRq(), deadline);
      machine.moveTo(STA7, "A-RELEASE-RQ PDU sent");
      while (machine.state() != STA1) {
        Pdu pdu = machine.receive(deadline).pdu();
        switch (pdu) {
          case ReleaseRp _ -> machine.moveTo(STA1, "A-RELEASE-RP PDU received");
          case PDataTf _ when machine.state() == STA7 -> {
            // Legal, and too late to mean anything.
          }
          case ReleaseRq _ when machine.state() == STA7 -> {
            collided = true;
            machine.moveTo(STA9, "A-RELEASE-RQ PDU received, collision");
            machine.send(new ReleaseRp(), deadline);
            machine.moveTo(STA11, "A-RELEASE-RP PDU sent");
          }
          default -> throw machine.unexpected(pdu);
        }
      }
      connection.close();
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  /** Whether the peer requested the release, too, while we waited for its confirmation. */
  public boolean hasCollided() {
    return collided;
  }

  /** Aborts the association instead of releasing it (PS3.8 AA-1), and closes the connection. */
  public void abort() {
    machine.abort(Abort.byServiceUser());
    machine.awaitClose(Deadline.after(FAREWELL));
    connection.close();
  }

  /** Ends whatever the other thread waits for, at once; from any thread. */
  public void stop() {
    machine.stop();
  }

  /** Closes the connection if it is still open, without a word. */
  @Override
  public void close() {
    connection.close();
  }
}
