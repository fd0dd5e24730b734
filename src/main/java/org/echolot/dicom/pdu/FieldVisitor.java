package org.echolot.dicom.pdu;

import java.util.function.Supplier;

/**
 * Is told of each field while {@link PduGrammar} walks over a PDU, in the order of the bytes. What
 * it has no use for, it leaves as it is here.
 */
interface FieldVisitor {

  /**
   * A field, or type and length of an item. It begins where the one before ended.
   *
   * @param in stands behind it, and knows its depth and section
   * @param name in the standard's words
   * @param meaning what it holds, decoded; made only where it is shown
   */
  default void field(FieldReader in, String name, Supplier<String> meaning) {}

  /**
   * A field that must not be shown.
   *
   * @param in stands behind it
   * @param from its first byte
   */
  default void secret(FieldReader in, int from, String name) {}

  /** An item begins that holds a user identity, or is of a type that may (PS3.7 D.3.3.7). */
  default void identity(ItemHeader item) {}

  /**
   * A length was read, and what it counts begins.
   *
   * @param lengthAt the first byte of the length field
   * @param lengthBytes 2 or 4
   * @param end the byte behind the last that it counts; not all of them need have come
   */
  default void counts(int lengthAt, int lengthBytes, long end) {}

  /**
   * The data of a PDV.
   *
   * @param in stands behind what came of them
   * @param fragment the PDV, with as much of its data as came
   * @param complete whether all of its data came
   */
  default void fragment(FieldReader in, Pdv fragment, boolean complete) {}

  /** Something that breaks the standard and does no harm. */
  default void tolerated(Deviation deviation) {}

  /**
   * Whether the walk goes on behind an item that can't be read.
   *
   * @param itemType the item's type, whose length can be trusted; 0 for the PDU's own length
   */
  default boolean passesOver(MalformedPduException fault, int itemType) {
    return false;
  }
}
