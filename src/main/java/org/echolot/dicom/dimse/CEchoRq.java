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

  /** A request for the Verification SOP class. */
  public CEchoRq(int messageId) {
    this(messageId, Uids.VERIFICATION);
  }

  public CommandSet toCommandSet() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws MalformedCommandException if {@code commandSet} is no C-ECHO-RQ, or lacks its Message
   *     ID
   */
  public static CEchoRq from(CommandSet commandSet) throws MalformedCommandException {
    throw new UnsupportedOperationException();
  }
}
