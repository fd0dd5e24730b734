package org.echolot.dicom.association;

import java.io.ByteArrayOutputStream;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdv;
import org.jspecify.annotations.Nullable;

/**
 * Joins the fragments of one command set (PS3.8 Annex E). What goes beyond {@link
 * CommandSet#MAX_LENGTH} is counted and thrown away, so that a message without end costs no memory.
 */
public final class CommandAssembler {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
  private long length;

  /**
   * Takes a fragment of a command set.
   *
   * @return the whole command set if this was its last fragment and it is not oversized; else null
   */
  public @Nullable Octets add(Pdv fragment) {
    length += fragment.data().length();
    if (!isOversized()) {
      bytes.writeBytes(fragment.data().toByteArray());
    }
    if (!fragment.isLast() || isOversized()) {
      return null;
    }
    Octets whole = Octets.of(bytes.toByteArray());
    bytes.reset();
    length = 0;
    return whole;
  }

  /** Whether more came than any command set needs. */
  boolean isOversized() {
    return length > CommandSet.MAX_LENGTH;
  }
}
