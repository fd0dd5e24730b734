package org.echolot.dicom.association;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;

/** Cuts a command set into P-DATA-TF PDUs that the receiver can take (PS3.8 9.3.5, Annex D.1). */
final class Fragments {

  /** What a PDV carries at least, even for a receiver whose maximum length leaves no room. */
  private static final int MIN_DATA = 2;

  private Fragments() {}

  /**
   * @param maxPduLength the receiver's maximum length, in bytes; 0 for no maximum
   * @return one PDU or more, each with one PDV; only the last carries the last fragment
   */
  static List<PDataTf> ofCommand(int contextId, Octets commandSet, long maxPduLength) {
    int size = dataSize(commandSet.length(), maxPduLength);
    List<PDataTf> pdus = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(commandSet.length(), from + size);
      boolean last = to == commandSet.length();
      pdus.add(new PDataTf(List.of(Pdv.command(contextId, last, commandSet.slice(from, to)))));
      from = to;
    } while (from < commandSet.length());
    return pdus;
  }

  private static int dataSize(int length, long maxPduLength) {
    if (maxPduLength == 0 || maxPduLength >= (long) length + Pdv.HEADER_LENGTH) {
      return Math.max(length, MIN_DATA);
    }
    // An even number of bytes, as PS3.8 Annex E asks for fragments.
    long room = (maxPduLength - Pdv.HEADER_LENGTH) & ~1L;
    return (int) Math.max(MIN_DATA, room);
  }
}
