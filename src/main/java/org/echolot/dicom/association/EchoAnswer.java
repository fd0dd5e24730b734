package org.echolot.dicom.association;

import java.util.List;
import java.util.Locale;
import org.echolot.dicom.association.AssociationFailure.WrongMessage;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Uids;

/** Reads a command set as the answer to our C-ECHO-RQ (PS3.7 9.3.5.2). Pure. */
public final class EchoAnswer {

  private EchoAnswer() {}

  /**
   * The response to the message {@code messageId} that {@code command} is.
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
      throw new AssociationException(new WrongMessage(fault.description()), fault);
    }
    if (rsp.messageIdBeingRespondedTo() != messageId) {
      throw new AssociationException(
          new WrongMessage(
              "a response to message "
                  + rsp.messageIdBeingRespondedTo()
                  + ", where ours was "
                  + messageId));
    }
    return rsp;
  }
}
