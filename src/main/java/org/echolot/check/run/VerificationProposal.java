package org.echolot.check.run;

import java.util.List;
import java.util.Optional;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.EndedBy;
import org.echolot.check.Negotiated;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.Variant;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/**
 * What a check proposes, and how the answer is read: one presentation context, Verification in
 * Implicit VR Little Endian, which every DICOM system must know (PS3.5 10.1).
 */
final class VerificationProposal {

  static final int CONTEXT_ID = 1;

  private VerificationProposal() {}

  static Proposal of(CheckRequest request) {
    Approach approach = request.approach();
    return new Proposal(
        Proposal.verifications(approach.contexts(), Proposal.transferSyntaxes(approach.syntaxes())),
        List.of(),
        approach.maxPduLength());
  }

  /**
   * @param userIdentity who we come as; null: nobody
   */
  static AssociateRq of(CheckRequest request, UserItem.@Nullable UserIdentityRq userIdentity) {
    return of(request).from(request, userIdentity);
  }

  /** The transfer syntaxes that a check proposes. */
  static List<String> syntaxesOf(CheckRequest request) {
    return Proposal.transferSyntaxes(request.approach().syntaxes());
  }

  static Negotiated read(AssociateAc ac) {
    Optional<PresentationContextAc> context =
        ac.presentationContexts().stream().filter(c -> c.id() == CONTEXT_ID).findFirst();
    return new Negotiated(
        ac.userInformation().implementationClassUid().orElse(null),
        ac.userInformation().implementationVersionName().orElse(null),
        ac.userInformation().maxPduLength().orElse(null),
        context
            .filter(PresentationContextAc::isAccepted)
            .map(PresentationContextAc::transferSyntax)
            .orElse(null),
        context.map(PresentationContextAc::result).orElse(null));
  }

  /** Why there is no Verification context; null if there is one. */
  static @Nullable Finding refusal(Negotiated negotiated) {
    Integer result = negotiated.contextResult();
    if (result != null && result == PresentationContextAc.ACCEPTANCE) {
      return null;
    }
    String text =
        result == null
            ? "it did not answer our presentation context"
            : result > PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED
                ? "context result " + result + ", which DICOM does not define"
                : "context result "
                    + result
                    + ", "
                    + new PresentationContextAc(CONTEXT_ID, result, null).resultText();
    return Finding.of(Cause.VERIFICATION_NOT_ACCEPTED, EndedBy.OUR_RELEASE, text)
        .variant(variant(result))
        .fact("contextResult", text);
  }

  private static @Nullable Variant variant(@Nullable Integer result) {
    if (result == null) {
      return Variant.UNANSWERED_CONTEXT;
    }
    if (result > PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED) {
      return Variant.UNKNOWN_CONTEXT_RESULT;
    }
    return result == PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED
        ? Variant.REFUSED_TRANSFER_SYNTAX
        : null;
  }

  /** Who accepted, in a line. */
  static String acceptedBy(Negotiated negotiated) {
    String who =
        Optional.ofNullable(negotiated.implementationVersionName())
            .or(() -> Optional.ofNullable(negotiated.implementationClassUid()))
            .orElse("a peer that does not name its software");
    Long max = negotiated.maxPduLength();
    return "accepted by "
        + who
        + (max == null ? "" : max == 0 ? ", no max PDU length" : ", max PDU length " + max);
  }
}
