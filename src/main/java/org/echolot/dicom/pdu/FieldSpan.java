package org.echolot.dicom.pdu;

/**
 * A run of a PDU's bytes and what it says. The spans of a PDU follow each other without gap or
 * overlap; only a {@link Kind#FAULT} may be empty, where bytes are missing.
 *
 * @param offset the first byte, counted from 0 at the start of the PDU
 * @param length in bytes
 * @param depth 0 for the PDU's own fields and its items, 1 for what is inside an item, and so on
 * @param name the field in the standard's words
 * @param meaning what it holds, decoded and shortened; of a fault, what is wrong; may be empty
 * @param section where the standard defines it; empty where nothing does
 */
public record FieldSpan(
    int offset, int length, int depth, String name, String meaning, String section, Kind kind) {

  /** What a span is to its reader. */
  public enum Kind {
    /** A field that was read. */
    FIELD,
    /** A field whose bytes must not be shown. */
    SECRET,
    /** Here the bytes stop to be what the standard asks for. */
    FAULT,
    /** What stands behind a fault, or is more than anybody looks at. */
    UNREAD
  }

  /** The byte behind the last. */
  public int end() {
    return offset + length;
  }

  /** The same in another place, or a part of it. */
  public FieldSpan at(int newOffset, int newLength, int newDepth) {
    return new FieldSpan(newOffset, newLength, newDepth, name, meaning, section, kind);
  }
}
