package org.echolot.dicom.dimse;

import org.jspecify.annotations.Nullable;

/**
 * C-ECHO-RSP (PS3.7 9.3.5.2).
 *
 * @param messageIdBeingRespondedTo 0 to 65,535
 * @param status 0 to 65,535; see {@link DimseStatus}
 * @param affectedSopClassUid null if it did not come, which the standard allows
 * @param errorComment null if it did not come
 */
public record CEchoRsp(
    int messageIdBeingRespondedTo,
    int status,
    @Nullable String affectedSopClassUid,
    @Nullable String errorComment) {

  /** The value of the Command Field. */
  public static final int COMMAND = 0x8030;

  public CommandSet toCommandSet() {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws MalformedCommandException if {@code commandSet} is no C-ECHO-RSP, or lacks its Message
   *     ID Being Responded To, its Command Data Set Type or its Status
   */
  public static CEchoRsp from(CommandSet commandSet) throws MalformedCommandException {
    throw new UnsupportedOperationException();
  }
}
