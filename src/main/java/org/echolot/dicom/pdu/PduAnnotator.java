package org.echolot.dicom.pdu;

import java.util.List;
import org.echolot.dicom.pdu.FieldSpan.Kind;

/**
 * Tells what each byte of a PDU is, right or wrong, whole or in part (PS3.8 9.3). It never fails;
 * what it makes is bounded whatever a peer sends. A user identity is never in what it makes.
 */
public final class PduAnnotator {

  /** The most spans of a PDU. 128 presentation contexts with a dozen syntaxes each have fewer. */
  static final int MAX_SPANS = 4096;

  private final int maxPDataLength;
  private final FragmentAnnotator fragments;

  /**
   * @param maxPDataLength the most bytes behind the header of a P-DATA-TF that are allowed
   * @param fragments tells what is inside the PDVs
   */
  public PduAnnotator(int maxPDataLength, FragmentAnnotator fragments) {
    this.maxPDataLength = maxPDataLength;
    this.fragments = fragments;
  }

  /** Spans over all of {@code bytes}, in order. The first {@link Kind#FAULT} ends the reading. */
  public List<FieldSpan> annotate(Octets bytes) {
    if (bytes.isEmpty()) {
      return List.of();
    }
    SpanSheet sheet = new SpanSheet(bytes, fragments);
    try {
      Pdu _ = PduGrammar.read(bytes, maxPDataLength, sheet);
      return sheet.spans();
    } catch (CutShortException end) {
      return sheet.spansOfPart(end.field(), missing(bytes));
    } catch (MalformedPduException fault) {
      return sheet.spansTo(fault);
    }
  }

  private static String missing(Octets bytes) {
    if (bytes.length() < PduHeader.LENGTH) {
      return "a PDU has a header of 6 bytes, but " + bytes.length() + " were received";
    }
    long length = PduHeader.LENGTH + PduHeader.of(bytes).length();
    boolean mayBeStruckOut =
        bytes.length() == AssociateRq.FIXED_LENGTH
            && bytes.unsignedAt(0) == PduType.ASSOCIATE_RQ.code();
    return mayBeStruckOut
        ? "the PDU has " + length + " bytes; its items are struck out, for a user identity"
        : "the PDU has " + length + " bytes, but " + bytes.length() + " were received";
  }
}
