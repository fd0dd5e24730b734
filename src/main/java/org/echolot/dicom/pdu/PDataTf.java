package org.echolot.dicom.pdu;

import java.util.List;

/** P-DATA-TF (PS3.8 9.3.5): one or more fragments of messages, in order. */
public record PDataTf(List<Pdv> pdvs) implements Pdu {

  /**
   * @throws IllegalArgumentException if there is no fragment
   */
  public PDataTf {
    if (pdvs.isEmpty()) {
      throw new IllegalArgumentException("a P-DATA-TF has one PDV or more");
    }
    pdvs = List.copyOf(pdvs);
  }

  @Override
  public PduType type() {
    return PduType.P_DATA_TF;
  }
}
