package org.echolot.dicom.pdu;

import java.util.List;
import java.util.Locale;
import org.echolot.dicom.pdu.FieldSpan.Kind;

/**
 * Tells what each byte of a PDU is, right or wrong, whole or in part (PS3.8 9.3). It never fails;
 * what it makes is bounded whatever a peer sends. A user identity is never in what it makes.
 */
public final class PduAnnotator {

  /** What stands before the items of an A-ASSOCIATE-RQ or -AC, in bytes (PS3.8 9.3.2). */
  private static final int FIXED_PART = 74;

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
    FieldCursor in = FieldCursor.over(bytes);
    try {
      walk(in, bytes);
      return in.spans();
    } catch (MalformedPduException fault) {
      return in.spans(fault);
    } catch (FieldCursor.Ended end) {
      return in.spans(end, missing(bytes));
    }
  }

  private static String missing(Octets bytes) {
    if (bytes.length() < PduHeader.LENGTH) {
      return "a PDU has a header of 6 bytes, and " + bytes.length() + " came";
    }
    long length = PduHeader.LENGTH + PduHeader.of(bytes).length();
    boolean mayBeStruckOut =
        bytes.length() == FIXED_PART && bytes.unsignedAt(0) == PduType.ASSOCIATE_RQ.code();
    return mayBeStruckOut
        ? "the PDU has " + length + " bytes; its items are struck out, for a user identity"
        : "the PDU has " + length + " bytes, and " + bytes.length() + " came";
  }

  private void walk(FieldCursor in, Octets bytes) throws MalformedPduException, FieldCursor.Ended {
    if (bytes.isEmpty()) {
      return;
    }
    int code = in.unsigned8("PDU type");
    if (PduType.ofCode(code).isEmpty()) {
      throw in.fault(
          "PDU type", 1, 1, "held " + ItemReader.number(code, 1) + ", which PS3.8 does not know");
    }
    PduType type = PduDecoder.typeOf(new PduHeader(code, 0, 0));
    in.emit("PDU type", String.format(Locale.ROOT, "%02XH %s", code, type));
    in.skip("Reserved", 1);
    in.emit("Reserved", "");
    long length = in.unsigned32("PDU length");
    try {
      int _ = PduDecoder.checkedBodyLength(new PduHeader(code, 0, length), maxPDataLength);
    } catch (MalformedPduException wrong) {
      throw in.fault(wrong.field(), 4, 4, wrong.held());
    }
    in.emit("PDU length", String.valueOf(length));
    body(type, in, PduHeader.LENGTH + length);
  }

  private void body(PduType type, FieldCursor in, long end)
      throws MalformedPduException, FieldCursor.Ended {
    switch (type) {
      case ASSOCIATE_RQ -> {
        // A user identity may be anywhere in a request that can't be read (PS3.7 D.3.3.7).
        in.guard();
        new AssociateAnnotator(true).annotate(in.to(end, "PS3.8 9.3.2"));
      }
      case ASSOCIATE_AC -> new AssociateAnnotator(false).annotate(in.to(end, "PS3.8 9.3.3"));
      case ASSOCIATE_RJ -> reject(in.to(end, "PS3.8 9.3.4"));
      case P_DATA_TF -> pdvs(in.to(end, "PS3.8 9.3.5.1"));
      case RELEASE_RQ -> reserved(in.to(end, "PS3.8 9.3.6"), 4);
      case RELEASE_RP -> reserved(in.to(end, "PS3.8 9.3.7"), 4);
      case ABORT -> abort(in.to(end, "PS3.8 9.3.8"));
    }
  }

  private static void reserved(FieldCursor in, int length)
      throws MalformedPduException, FieldCursor.Ended {
    in.skip("Reserved", length);
    in.emit("Reserved", "");
  }

  private static void reject(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    reserved(in, 1);
    int result = in.unsigned8("Result");
    in.emit("Result", numbered(result, new AssociateRj(result, 0, 0).resultText()));
    int source = in.unsigned8("Source");
    in.emit("Source", numbered(source, new AssociateRj(result, source, 0).sourceText()));
    int reason = in.unsigned8("Reason/Diag.");
    in.emit("Reason/Diag.", numbered(reason, new AssociateRj(result, source, reason).reasonText()));
  }

  private static void abort(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    reserved(in, 2);
    int source = in.unsigned8("Source");
    in.emit("Source", numbered(source, new Abort(source, 0).sourceText()));
    int reason = in.unsigned8("Reason/Diag.");
    in.emit("Reason/Diag.", numbered(reason, new Abort(source, reason).reasonText()));
  }

  private static String numbered(int number, String words) {
    return number + " (" + words + ")";
  }

  private void pdvs(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    for (int number = 1; in.hasMore(); number++) {
      String item = "PDV " + number;
      long length = in.unsigned32(item + " length");
      if (length < 2) {
        throw in.fault(
            item + " length",
            4,
            4,
            "held " + ItemReader.number(length, 4) + ", and it must be at least 2");
      }
      FieldCursor pdv = in.slice(item, length, 4, "PS3.8 9.3.5.1");
      in.emit(item + " length", String.valueOf(length));
      pdv(item, pdv);
    }
  }

  private void pdv(String item, FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int contextId = in.unsigned8(item + " presentation context ID");
    in.emit("Presentation context ID", String.valueOf(contextId));
    int control = in.unsigned8(item + " message control header");
    Pdv header = new Pdv(contextId, control, Octets.EMPTY);
    in.to(Long.MAX_VALUE, "PS3.8 E.2")
        .emit(
            "Message control header",
            String.format(
                Locale.ROOT,
                "%02XH (%s, %s)",
                control,
                header.isCommand() ? "command" : "data set",
                header.isLast() ? "last fragment" : "more fragments follow"));
    int from = in.position();
    boolean complete = in.available() == in.remaining();
    long missing = in.remaining() - in.available();
    in.emitAll(fragments.annotate(new Pdv(contextId, control, in.rest()), complete), from);
    if (!complete) {
      in.skip(item + " data", missing);
    }
  }
}
