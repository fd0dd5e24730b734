package org.echolot.check.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.tls.probe.TlsProbe;

/** Tells what bytes mean that cannot be read, but say something all the same. Pure. */
final class BrokenPdu {

  /** Where a rejection and an abort end, if their length is right. */
  private static final int SHORT_PDU = 10;

  /** More bytes before a PDU are not looked at. */
  private static final int MOST_BEFORE = 16;

  private static final int RESULT = 7;
  private static final int SOURCE = 8;
  private static final int REASON = 9;

  /** The first element of a command set, and its length, in Big Endian. */
  private static final String BIG_ENDIAN = "0000000000000004";

  /** The same in Explicit VR: its tag, and the value representation UL. */
  private static final String EXPLICIT_VR = "00000000554C";

  private BrokenPdu() {}

  /**
   * What it means that a PDU cannot be read.
   *
   * @param bytes what came of it, at least one
   * @param when it came, as in "instead of a response to our C-ECHO"
   */
  static Finding of(Octets bytes, MalformedPduException fault, CheckStage stage, String when) {
    String detail = fault.description() + likelyReason(bytes);
    Finding finding =
        Finding.of(Cause.MALFORMED_PDU, EndedBy.OUR_ABORT, detail)
            .fact("when", when)
            .fact("excerpt", ByteExcerpt.of(bytes));
    Optional<String> service = service(bytes);
    if (stage == CheckStage.ECHO && service.isPresent()) {
      return finding.variant(Variant.OTHER_PROTOCOL).fact("service", service.get());
    }
    Optional<PduType> type = PduType.ofCode(bytes.unsignedAt(0));
    // A byte too many may be one with which a PDU begins; the next of a PDU is 0 (PS3.8 9.3.1).
    boolean isStray =
        bytes.length() > 1 && bytes.unsignedAt(1) != 0 && bytesBeforeAPdu(bytes).isPresent();
    if (type.isEmpty() || isStray) {
      return noPdu(finding, bytes);
    }
    return switch (type.get()) {
      case ASSOCIATE_RJ ->
          stage == CheckStage.ASSOCIATE
              ? rejection(finding, bytes)
              : byteOrder(finding, bytes, type.get());
      case ABORT -> abort(finding, bytes);
      case ASSOCIATE_RQ, ASSOCIATE_AC, P_DATA_TF, RELEASE_RQ, RELEASE_RP ->
          byteOrder(finding, bytes, type.get());
    };
  }

  /** The finding, or what is wrong with its length if that is right in the other order. */
  private static Finding byteOrder(Finding finding, Octets bytes, PduType type) {
    if (ClaimedLength.inTheOtherOrder(bytes).isEmpty()) {
      return finding;
    }
    long held = PduHeader.of(bytes).length();
    return finding
        .variant(Variant.BYTE_ORDER)
        .fact("begun", ClaimedLength.named(type))
        .fact("held", String.valueOf(held))
        .fact("right", String.valueOf(Integer.reverseBytes((int) held)));
  }

  private static Finding noPdu(Finding finding, Octets bytes) {
    OptionalInt before = bytesBeforeAPdu(bytes);
    if (before.isPresent()) {
      String pdu = Begun.named(bytes.slice(before.getAsInt(), bytes.length()));
      return finding
          .variant(Variant.STRAY_BYTES)
          .fact("before", Counted.bytes(before.getAsInt()))
          .fact("begun", pdu);
    }
    if (Diagnosis.mayBePdu(bytes)) {
      return finding.variant(Variant.UNKNOWN_PDU_TYPE).fact("type", hex(bytes.unsignedAt(0)));
    }
    return finding.variant(ByteExcerpt.isText(bytes) ? Variant.TEXT : Variant.NO_PDU);
  }

  /** How many bytes are before a whole PDU that ends where the bytes end; empty: there is none. */
  static OptionalInt bytesBeforeAPdu(Octets bytes) {
    int most = Math.min(MOST_BEFORE, bytes.length() - PduHeader.LENGTH);
    return IntStream.rangeClosed(1, most)
        .filter(
            at -> {
              Octets rest = bytes.slice(at, bytes.length());
              PduHeader header = PduHeader.of(rest);
              return PduType.ofCode(header.typeCode()).isPresent()
                  && header.reserved() == 0
                  && header.length() >= Short.BYTES
                  && header.length() == rest.length() - PduHeader.LENGTH;
            })
        .findFirst();
  }

  /** What is wrong with it, or what it looks like. */
  static String words(Octets bytes, MalformedPduException fault) {
    return service(bytes)
        .map(service -> "it looks like " + service)
        .orElseGet(() -> fault.description() + likelyReason(bytes));
  }

  /** What it means that a command set cannot be read. */
  static Finding ofCommand(Octets bytes, MalformedCommandException fault) {
    String hex = bytes.toHex().replace(" ", "").toUpperCase(Locale.ROOT);
    String encoding =
        hex.startsWith(EXPLICIT_VR)
            ? "Explicit VR"
            : hex.startsWith(BIG_ENDIAN) ? "Big Endian" : "";
    return encoding.isEmpty()
        ? Finding.of(Variant.MALFORMED_COMMAND, EndedBy.OUR_ABORT, fault.description())
        : Finding.of(
                Variant.COMMAND_ENCODING,
                EndedBy.OUR_ABORT,
                fault.description() + "; it looks encoded in " + encoding)
            .fact("encoding", encoding);
  }

  private static Finding rejection(Finding finding, Octets bytes) {
    Finding rejected = finding.variant(Variant.MALFORMED_REJECTION);
    if (bytes.length() < SHORT_PDU) {
      return rejected.fact("said", "");
    }
    AssociateRj said =
        new AssociateRj(
            bytes.unsignedAt(RESULT), bytes.unsignedAt(SOURCE), bytes.unsignedAt(REASON));
    boolean byUser = said.source() == AssociateRj.SERVICE_USER;
    return rejected
        .fact("said", " that says " + said.numbers() + ", " + said.reasonText())
        .given(
            Condition.SAYS_CALLED,
            byUser && said.reason() == AssociateRj.CALLED_AE_TITLE_NOT_RECOGNIZED)
        .given(
            Condition.SAYS_CALLING,
            byUser && said.reason() == AssociateRj.CALLING_AE_TITLE_NOT_RECOGNIZED);
  }

  private static Finding abort(Finding finding, Octets bytes) {
    return finding
        .variant(Variant.MALFORMED_ABORT)
        .fact(
            "said",
            bytes.length() < SHORT_PDU
                ? ""
                : " that says "
                    + AbortWords.of(new Abort(bytes.unsignedAt(SOURCE), bytes.unsignedAt(REASON))));
  }

  private static Optional<String> service(Octets bytes) {
    return bytes.length() > 1 && TlsProbe.isTlsRecord(bytes.unsignedAt(0), bytes.unsignedAt(1))
        ? Optional.of("TLS")
        : ServiceGuess.of(bytes);
  }

  /** What such bytes are, if that shows; empty if it does not. */
  private static String likelyReason(Octets bytes) {
    return service(bytes)
        .map(service -> "; what came looks like " + service)
        .or(() -> ClaimedLength.inTheOtherOrder(bytes))
        .orElse("");
  }

  private static String hex(int octet) {
    return String.format(Locale.ROOT, "%02XH", octet);
  }
}
