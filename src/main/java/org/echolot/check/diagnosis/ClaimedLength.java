package org.echolot.check.diagnosis;

import java.util.Optional;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;

/** Looks at the length that an unfinished PDU claims to have. Pure. */
final class ClaimedLength {

  /**
   * A length that says more than this too much is not one that was counted in another way, unless
   * nothing lacks of what such a PDU has.
   */
  private static final int MOST_EXCESS = 2 * PduHeader.LENGTH;

  /** More than half of a length that is in the wrong order is 0. */
  private static final int LOW_BYTES = 0xFFFF;

  private ClaimedLength() {}

  /**
   * Says of a PDU that is whole, but for a length that claims more, that it is.
   *
   * @return as in "all 190 bytes of an A-ASSOCIATE-AC came, …"; empty if it is not whole
   */
  static Optional<String> tooLong(Octets partial) {
    if (partial.length() <= PduHeader.LENGTH) {
      return Optional.empty();
    }
    PduHeader header = PduHeader.of(partial);
    int body = partial.length() - PduHeader.LENGTH;
    Optional<PduType> type = PduType.ofCode(partial.unsignedAt(0));
    boolean maybeCut =
        header.length() - body > MOST_EXCESS && type.orElse(null) != PduType.ASSOCIATE_AC;
    if (type.isEmpty() || maybeCut || !isWhole(partial, body, header.length() - body)) {
      return Optional.empty();
    }
    return Optional.of(
        "all "
            + partial.length()
            + " bytes of "
            + named(type.get())
            + " came, but its PDU length says "
            + header.length()
            + " and should say "
            + body
            + (header.length() - body == PduHeader.LENGTH
                ? ": the peer counts the header, too"
                : ""));
  }

  /** Whether it can be read with its true length, and, if much is missing, lacks nothing. */
  private static boolean isWhole(Octets partial, int body, long excess) {
    byte[] bytes = partial.toByteArray();
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[PduHeader.LENGTH - 1 - i] = (byte) (body >> (i * Byte.SIZE));
    }
    try {
      PduDecoder.Decoded decoded = PduDecoder.decode(Octets.of(bytes));
      return excess <= MOST_EXCESS || decoded.deviations().isEmpty();
    } catch (MalformedPduException _) {
      return false;
    }
  }

  /**
   * Says of a length that is far too high what it would be with its bytes in the other order: PDU
   * headers have the most significant byte first (PS3.8 9.3.1), and data sets usually have not.
   */
  static Optional<String> inTheOtherOrder(Octets bytes) {
    if (bytes.length() < PduHeader.LENGTH || PduType.ofCode(bytes.unsignedAt(0)).isEmpty()) {
      return Optional.empty();
    }
    int length = (int) PduHeader.of(bytes).length();
    int reversed = Integer.reverseBytes(length);
    return (length & LOW_BYTES) == 0 && reversed > 0 && reversed <= LOW_BYTES
        ? Optional.of("; with its bytes in the right order it would be " + reversed)
        : Optional.empty();
  }

  /** How long the whole PDU claims to be; empty if its header did not come whole. */
  static Optional<Long> claimed(Octets partial) {
    return partial.length() < PduHeader.LENGTH
        ? Optional.empty()
        : Optional.of(PduHeader.LENGTH + PduHeader.of(partial).length());
  }

  /** What came of how much, as in "9 of 10 bytes of an A-ASSOCIATE-RJ". */
  static String share(Octets partial) {
    Optional<PduType> type = PduType.ofCode(partial.unsignedAt(0));
    if (type.isEmpty()) {
      return Counted.bytes(partial.length())
          + " ("
          + ByteExcerpt.of(partial)
          + (partial.length() == 1 ? ", which begins no PDU)" : ", which begin no PDU)");
    }
    if (partial.length() == 1) {
      return "1 byte (" + ByteExcerpt.of(partial) + ", as " + named(type.get()) + " begins)";
    }
    String came =
        claimed(partial)
            .map(all -> partial.length() + " of " + Counted.bytes(all))
            .orElse(Counted.bytes(partial.length()));
    return came + " of " + named(type.get());
  }

  /** With its article. */
  static String named(PduType type) {
    return (type == PduType.P_DATA_TF ? "a " : "an ") + type;
  }
}
