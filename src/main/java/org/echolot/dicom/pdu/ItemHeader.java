package org.echolot.dicom.pdu;

/**
 * The four bytes that begin every item and sub-item (PS3.8 9.3.2).
 *
 * @param at the first of them, counted from 0 at the start of the PDU
 * @param type 0 to 255
 * @param reserved the byte behind the type; 57H has its version in it
 * @param length the bytes that follow, 0 to 65,535; not all of them need be there
 */
record ItemHeader(int at, int type, int reserved, int length) {

  /** In bytes. */
  static final int LENGTH = 4;

  static final int USER_INFORMATION = 0x50;
  private static final int LAST_USER_ITEM = 0x59;

  /** The byte behind the last of the item. */
  int end() {
    return at + LENGTH + length;
  }

  /** Whether an item that is not known where it stands has a type that user information has. */
  boolean isOfUserInformation() {
    return type >= USER_INFORMATION && type <= LAST_USER_ITEM;
  }
}
