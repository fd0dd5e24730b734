package org.echolot.dicom.dimse;

import org.echolot.dicom.pdu.Uids;
import org.jspecify.annotations.Nullable;

/**
 * C-ECHO-RSP (PS3.7 9.3.5.2).
 *
 * @param messageIdBeingRespondedTo 0 to 65,535
 * @param status 0 to 65,535; see {@link DimseStatus}
 * @param affectedSopClassUid null if it did not come, which the standard allows
 * @param errorComment null if it did not come; we never send one
 */
public record CEchoRsp(
    int messageIdBeingRespondedTo,
    int status,
    @Nullable String affectedSopClassUid,
    @Nullable String errorComment) {

  /** The value of the Command Field. */
  public static final int COMMAND = 0x8030;

  private static final String SECTION = "PS3.7 9.3.5.2";

  /** A response to {@code request} that says Success. */
  public static CEchoRsp successTo(CEchoRq request) {
    return new CEchoRsp(request.messageId(), DimseStatus.SUCCESS, Uids.VERIFICATION, null);
  }

  public CommandSet toCommandSet() {
    CommandSet.Builder builder =
        new CommandSet.Builder()
            .unsignedShort(CommandSet.COMMAND_FIELD, COMMAND)
            .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageIdBeingRespondedTo)
            .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
            .unsignedShort(CommandSet.STATUS, status);
    if (affectedSopClassUid != null) {
      builder.uid(CommandSet.AFFECTED_SOP_CLASS_UID, affectedSopClassUid);
    }
    return builder.build();
  }

  /**
   * Reads a response.
   *
   * @throws MalformedCommandException if {@code commandSet} is no C-ECHO-RSP, or lacks its Message
   *     ID Being Responded To, its Command Data Set Type or its Status
   */
  public static CEchoRsp from(CommandSet commandSet) throws MalformedCommandException {
    CommandFields.require(commandSet, COMMAND, "C-ECHO-RSP", SECTION);
    commandSet.requiredShort(CommandSet.COMMAND_DATA_SET_TYPE, SECTION);
    return new CEchoRsp(
        commandSet.requiredShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, SECTION),
        commandSet.requiredShort(CommandSet.STATUS, SECTION),
        commandSet.text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse(null),
        commandSet.text(CommandSet.ERROR_COMMENT).orElse(null));
  }
}
