package org.echolot.dicom.dimse;

import org.echolot.dicom.pdu.Uids;

/**
 * C-ECHO-RQ (PS3.7 9.3.5.1).
 *
 * @param messageId 0 to 65,535
 * @param affectedSopClassUid the Verification SOP class, if the sender keeps to the standard
 */
public record CEchoRq(int messageId, String affectedSopClassUid) {

  /** The value of the Command Field. */
  public static final int COMMAND = 0x0030;

  private static final String SECTION = "PS3.7 9.3.5.1";

  /** A request for the Verification SOP class. */
  public CEchoRq(int messageId) {
    this(messageId, Uids.VERIFICATION);
  }

  public CommandSet toCommandSet() {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, affectedSopClassUid)
        .unsignedShort(CommandSet.COMMAND_FIELD, COMMAND)
        .unsignedShort(CommandSet.MESSAGE_ID, messageId)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .build();
  }

  /**
   * Reads a request.
   *
   * @throws MalformedCommandException if {@code commandSet} is no C-ECHO-RQ, or lacks its Message
   *     ID
   */
  public static CEchoRq from(CommandSet commandSet) throws MalformedCommandException {
    CommandFields.require(commandSet, COMMAND, "C-ECHO-RQ", SECTION);
    return new CEchoRq(
        commandSet.requiredShort(CommandSet.MESSAGE_ID, SECTION),
        commandSet.text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse(""));
  }
}
