package org.echolot.listener;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.UidRegistry;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserItem;
import org.jspecify.annotations.Nullable;

/**
 * What a caller proposes, and what we answer and why, in a line for each thing. No secret is in it.
 * Pure.
 */
final class RequestWords {

  /** More lines than this a caller makes nobody read. */
  private static final int MOST_LINES = 200;

  private RequestWords() {}

  /**
   * @param toldTo whether we were told to accept no context
   */
  static List<String> of(AssociateRq rq, AssociateAc ac, boolean toldTo) {
    List<String> lines = new ArrayList<>(contexts(rq, ac, toldTo));
    lines.addAll(items(rq, true));
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> some = new ArrayList<>(lines.subList(0, MOST_LINES));
    some.add("and " + (lines.size() - MOST_LINES) + " lines more, which level debug shows");
    return some;
  }

  /**
   * A line for each context.
   *
   * @param ac null: it was not accepted, or not answered yet
   * @param toldTo whether we were told to accept no context
   */
  static List<String> contexts(AssociateRq rq, @Nullable AssociateAc ac, boolean toldTo) {
    Map<Integer, PresentationContextAc> answers = new LinkedHashMap<>();
    if (ac != null) {
      ac.presentationContexts().forEach(answer -> answers.putIfAbsent(answer.id(), answer));
    }
    return rq.presentationContexts().stream()
        .limit(MOST_LINES)
        .map(
            proposed ->
                context(proposed)
                    + (ac == null ? "" : " → " + outcome(answers.get(proposed.id()), toldTo)))
        .toList();
  }

  /**
   * A line for each thing that is negotiated beside.
   *
   * @param answered whether it was accepted, so that there is an answer to each
   */
  static List<String> items(AssociateRq rq, boolean answered) {
    return rq.userInformation().items().stream()
        .map(RequestWords::item)
        .flatMap(List::stream)
        .limit(MOST_LINES)
        .map(line -> answered ? line : line.substring(0, line.lastIndexOf(" → ")))
        .toList();
  }

  private static String context(PresentationContextRq proposed) {
    return "Context "
        + proposed.id()
        + ": "
        + Uids.named(proposed.abstractSyntax())
        + " in "
        + (proposed.transferSyntaxes().isEmpty()
            ? "no transfer syntax"
            : proposed.transferSyntaxes().stream()
                .map(UidRegistry::nameOf)
                .collect(Collectors.joining(", ")));
  }

  private static String outcome(@Nullable PresentationContextAc answer, boolean toldTo) {
    if (answer == null) {
      return "not answered";
    }
    return answer.isAccepted()
        ? "accepted in " + UidRegistry.nameOf(String.valueOf(answer.transferSyntax()))
        : "refused, " + answer.resultText() + ": " + why(answer, toldTo);
  }

  private static String why(PresentationContextAc answer, boolean toldTo) {
    if (toldTo) {
      return "this listener was told to accept no context";
    }
    return answer.result() == PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED
        ? "this listener offers Verification alone"
        : "this listener accepts Verification in uncompressed transfer syntaxes alone";
  }

  private static List<String> item(UserItem item) {
    return switch (item) {
      case UserItem.RoleSelection(String uid, int scu, int scp) ->
          List.of(
              "Role selection: "
                  + Uids.named(uid)
                  + ", SCU "
                  + scu
                  + ", SCP "
                  + scp
                  + " → not answered, so the caller stays SCU");
      case UserItem.ExtendedNegotiation(String uid, var information) ->
          List.of(
              "Extended negotiation: "
                  + Uids.named(uid)
                  + ", "
                  + information.length()
                  + (information.length() == 1 ? " byte" : " bytes")
                  + " → not answered");
      case UserItem.CommonExtendedNegotiation common ->
          List.of(
              "Common extended negotiation: "
                  + Uids.named(common.sopClassUid())
                  + " of service class "
                  + Uids.named(common.serviceClassUid())
                  + " → not answered");
      case UserItem.AsyncOperationsWindow(int invoked, int performed) ->
          List.of(
              "Asynchronous operations window: "
                  + invoked
                  + " invoked, "
                  + performed
                  + " performed → not answered, so one at a time");
      case UserItem.UserIdentityRq identity ->
          List.of(
              "User identity: type "
                  + identity.identityType()
                  + " ("
                  + type(identity.identityType())
                  + ")"
                  + (identity.positiveResponseRequested() ? ", response requested" : "")
                  + " → accepted without a check");
      default -> List.of();
    };
  }

  /** PS3.7 D.3.3.7. */
  private static String type(int type) {
    return switch (type) {
      case 1 -> "username";
      case 2 -> "username and passcode";
      case 3 -> "Kerberos";
      case 4 -> "SAML";
      case 5 -> "JWT";
      default -> "unknown";
    };
  }
}
