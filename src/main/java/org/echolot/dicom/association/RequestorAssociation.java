package org.echolot.dicom.association;

import static org.echolot.dicom.association.AssociationState.STA1;
import static org.echolot.dicom.association.AssociationState.STA11;
import static org.echolot.dicom.association.AssociationState.STA13;
import static org.echolot.dicom.association.AssociationState.STA4;
import static org.echolot.dicom.association.AssociationState.STA5;
import static org.echolot.dicom.association.AssociationState.STA6;
import static org.echolot.dicom.association.AssociationState.STA7;
import static org.echolot.dicom.association.AssociationState.STA8;
import static org.echolot.dicom.association.AssociationState.STA9;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationFailure.Rejected;
import org.echolot.dicom.association.AssociationFailure.ReleasedByPeer;
import org.echolot.dicom.association.AssociationFailure.Stopped;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.jspecify.annotations.Nullable;

/** The requestor's side of the protocol machine (PS3.8 9.2), by our own upper layer. */
public final class RequestorAssociation implements Requestor {

  /** The most bytes of PDV items that we take in one P-DATA-TF, to be said in the request. */
  public static final int MAX_PDU_LENGTH = ProtocolMachine.MAX_PDU_LENGTH;

  /** How long the peer may take to close after we confirmed its release. */
  private static final Duration CLOSE = Duration.ofMillis(500);

  private final Connection connection;
  private final ProtocolMachine machine;
  private long peerMaxPduLength;

  /** Begins on an open connection, which is then closed with this. */
  public RequestorAssociation(Connection connection, AssociationListener listener) {
    this.connection = connection;
    this.machine = new ProtocolMachine(connection, listener, STA4);
  }

  @Override
  public Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException {
    machine.beginStep();
    try {
      machine.moveTo(STA5, "transport connection confirmed");
      machine.ask(rq, deadline);
      Connection.Received received = machine.receive(deadline);
      return switch (received.pdu()) {
        case AssociateAc ac -> {
          machine.moveTo(STA6, "A-ASSOCIATE-AC PDU received");
          peerMaxPduLength = ac.userInformation().maxPduLength().orElse(0L);
          yield new Accepted(ac, received.deviations());
        }
        case AssociateRj rj -> throw new AssociationException(new Rejected(rj));
        default -> throw machine.unexpected(received.pdu());
      };
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  @Override
  public EchoReply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException {
    machine.beginStep();
    try {
      if (watching) {
        connection.watchNextReplyForStall();
      }
      CommandSet request = new CEchoRq(messageId).toCommandSet();
      machine.ask(contextId, request, peerMaxPduLength, deadline);
      return awaitReply(contextId, messageId, deadline);
    } catch (AssociationException e) {
      throw machine.end(e);
    }
  }

  private EchoReply awaitReply(int contextId, int messageId, Deadline deadline)
      throws AssociationException {
    CommandAssembler assembler = new CommandAssembler();
    List<Deviation> deviations = new ArrayList<>();
    Duration heldBackFor = Duration.ZERO;
    while (true) {
      Connection.Received received = machine.receive(deadline);
      heldBackFor = heldBackFor.plus(received.heldBackFor());
      switch (received.pdu()) {
        case PDataTf data -> {
          Octets command = commandIn(data, contextId, assembler);
          if (command != null) {
            CommandSet.Decoded decoded = machine.decode(contextId, command);
            deviations.addAll(decoded.deviations());
            CEchoRsp rsp = EchoAnswer.read(decoded.commandSet(), messageId, deviations);
            return new EchoReply(rsp, deviations, heldBackFor);
          }
        }
        case ReleaseRq _ -> throw confirmRelease(deadline);
        default -> throw machine.unexpected(received.pdu());
      }
    }
  }

  /** The whole command set, if {@code data} brings its end. */
  private static @Nullable Octets commandIn(PDataTf data, int contextId, CommandAssembler assembler)
      throws AssociationException {
    for (Pdv pdv : data.pdvs()) {
      if (pdv.contextId() != contextId) {
        throw wrong(
            "a message in presentation context "
                + pdv.contextId()
                + ", where ours is "
                + contextId);
      }
      if (!pdv.isCommand()) {
        throw wrong("a part of a data set, where the response's command set was due");
      }
      Octets whole = assembler.add(pdv);
      if (whole != null) {
        return whole;
      }
      if (pdv.isLast()) {
        throw wrong("a command set longer than " + CommandSet.MAX_LENGTH + " bytes");
      }
    }
    return null;
  }

  private static AssociationException wrong(String explanation) {
    return new AssociationException(new WrongMessage(explanation));
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

  @Override
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

  @Override
  public void stop() {
    machine.stop();
  }

  @Override
  public void close() {
    connection.close();
  }
}
