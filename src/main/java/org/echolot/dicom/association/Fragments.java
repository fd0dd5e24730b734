package org.echolot.dicom.association;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;

/** Cuts a message into P-DATA-TF PDUs that the receiver can take (PS3.8 9.3.5, Annex D.1). */
final class Fragments {

  /** What a PDV carries at least, even for a receiver whose maximum length leaves no room. */
  private static final int MIN_DATA = 2;

  /** What a PDV carries at most, so that a receiver without a maximum is not overwhelmed. */
  private static final int MAX_DATA = 64 * 1024;

  private Fragments() {}

  /**
   * @param maxPduLength the receiver's maximum length, in bytes; 0 for no maximum
   * @return PDUs with one PDV each: those of the command set first, then those of the data set;
   *     only the last of each carries its last fragment
   */
  static List<PDataTf> of(Message message, long maxPduLength) {
    List<PDataTf> pdus = new ArrayList<>();
    int contextId = message.contextId();
    cut(
        message.commandSet().encode(),
        maxPduLength,
        (last, part) -> pdus.add(new PDataTf(List.of(Pdv.command(contextId, last, part)))));
    if (message.dataSet() != null) {
      cut(
          message.dataSet(),
          maxPduLength,
          (last, part) -> pdus.add(new PDataTf(List.of(Pdv.dataSet(contextId, last, part)))));
    }
    return pdus;
  }

  /** Is given one fragment after the other. */
  private interface Sink {
    void add(boolean isLast, Octets part);
  }

  private static void cut(Octets bytes, long maxPduLength, Sink sink) {
    int size = dataSize(bytes.length(), maxPduLength);
    int from = 0;
    do {
      int to = Math.min(bytes.length(), from + size);
      sink.add(to == bytes.length(), bytes.slice(from, to));
      from = to;
    } while (from < bytes.length());
  }

  private static int dataSize(int length, long maxPduLength) {
    if (maxPduLength == 0 || maxPduLength >= (long) length + Pdv.HEADER_LENGTH) {
      return Math.clamp(length, MIN_DATA, MAX_DATA);
    }
    // An even number of bytes, as PS3.8 Annex E asks for fragments.
    long room = (maxPduLength - Pdv.HEADER_LENGTH) & ~1L;
    return Math.clamp(room, MIN_DATA, MAX_DATA);
  }
}
