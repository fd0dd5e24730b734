package org.echolot.dicom.pdu;

/** A protocol data unit of the DICOM Upper Layer (PS3.8 9.3). All of them are immutable values. */
public sealed interface Pdu
    permits AssociateRq, AssociateAc, AssociateRj, PDataTf, ReleaseRq, ReleaseRp, Abort {

  /** Which of the seven this is. */
  PduType type();
}
