package org.echolot.dicom.pdu;

/**
 * An item or sub-item of a type that PS3.8 and PS3.7 don't define here. It is skipped, as PS3.8
 * 9.3.1 asks, and kept to be shown.
 *
 * @param itemType the first byte, 0 to 255
 * @param content what followed its length, at most 65,535 bytes
 */
public record UnrecognizedItem(int itemType, Octets content) implements UserItem {

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public UnrecognizedItem {
    Ranges.requireUnsigned8("item type", itemType);
    Ranges.requireUnsigned16("item length", content.length());
  }
}
