package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * PS3.8 9.3 as one walk over the fields of a PDU. Whoever decodes, annotates or strikes out reads
 * by it, and differs only in the {@link FieldVisitor} that it brings along.
 *
 * <p>Each item is told of when its length was found to fit what it is in, and before what is inside
 * of it. The walk takes time and memory in proportion to the bytes.
 */
final class PduGrammar {

  private PduGrammar() {}

  /**
   * Walks over a PDU.
   *
   * @param bytes what came of it
   * @param maxPDataLength the most bytes behind the header of a P-DATA-TF that are allowed
   * @return the PDU, whose bytes all came; more may follow in {@code bytes}
   * @throws CutShortException if nothing is wrong but that bytes are missing
   * @throws MalformedPduException if the bytes break PS3.8 so that they can't be read
   */
  static Pdu read(Octets bytes, int maxPDataLength, FieldVisitor visitor)
      throws MalformedPduException {
    FieldReader in = FieldReader.over(bytes, visitor);
    int code = in.unsigned8("PDU type");
    PduType type = PduDecoder.typeOf(new PduHeader(code, 0, 0));
    in.tell("PDU type", () -> String.format(Locale.ROOT, "%02XH %s", code, type));
    in.reserved("Reserved", 1);
    long length = in.unsigned32("PDU length");
    try {
      int _ = PduDecoder.checkedBodyLength(new PduHeader(code, 0, length), maxPDataLength);
    } catch (MalformedPduException fault) {
      in.passOver(fault, 0);
    }
    in.tell("PDU length", () -> String.valueOf(length));
    return switch (type) {
      case ASSOCIATE_RQ -> new AssociateGrammar(in.body(length, "PS3.8 9.3.2")).readRq();
      case ASSOCIATE_AC -> new AssociateGrammar(in.body(length, "PS3.8 9.3.3")).readAc();
      case ASSOCIATE_RJ -> readRj(in.body(length, "PS3.8 9.3.4"));
      case P_DATA_TF -> readPData(in.body(length, "PS3.8 9.3.5.1"));
      case RELEASE_RQ -> {
        in.body(length, "PS3.8 9.3.6").reserved("Reserved", 4);
        yield new ReleaseRq();
      }
      case RELEASE_RP -> {
        in.body(length, "PS3.8 9.3.7").reserved("Reserved", 4);
        yield new ReleaseRp();
      }
      case ABORT -> readAbort(in.body(length, "PS3.8 9.3.8"));
    };
  }

  private static AssociateRj readRj(FieldReader in) throws MalformedPduException {
    in.reserved("Reserved", 1);
    int result = in.unsigned8("Result");
    in.tell("Result", () -> FieldText.numbered(result, new AssociateRj(result, 0, 0).resultText()));
    int source = in.unsigned8("Source");
    in.tell(
        "Source",
        () -> FieldText.numbered(source, new AssociateRj(result, source, 0).sourceText()));
    int reason = in.unsigned8("Reason/Diag.");
    AssociateRj rj = new AssociateRj(result, source, reason);
    in.tell("Reason/Diag.", () -> FieldText.numbered(reason, rj.reasonText()));
    return rj;
  }

  private static Abort readAbort(FieldReader in) throws MalformedPduException {
    in.reserved("Reserved", 2);
    int source = in.unsigned8("Source");
    in.tell("Source", () -> FieldText.numbered(source, new Abort(source, 0).sourceText()));
    int reason = in.unsigned8("Reason/Diag.");
    Abort abort = new Abort(source, reason);
    in.tell("Reason/Diag.", () -> FieldText.numbered(reason, abort.reasonText()));
    return abort;
  }

  private static PDataTf readPData(FieldReader in) throws MalformedPduException {
    List<Pdv> pdvs = new ArrayList<>();
    while (in.hasMore()) {
      String item = "PDV " + (pdvs.size() + 1);
      long length = in.unsigned32(item + " length");
      if (length < 2) {
        throw in.fault(
            item + " length",
            4,
            "held " + FieldText.number(length, 4) + ", but it must be at least 2");
      }
      FieldReader pdv = in.slice(item, length, 4, "PS3.8 9.3.5.1");
      in.tell(item + " length", () -> String.valueOf(length));
      pdvs.add(readPdv(item, pdv));
    }
    return new PDataTf(pdvs);
  }

  private static Pdv readPdv(String item, FieldReader in) throws MalformedPduException {
    int contextId = in.unsigned8(item + " presentation context ID");
    in.tell("Presentation context ID", () -> String.valueOf(contextId));
    int control = in.unsigned8(item + " message control header");
    in.under("PS3.8 E.2")
        .tell(
            "Message control header",
            () -> {
              Pdv header = new Pdv(contextId, control, Octets.EMPTY);
              return String.format(
                  Locale.ROOT,
                  "%02XH (%s, %s)",
                  control,
                  header.isCommand() ? "command" : "data set",
                  header.isLast() ? "last fragment" : "more fragments follow");
            });
    return in.fragment(item + " data", contextId, control);
  }
}
