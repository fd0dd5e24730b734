package org.echolot.dicom.dimse;

import java.util.List;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/** An element of a data set (PS3.5 7.1). */
public sealed interface DataElement {

  /** {@code group << 16 | element}, unsigned. */
  int tag();

  /**
   * An element with a value.
   *
   * @param vr null where it came in Implicit VR
   * @param bytes as they stand, with their padding
   */
  record Value(int tag, @Nullable ValueRepresentation vr, Octets bytes) implements DataElement {

    /** The characters, one for each byte, without NULs and blanks behind them. */
    public String text() {
      return ElementText.withoutPadding(bytes);
    }
  }

  /** A sequence of items (PS3.5 7.5). */
  record Sequence(int tag, List<DataSet> items) implements DataElement {
    public Sequence {
      items = List.copyOf(items);
    }
  }
}
