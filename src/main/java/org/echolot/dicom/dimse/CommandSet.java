package org.echolot.dicom.dimse;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;

/**
 * A DIMSE command set: the elements of group 0000H in Implicit VR Little Endian, whatever the
 * transfer syntax of the context (PS3.7 6.3.1). Immutable.
 */
public final class CommandSet {

  public static final int GROUP_LENGTH = 0x0000_0000;
  public static final int AFFECTED_SOP_CLASS_UID = 0x0000_0002;
  public static final int COMMAND_FIELD = 0x0000_0100;
  public static final int MESSAGE_ID = 0x0000_0110;
  public static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0000_0120;
  public static final int COMMAND_DATA_SET_TYPE = 0x0000_0800;
  public static final int STATUS = 0x0000_0900;
  public static final int ERROR_COMMENT = 0x0000_0902;

  /** Command Data Set Type: no data set follows (PS3.7 9.3.5). */
  public static final int NO_DATA_SET = 0x0101;

  /** The most bytes that are taken for one command set, over all its fragments. */
  public static final int MAX_LENGTH = 1 << 16;

  /**
   * A command set that was read.
   *
   * @param deviations what was tolerated in it
   */
  public record Decoded(CommandSet commandSet, List<Deviation> deviations) {
    public Decoded {
      deviations = List.copyOf(deviations);
    }
  }

  private CommandSet() {}

  /**
   * Reads a command set from its joined fragments.
   *
   * @throws MalformedCommandException if the bytes can't be read as elements
   */
  public static Decoded decode(Octets bytes) throws MalformedCommandException {
    throw new UnsupportedOperationException();
  }

  /** The bytes of this command set, with a group length that fits. */
  public Octets encode() {
    throw new UnsupportedOperationException();
  }

  /** All elements by tag ({@code group << 16 | element}), with the bytes of their values. */
  public SortedMap<Integer, Octets> elements() {
    throw new UnsupportedOperationException();
  }

  /**
   * The value of an element of VR US; empty if the element is missing.
   *
   * @throws MalformedCommandException if its value is not two bytes
   */
  public OptionalInt unsignedShort(int tag) throws MalformedCommandException {
    throw new UnsupportedOperationException();
  }

  /** The characters of an element, without trailing NULs and spaces; empty if it is missing. */
  public Optional<String> text(int tag) {
    throw new UnsupportedOperationException();
  }
}
