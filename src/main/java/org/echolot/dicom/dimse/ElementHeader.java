package org.echolot.dicom.dimse;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the value of a data element (PS3.5 7.1).
 *
 * @param offset its first byte, counted from 0 at the start of the data set
 * @param depth 0 outside of sequences, 1 in the items of a sequence, and so on
 * @param tag {@code group << 16 | element}, unsigned
 * @param vr null in Implicit VR, which does not say it
 * @param length of the value in bytes, 0 to 4,294,967,295; or {@link #UNDEFINED_LENGTH}
 */
public record ElementHeader(
    int offset, int depth, int tag, @Nullable ValueRepresentation vr, long length) {

  /** The value ends with a delimitation item (PS3.5 7.5). */
  public static final long UNDEFINED_LENGTH = 0xFFFF_FFFFL;

  boolean hasUndefinedLength() {
    return length == UNDEFINED_LENGTH;
  }
}
