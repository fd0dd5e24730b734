package org.echolot.dicom.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.association.AssociationFailure.WrongMessage.Kind;
import org.echolot.dicom.association.Exchange;
import org.echolot.dicom.association.Message;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Uids;

/** The Verification SOP class, as who asks (PS3.4 Annex A). */
public final class Verification {

  /**
   * A C-ECHO-RSP to our request.
   *
   * @param deviations what was tolerated in it
   * @param heldBackFor how long the peer was made to hold a piece of it back, until we acknowledged
   *     the piece before; zero where it was not, or was not seen to
   */
  public record Reply(CEchoRsp rsp, List<Deviation> deviations, Duration heldBackFor) {
    public Reply {
      deviations = List.copyOf(deviations);
    }
  }

  /** The bit of a Command Field by which responses differ from requests (PS3.7 E.1). */
  private static final int RESPONSE = 0x8000;

  private Verification() {}

  /**
   * Sends a C-ECHO-RQ and waits for the answer.
   *
   * @param contextId the accepted Verification context
   * @param messageId 1 to 65,535
   * @param watching whether to look if the peer holds pieces of its answer back, which takes about
   *     1 ms where it does
   * @throws AssociationException if no whole C-ECHO-RSP to it came by the deadline; one that says
   *     something else than Success is an answer
   */
  public static Reply echo(
      RequestorAssociation association,
      int contextId,
      int messageId,
      Deadline deadline,
      boolean watching)
      throws AssociationException {
    Message request = Message.of(contextId, new CEchoRq(messageId).toCommandSet());
    Exchange exchange = association.exchange(request, deadline, watching);
    // A data set that the response announces does not come: no C-ECHO-RSP has one.
    Exchange.Response response = exchange.nextCommand(deadline);
    List<Deviation> deviations = new ArrayList<>(response.deviations());
    try {
      CEchoRsp rsp = read(response.commandSet(), messageId, deviations);
      return new Reply(rsp, deviations, response.heldBackFor());
    } catch (AssociationException e) {
      throw exchange.refuse(e);
    }
  }

  /**
   * The response to the message {@code messageId} that {@code command} is (PS3.7 9.3.5.2). Pure.
   *
   * @param deviations takes what is tolerated in it
   * @throws AssociationException if it is something else, or lacks a required element
   */
  public static CEchoRsp read(CommandSet command, int messageId, List<Deviation> deviations)
      throws AssociationException {
    CEchoRsp rsp;
    try {
      rsp = CEchoRsp.from(command);
      int dataSetType = command.unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE).orElseThrow();
      if (dataSetType != CommandSet.NO_DATA_SET) {
        // Tolerated: no data set belongs to this response, so there is no doubt what it says.
        deviations.add(
            new Deviation(
                CommandSet.nameOf(CommandSet.COMMAND_DATA_SET_TYPE),
                command.offsetOf(CommandSet.COMMAND_DATA_SET_TYPE),
                String.format(Locale.ROOT, "held %04XH, which announces a data set", dataSetType),
                "PS3.7 9.3.5.2"));
      }
      String sopClass = rsp.affectedSopClassUid();
      if (sopClass != null && !sopClass.equals(Uids.VERIFICATION)) {
        // Tolerated: the element may be missing, and the message ID says what is answered.
        deviations.add(
            new Deviation(
                CommandSet.nameOf(CommandSet.AFFECTED_SOP_CLASS_UID),
                command.offsetOf(CommandSet.AFFECTED_SOP_CLASS_UID),
                "is \"" + sopClass + "\", not " + Uids.VERIFICATION,
                "PS3.7 9.3.5.2"));
      }
    } catch (MalformedCommandException fault) {
      throw new AssociationException(wrong(command, fault), Stamp.now(), fault);
    }
    if (rsp.messageIdBeingRespondedTo() != messageId) {
      throw new AssociationException(
          new WrongMessage(
              Kind.OTHER_MESSAGE,
              "a response to message "
                  + rsp.messageIdBeingRespondedTo()
                  + ", but ours was "
                  + messageId));
    }
    return rsp;
  }

  /** What it is that is no C-ECHO-RSP. */
  private static WrongMessage wrong(CommandSet command, MalformedCommandException fault) {
    int field;
    try {
      field = command.unsignedShort(CommandSet.COMMAND_FIELD).orElse(CEchoRsp.COMMAND);
    } catch (MalformedCommandException _) {
      return new WrongMessage(fault.description());
    }
    if (field == CEchoRsp.COMMAND) {
      return new WrongMessage(fault.description());
    }
    String name = CommandSet.commandNamed(field) + String.format(Locale.ROOT, ", %04XH", field);
    return (field & RESPONSE) == 0
        ? new WrongMessage(
            Kind.REQUEST,
            "a request of the peer's own ("
                + name
                + command
                    .text(CommandSet.AFFECTED_SOP_CLASS_UID)
                    .filter(uid -> !uid.isBlank())
                    .map(uid -> ", for " + Uids.named(uid))
                    .orElse("")
                + ") instead of a response")
        : new WrongMessage(
            Kind.OTHER_COMMAND, "a response to another command (" + name + ") than our C-ECHO");
  }
}
