package org.echolot.dicom.pdu;

/** A-RELEASE-RQ (PS3.8 9.3.6): asks the other side to end the association in good order. */
public record ReleaseRq() implements Pdu {

  @Override
  public PduType type() {
    return PduType.RELEASE_RQ;
  }
}
