package org.echolot.dicom.dimse;

/**
 * C-CANCEL-RQ (PS3.7 9.3.2.3), which asks that an operation be given up. It has no response of its
 * own.
 *
 * @param messageIdBeingRespondedTo the operation's message ID, 0 to 65,535
 */
public record CCancelRq(int messageIdBeingRespondedTo) {

  /** The value of the Command Field. */
  public static final int COMMAND = 0x0FFF;

  private static final String SECTION = "PS3.7 9.3.2.3";

  /** The command set to be sent. No data set follows it. */
  public CommandSet toCommandSet() {
    return new CommandSet.Builder()
        .unsignedShort(CommandSet.COMMAND_FIELD, COMMAND)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, messageIdBeingRespondedTo)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .build();
  }

  /**
   * Reads a request.
   *
   * @throws MalformedCommandException if {@code commandSet} is no C-CANCEL-RQ, or does not say what
   *     it is about
   */
  public static CCancelRq from(CommandSet commandSet) throws MalformedCommandException {
    CommandFields.require(commandSet, COMMAND, "C-CANCEL-RQ", SECTION);
    return new CCancelRq(
        commandSet.requiredShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, SECTION));
  }
}
