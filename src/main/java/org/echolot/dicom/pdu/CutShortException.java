package org.echolot.dicom.pdu;

/** Nothing is wrong but that not all of a PDU came. A whole PDU never ends so. */
final class CutShortException extends MalformedPduException {

  private static final long serialVersionUID = 1L;

  CutShortException(String field, long offset, long length, int available, String section) {
    super(field, offset, "has " + length + " bytes, but " + available + " were received", section);
  }
}
