package org.echolot.dicom.pdu;

import java.util.List;

/** P-DATA-TF (PS3.8 9.3.5): one or more fragments of messages, in order. */
public record PDataTf(List<Pdv> pdvs) implements Pdu {

  public PDataTf {
    pdvs = List.copyOf(pdvs);
  }

  @Override
  public PduType type() {
    return PduType.P_DATA_TF;
  }
}
