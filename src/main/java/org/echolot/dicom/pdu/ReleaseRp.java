package org.echolot.dicom.pdu;

/** A-RELEASE-RP (PS3.8 9.3.7): the answer to an {@link ReleaseRq}. */
public record ReleaseRp() implements Pdu {

  @Override
  public PduType type() {
    return PduType.RELEASE_RP;
  }
}
