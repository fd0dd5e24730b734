package org.echolot.check.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/**
 * What a check proposes, and how the answer is read: one presentation context, Verification in
 * Implicit VR Little Endian, which every DICOM system must know (PS3.5 10.1).
 */
final class VerificationProposal {

  static final int CONTEXT_ID = 1;

  /** A peer may answer very many. */
  private static final int MAX_NAMED = 5;

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

  /** Why there is no Verification context in an answer; null if there is one. */
  static @Nullable Finding refusal(AssociateAc ac) {
    Integer result = read(ac).contextResult();
    if (result != null && result == PresentationContextAc.ACCEPTANCE) {
      return null;
    }
    String text =
        result == null
            ? "it did not answer our presentation context " + CONTEXT_ID + instead(ac)
            : result > PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED
                ? "context result " + result + ", which PS3.8 does not define"
                : "context result "
                    + result
                    + ", "
                    + new PresentationContextAc(CONTEXT_ID, result, null).resultText();
    return Finding.of(Cause.VERIFICATION_NOT_ACCEPTED, EndedBy.OUR_RELEASE, text)
        .variant(variant(result))
        .fact("contextResult", text);
  }

  /** Which contexts were answered instead; empty if none was. */
  private static String instead(AssociateAc ac) {
    List<Integer> ids =
        ac.presentationContexts().stream().map(PresentationContextAc::id).distinct().toList();
    return ids.isEmpty() ? "" : ", but " + named(ids) + ", which we did not propose";
  }

  private static String named(List<Integer> ids) {
    int more = ids.size() - MAX_NAMED;
    return ids.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Variant variant(@Nullable Integer result) {
    return switch (result) {
      case null -> Variant.UNANSWERED_CONTEXT;
      case PresentationContextAc.USER_REJECTION -> Variant.REFUSED_BY_USER;
      case PresentationContextAc.NO_REASON -> Variant.REFUSED_WITHOUT_REASON;
      case PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED -> Variant.REFUSED_ABSTRACT_SYNTAX;
      case PresentationContextAc.TRANSFER_SYNTAXES_NOT_SUPPORTED -> Variant.REFUSED_TRANSFER_SYNTAX;
      default -> Variant.UNKNOWN_CONTEXT_RESULT;
    };
  }

  /** A remark on contexts that were answered though we did not propose them; empty: none was. */
  static Optional<String> strayContexts(AssociateAc ac, CheckRequest request) {
    Set<Integer> proposed =
        of(request, null).presentationContexts().stream()
            .map(PresentationContextRq::id)
            .collect(Collectors.toSet());
    List<Integer> strays =
        ac.presentationContexts().stream()
            .map(PresentationContextAc::id)
            .filter(id -> !proposed.contains(id))
            .distinct()
            .toList();
    return strays.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The peer answered presentation context "
                + named(strays)
                + ", which we did not propose (PS3.8 9.3.3.2).");
  }

  /** Who accepted, in a line. */
  static String acceptedBy(Negotiated negotiated) {
    String who =
        Stream.of(negotiated.implementationVersionName(), negotiated.implementationClassUid())
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .orElse("a peer that does not name its software");
    Long max = negotiated.maxPduLength();
    return "accepted by "
        + who
        + (max == null ? "" : max == 0 ? ", no max PDU length" : ", max PDU length " + max);
  }
}
