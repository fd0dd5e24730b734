package org.echolot.dicom.association;

import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A DIMSE message (PS3.7 6.3). Immutable.
 *
 * @param contextId the presentation context in which it goes, 1 to 255
 * @param dataSet in the context's transfer syntax; null: none, or none was read
 */
public record Message(int contextId, CommandSet commandSet, @Nullable Octets dataSet) {

  /** The most bytes of a data set that are taken, over all its fragments. */
  public static final int MAX_DATA_SET_LENGTH = 16 << 20;

  /** A message without a data set. */
  public static Message of(int contextId, CommandSet commandSet) {
    return new Message(contextId, commandSet, null);
  }

  /**
   * Whether a data set follows the command set (PS3.7 E.1). Tolerated: where the element is
   * missing, none does.
   *
   * @throws MalformedCommandException if the element can't be read
   */
  public static boolean announcesDataSet(CommandSet commandSet) throws MalformedCommandException {
    return commandSet.unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE).orElse(CommandSet.NO_DATA_SET)
        != CommandSet.NO_DATA_SET;
  }
}
