package org.echolot.dicom.pdu;

import java.util.List;

/** Reads PDUs (PS3.8 9.3). Pure; safe for use by any thread. */
public final class PduDecoder {

  /**
   * A PDU that was read.
   *
   * @param deviations what was tolerated in it, in the order of their offsets
   */
  public record Decoded(Pdu pdu, List<Deviation> deviations) {
    public Decoded {
      deviations = List.copyOf(deviations);
    }
  }

  private PduDecoder() {}

  /**
   * Checks a header before its body is read, so that nobody allocates what a peer claims.
   *
   * @param maxPDataLength the most bytes behind the header of a P-DATA-TF
   * @return the length of the body, in bytes, which then fits an int and is allowed for the type
   * @throws MalformedPduException if the type is unknown or the length can't be right for the type:
   *     4 for A-ASSOCIATE-RJ, A-RELEASE-RQ, A-RELEASE-RP and A-ABORT, at least 68 and at most
   *     {@link PduHeader#MAX_ASSOCIATE_LENGTH} for A-ASSOCIATE-RQ and -AC, at least 6 and at most
   *     {@code maxPDataLength} for P-DATA-TF
   */
  public static int checkedBodyLength(PduHeader header, int maxPDataLength)
      throws MalformedPduException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads one whole PDU.
   *
   * @param bytes the PDU with its header and nothing behind it
   * @throws MalformedPduException if the bytes break PS3.8 so that they can't be read
   */
  public static Decoded decode(Octets bytes) throws MalformedPduException {
    throw new UnsupportedOperationException();
  }
}
