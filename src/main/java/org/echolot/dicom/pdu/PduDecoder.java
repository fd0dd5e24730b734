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

  private static final String HEADER_SECTION = "PS3.8 9.3.1";

  /** The fixed fields of an A-ASSOCIATE-RQ or -AC, in bytes behind the header. */
  private static final int MIN_ASSOCIATE_LENGTH = 68;

  /** The length of A-ASSOCIATE-RJ, A-RELEASE-RQ, A-RELEASE-RP and A-ABORT, behind the header. */
  private static final int SHORT_LENGTH = 4;

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
    return checkedBodyLength(header, PduHeader.MAX_ASSOCIATE_LENGTH, maxPDataLength);
  }

  /**
   * The same for one who takes less.
   *
   * @param maxAssociateLength the most bytes behind the header of an A-ASSOCIATE-RQ or -AC
   */
  public static int checkedBodyLength(PduHeader header, int maxAssociateLength, int maxPDataLength)
      throws MalformedPduException {
    return switch (typeOf(header)) {
      case ASSOCIATE_RQ, ASSOCIATE_AC ->
          lengthIn(header, MIN_ASSOCIATE_LENGTH, maxAssociateLength, " that Echolot accepts");
      case P_DATA_TF ->
          lengthIn(header, Pdv.HEADER_LENGTH, maxPDataLength, " that we announced as our maximum");
      case ASSOCIATE_RJ, RELEASE_RQ, RELEASE_RP, ABORT ->
          lengthIn(header, SHORT_LENGTH, SHORT_LENGTH, "");
    };
  }

  /**
   * The type that a header says.
   *
   * @throws MalformedPduException if PS3.8 does not know it
   */
  public static PduType typeOf(PduHeader header) throws MalformedPduException {
    return PduType.ofCode(header.typeCode())
        .orElseThrow(
            () ->
                new MalformedPduException(
                    "PDU type",
                    0,
                    1,
                    "held "
                        + FieldText.number(header.typeCode(), 1)
                        + ", which PS3.8 does not define",
                    HEADER_SECTION));
  }

  private static int lengthIn(PduHeader header, int min, int max, String why)
      throws MalformedPduException {
    long length = header.length();
    if (length >= min && length <= max) {
      return (int) length;
    }
    String bound;
    if (min == max) {
      bound = ", but it must be " + min;
    } else if (length < min) {
      bound = ", but it must be at least " + min;
    } else {
      bound = ", more than the " + max + " bytes" + why;
    }
    throw new MalformedPduException(
        typeOf(header) + " PDU length",
        2,
        4,
        "held " + FieldText.number(length, 4) + bound,
        HEADER_SECTION);
  }

  /**
   * Reads one whole PDU.
   *
   * @param bytes the PDU with its header and nothing behind it
   * @throws MalformedPduException if the bytes break PS3.8 so that they can't be read
   */
  public static Decoded decode(Octets bytes) throws MalformedPduException {
    if (bytes.length() < PduHeader.LENGTH) {
      throw new MalformedPduException(
          "PDU header", 0, "needs 6 bytes, but " + bytes.length() + " are there", HEADER_SECTION);
    }
    PduHeader header = PduHeader.of(bytes);
    int bodyLength = checkedBodyLength(header, Integer.MAX_VALUE);
    if (bodyLength != bytes.length() - PduHeader.LENGTH) {
      throw new MalformedPduException(
          typeOf(header) + " PDU length",
          2,
          "held "
              + FieldText.number(bodyLength, 4)
              + ", but "
              + (bytes.length() - PduHeader.LENGTH)
              + " bytes follow",
          HEADER_SECTION);
    }
    Deviations deviations = new Deviations();
    Pdu pdu = PduGrammar.read(bytes, Integer.MAX_VALUE, deviations);
    return new Decoded(pdu, deviations.inOrder());
  }
}
