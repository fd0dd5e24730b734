package org.echolot.capture;

import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** The part of a result that came from the peer, as JSON, and back; all of it may be missing. */
final class AnswerJson {

  private static final int MAX_BYTE = 0xFF;
  private static final int MAX_STATUS = 0xFFFF;
  private static final long MAX_PDU_LENGTH = 0xFFFF_FFFFL;

  private AnswerJson() {}

  static void write(CheckResult result, FieldsWriter to) {
    TlsReport tls = result.tls();
    UserIdentityAnswer identity = result.userIdentity();
    Integer status = result.echoStatus();
    to.put("reject", written(result.reject())).put("abort", written(result.abort()));
    if (status != null) {
      to.put("echoStatus", status);
    }
    to.put("negotiated", written(result.negotiated()))
        .put("tls", tls == null ? null : TlsReportJson.written(tls))
        .put("userIdentity", identity == null ? null : written(identity))
        .put("localAddress", AddressJson.written(result.localAddress()))
        .put("remoteAddress", AddressJson.written(result.remoteAddress()));
  }

  private static @Nullable Obj written(@Nullable AssociateRj reject) {
    return reject == null
        ? null
        : new FieldsWriter()
            .put("result", reject.result())
            .put("source", reject.source())
            .put("reason", reject.reason())
            .object();
  }

  private static @Nullable Obj written(@Nullable Abort abort) {
    return abort == null
        ? null
        : new FieldsWriter().put("source", abort.source()).put("reason", abort.reason()).object();
  }

  private static @Nullable Obj written(@Nullable Negotiated negotiated) {
    if (negotiated == null) {
      return null;
    }
    FieldsWriter to = new FieldsWriter();
    Long maxPduLength = negotiated.maxPduLength();
    Integer contextResult = negotiated.contextResult();
    to.put("implementationClassUid", negotiated.implementationClassUid())
        .put("implementationVersionName", negotiated.implementationVersionName());
    if (maxPduLength != null) {
      to.put("maxPduLength", maxPduLength);
    }
    to.put("transferSyntax", negotiated.transferSyntax());
    if (contextResult != null) {
      to.put("contextResult", contextResult);
    }
    return to.object();
  }

  private static Obj written(UserIdentityAnswer answer) {
    return new FieldsWriter().put("kind", answer.kind()).put("text", answer.text()).object();
  }

  static @Nullable AssociateRj reject(@Nullable RecordedFields from) throws FaultException {
    return from == null
        ? null
        : new AssociateRj(
            from.number("result", 0, MAX_BYTE),
            from.number("source", 0, MAX_BYTE),
            from.number("reason", 0, MAX_BYTE));
  }

  static @Nullable Abort abort(@Nullable RecordedFields from) throws FaultException {
    return from == null
        ? null
        : new Abort(from.number("source", 0, MAX_BYTE), from.number("reason", 0, MAX_BYTE));
  }

  static @Nullable Integer echoStatus(RecordedFields from) throws FaultException {
    return from.numberOrNull("echoStatus", MAX_STATUS);
  }

  static @Nullable Negotiated negotiated(@Nullable RecordedFields from) throws FaultException {
    return from == null
        ? null
        : new Negotiated(
            from.textOrNull("implementationClassUid"),
            from.textOrNull("implementationVersionName"),
            from.numberOrNull("maxPduLength", MAX_PDU_LENGTH),
            from.textOrNull("transferSyntax"),
            from.numberOrNull("contextResult", MAX_BYTE));
  }

  static @Nullable TlsReport tls(@Nullable RecordedFields from) throws FaultException {
    return from == null ? null : TlsReportJson.read(from);
  }

  static @Nullable UserIdentityAnswer userIdentity(@Nullable RecordedFields from)
      throws FaultException {
    return from == null
        ? null
        : new UserIdentityAnswer(
            from.constant("kind", UserIdentityAnswer.Kind.class), from.text("text"));
  }
}
