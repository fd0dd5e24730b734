package org.echolot.dicom.dimse;

/**
 * C-FIND-RQ (PS3.7 9.3.2.1). The identifier follows as its data set.
 *
 * @param messageId 0 to 65,535
 * @param affectedSopClassUid the information model that is asked
 */
public record CFindRq(int messageId, String affectedSopClassUid) {

  /** The value of the Command Field. */
  public static final int COMMAND = 0x0020;

  private static final int PRIORITY = 0x0000_0700;
  private static final int MEDIUM = 0x0000;
  private static final int DATA_SET_FOLLOWS = 0x0001;

  public CommandSet toCommandSet() {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, affectedSopClassUid)
        .unsignedShort(CommandSet.COMMAND_FIELD, COMMAND)
        .unsignedShort(CommandSet.MESSAGE_ID, messageId)
        .unsignedShort(PRIORITY, MEDIUM)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, DATA_SET_FOLLOWS)
        .build();
  }
}
