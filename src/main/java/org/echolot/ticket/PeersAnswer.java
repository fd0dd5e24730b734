package org.echolot.ticket;

import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.Uids;
import org.echolot.ticket.Ticket.FieldList;

/** What a peer answered to an association request and to a C-ECHO, field by field. Pure. */
final class PeersAnswer {

  private PeersAnswer() {}

  /** Empty if nothing was answered. */
  static FieldList of(CheckResult result) {
    FieldList fields = new FieldList();
    if (result.reject() != null) {
      fields.add("A-ASSOCIATE-RJ", result.reject().description());
    }
    if (result.abort() != null) {
      fields.add("A-ABORT", result.abort().description());
    }
    if (result.negotiated() != null) {
      negotiated(fields, result.negotiated());
    }
    if (result.userIdentity() != null) {
      fields.add("User identity", result.userIdentity().text());
    }
    Integer status = result.echoStatus();
    if (status != null) {
      fields.add("C-ECHO-RSP status", DimseStatus.named(status));
    }
    return fields;
  }

  private static void negotiated(FieldList fields, Negotiated said) {
    String name = said.implementationVersionName();
    String uid = said.implementationClassUid();
    fields.add(
        "Implementation",
        (name == null || name.isBlank() ? "no version name" : name)
            + ", "
            + (uid == null || uid.isBlank() ? "no class UID" : "class UID " + uid));
    Long max = said.maxPduLength();
    fields.add(
        "Max PDU length",
        max == null ? "not announced" : max == 0 ? "0 (no maximum)" : max + " bytes");
    fields.add(
        "Verification",
        said.contextResult() == null
            ? "not answered"
            : "context result "
                + said.contextResult()
                + (said.contextResult() == 0 ? " (accepted)" : ""));
    if (said.transferSyntax() != null && !said.transferSyntax().isEmpty()) {
      fields.add("Transfer syntax", Uids.named(said.transferSyntax()));
    }
  }
}
