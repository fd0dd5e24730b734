package org.echolot.dcm4che;

import java.util.ArrayList;
import org.dcm4che3.net.pdu.AAbort;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.service.Verification;

/**
 * Tells how an association ended. dcm4che throws the same for an abort of the peer's, one of its
 * own and one that its own time-outs made, so that the wire decides between them.
 */
final class Ending {

  private static final String SECTION = "PS3.8 9.3";

  private final Wire wire;
  private final Inbound inbound;

  Ending(Wire wire, Inbound inbound) {
    this.wire = wire;
    this.inbound = inbound;
  }

  /**
   * What it means that dcm4che threw.
   *
   * @param state where it stood
   * @param messageId the message that an answer was due to
   */
  AssociationFailure of(Exception thrown, AssociationState state, int messageId) {
    if (inbound.last() instanceof Abort abort) {
      return new AssociationFailure.Aborted(abort);
    }
    return switch (thrown) {
      case AAssociateRJ rj ->
          new AssociationFailure.Rejected(
              new AssociateRj(rj.getResult(), rj.getSource(), rj.getReason()));
      case AAbort refusal -> refused(refusal, state, messageId);
      default -> broken(thrown, state);
    };
  }

  /** dcm4che aborted, because of what came last. */
  private AssociationFailure refused(AAbort refusal, AssociationState state, int messageId) {
    AssociationFailure unreadable = inbound.unreadable();
    if (unreadable != null) {
      return unreadable;
    }
    Pdu last = inbound.last();
    if (last != null
        && refusal.getSource() == AAbort.UL_SERIVE_PROVIDER
        && refusal.getReason() == AAbort.UNEXPECTED_PDU) {
      return new AssociationFailure.Unexpected(last, state);
    }
    return last instanceof PDataTf && state == AssociationState.STA6
        ? refusedMessage(refusal, messageId)
        : unreadable("dcm4che refused it: " + refusal.getMessage());
  }

  private AssociationFailure refusedMessage(AAbort refusal, int messageId) {
    Inbound.Command command = inbound.lastCommand();
    if (command == null && inbound.unreadableCommand() == null) {
      boolean data =
          inbound.last() instanceof PDataTf message
              && message.pdvs().stream().anyMatch(pdv -> !pdv.isCommand());
      return new AssociationFailure.WrongMessage(
          data
              ? "a part of a data set, where the response's command set was due"
              : "what dcm4che refused as no response: " + refusal.getMessage());
    }
    String where = command == null ? "" : " in presentation context " + command.contextId();
    return faultOfMessage(
        messageId, "a message" + where + " that dcm4che refused: " + refusal.getMessage());
  }

  /** What it means that dcm4che goes on waiting though a whole command set came. */
  AssociationFailure ofUnheeded(int messageId) {
    return faultOfMessage(
        messageId,
        "a response that announces a data set, of which none came: dcm4che waits for it");
  }

  /**
   * @param otherwise what is wrong with the last message where we see no fault in it
   */
  private AssociationFailure faultOfMessage(int messageId, String otherwise) {
    AssociationFailure unreadable = inbound.unreadableCommand();
    if (unreadable != null) {
      return unreadable;
    }
    Inbound.Command command = inbound.lastCommand();
    try {
      if (command != null) {
        CEchoRsp _ = Verification.read(command.commandSet(), messageId, new ArrayList<>());
      }
      return new AssociationFailure.WrongMessage(otherwise);
    } catch (AssociationException e) {
      return e.failure();
    }
  }

  private AssociationFailure broken(Exception thrown, AssociationState state) {
    AssociationFailure unreadable = inbound.unreadable();
    if (inbound.isBeyondReading() && unreadable != null) {
      return unreadable;
    }
    if (inbound.last() instanceof ReleaseRq && state == AssociationState.STA6) {
      return new AssociationFailure.ReleasedByPeer();
    }
    Octets partial = inbound.partial();
    String whyBroken = wire.whyBroken();
    if (whyBroken != null) {
      return new AssociationFailure.Reset(partial, whyBroken);
    }
    if (wire.isClosedByPeer()) {
      return new AssociationFailure.Closed(partial);
    }
    if (unreadable != null) {
      return unreadable;
    }
    AssociationFailure unreadableCommand = inbound.unreadableCommand();
    if (unreadableCommand != null) {
      return unreadableCommand;
    }
    Throwable why = thrown.getCause() == null ? thrown : thrown.getCause();
    return unreadable("dcm4che could not read it: " + why);
  }

  private AssociationFailure unreadable(String why) {
    return new AssociationFailure.Unreadable(
        Octets.EMPTY, new MalformedPduException("PDU", 0, why, SECTION));
  }
}
