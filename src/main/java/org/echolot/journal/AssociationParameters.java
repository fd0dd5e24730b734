package org.echolot.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;

/**
 * The parameters of an association, field by field, in the order in which people know them from
 * {@code echoscu -d}, with the numbers beside the words.
 */
final class AssociationParameters {

  /** The most lines about one PDU. 128 presentation contexts with two syntaxes each have fewer. */
  static final int MAX_LINES = 800;

  private final List<String> lines = new ArrayList<>();
  private final Map<String, UserItem.RoleSelection> roles = new HashMap<>();
  private int left;

  /**
   * @param user the roles in it are looked up by SOP class, of which there may be thousands
   */
  private AssociationParameters(UserInformation user) {
    for (UserItem item : user.items()) {
      if (item instanceof UserItem.RoleSelection selection) {
        roles.putIfAbsent(selection.sopClassUid(), selection);
      }
    }
  }

  static List<String> of(AssociateRq rq) {
    AssociationParameters block = new AssociationParameters(rq.userInformation());
    block.line("====== BEGIN A-ASSOCIATE-RQ ======");
    block.common(rq.userInformation(), rq.applicationContext(), rq.protocolVersion());
    block.aeTitle("Calling Application Name", rq.callingAe());
    block.aeTitle("Called Application Name", rq.calledAe());
    block.line("Presentation Contexts:");
    for (PresentationContextRq context : rq.presentationContexts()) {
      block.line("  Context ID:        " + context.id() + " (Proposed)");
      block.line("    Abstract Syntax: " + Uids.named(context.abstractSyntax()));
      block.role("Proposed", context.abstractSyntax());
      block.line("    Proposed Transfer Syntax(es):");
      context.transferSyntaxes().forEach(uid -> block.line("      " + Uids.named(uid)));
      block.unrecognized(context.unrecognizedItems());
    }
    block.others(rq.userInformation(), rq.unrecognizedItems());
    block.none(rq.userInformation(), UserItem.UserIdentityRq.class, "User Identity");
    return block.endingWith("======= END A-ASSOCIATE-RQ =======");
  }

  /**
   * @param proposal what was proposed, by context ID
   */
  static List<String> of(AssociateAc ac, Map<Integer, PresentationContextRq> proposal) {
    AssociationParameters block = new AssociationParameters(ac.userInformation());
    block.line("====== BEGIN A-ASSOCIATE-AC ======");
    block.common(ac.userInformation(), ac.applicationContext(), ac.protocolVersion());
    block.maxSend(ac.userInformation());
    block.aeTitle("Calling Application Name", ac.callingAe());
    block.aeTitle("Responding Application Name", ac.calledAe());
    block.line("Presentation Contexts:");
    for (PresentationContextAc context : ac.presentationContexts()) {
      block.line(
          "  Context ID:        "
              + context.id()
              + " (result "
              + context.result()
              + ", "
              + context.resultText()
              + ")");
      PresentationContextRq proposed = proposal.get(context.id());
      block.line(
          "    Abstract Syntax: "
              + (proposed == null ? "not proposed" : Uids.named(proposed.abstractSyntax())));
      if (context.isAccepted()) {
        if (proposed != null) {
          block.role("Accepted", proposed.abstractSyntax());
        }
        String syntax = context.transferSyntax();
        block.line(
            "    Accepted Transfer Syntax: " + (syntax == null ? "none" : Uids.named(syntax)));
      }
      block.unrecognized(context.unrecognizedItems());
    }
    block.others(ac.userInformation(), ac.unrecognizedItems());
    block.none(ac.userInformation(), UserItem.UserIdentityAc.class, "User Identity Response");
    return block.endingWith("======= END A-ASSOCIATE-AC =======");
  }

  static Map<Integer, PresentationContextRq> byId(AssociateRq rq) {
    Map<Integer, PresentationContextRq> contexts = new HashMap<>();
    rq.presentationContexts().forEach(context -> contexts.putIfAbsent(context.id(), context));
    return contexts;
  }

  private void common(UserInformation user, String applicationContext, int protocolVersion) {
    field("Protocol Version", String.valueOf(protocolVersion));
    field("Implementation Class UID", user.implementationClassUid().orElse("none"));
    field("Implementation Version Name", user.implementationVersionName().orElse("none"));
    field(
        "Application Context Name",
        applicationContext.isEmpty() ? "none" : Uids.named(applicationContext));
    field(
        "Max PDU Receive Size",
        user.maxPduLength().map(size -> size == 0 ? "0 (no maximum)" : "" + size).orElse("none"));
  }

  /** What the receiver of an A-ASSOCIATE-AC may put into one PDV (PS3.8 D.1). */
  private void maxSend(UserInformation user) {
    user.maxPduLength()
        .filter(size -> size > Pdv.HEADER_LENGTH)
        .ifPresent(size -> field("Max Send PDV", String.valueOf(size - Pdv.HEADER_LENGTH)));
  }

  private void role(String whose, String abstractSyntax) {
    UserItem.RoleSelection selection = roles.get(abstractSyntax);
    String role =
        selection == null
            ? "default"
            : "SCU " + selection.scuRole() + ", SCP " + selection.scpRole();
    line("    " + whose + " SCU/SCP Role: " + role);
  }

  private void aeTitle(String name, AeTitleField field) {
    String text = field.toString();
    boolean odd = field.bytes().toLatin1().chars().anyMatch(c -> c < 0x20 || c > 0x7E);
    field(name, odd || field.text().isEmpty() ? text + "  [" + field.bytes().toHex() + "]" : text);
  }

  private void others(UserInformation user, List<UnrecognizedItem> unrecognized) {
    none(user, UserItem.ExtendedNegotiation.class, "Extended Negotiation");
    for (UserItem item : user.items()) {
      switch (item) {
        case UserItem.AsyncOperationsWindow(int invoked, int performed) ->
            field("Asynchronous Operations", invoked + " invoked, " + performed + " performed");
        case UserItem.RoleSelection(String uid, int scu, int scp) ->
            field("Role Selection", Uids.named(uid) + ": SCU " + scu + ", SCP " + scp);
        case UserItem.ExtendedNegotiation(String uid, var information) ->
            field("Extended Negotiation", Uids.named(uid) + ": " + information);
        case UserItem.CommonExtendedNegotiation common ->
            field(
                "Common Extended Negotiation",
                Uids.named(common.sopClassUid()) + ": " + common.serviceClassUid());
        case UserItem.UserIdentityRq identity ->
            field(
                "User Identity",
                "type "
                    + identity.identityType()
                    + (identity.positiveResponseRequested()
                        ? ", response requested"
                        : ", no response requested")
                    + ", content not logged");
        case UserItem.UserIdentityAc _ -> field("User Identity Response", "content not logged");
        case UnrecognizedItem other -> unrecognized(List.of(other));
        case UserItem.MaxPduLength _,
            UserItem.ImplementationClassUid _,
            UserItem.ImplementationVersionName _ -> {
          // Shown above.
        }
      }
    }
    unrecognized(unrecognized);
  }

  private void none(UserInformation user, Class<? extends UserItem> kind, String name) {
    if (user.find(kind).isEmpty()) {
      field(name, "none");
    }
  }

  private void unrecognized(List<UnrecognizedItem> items) {
    for (UnrecognizedItem item : items) {
      line(
          () ->
              String.format(
                  Locale.ROOT, "  Unrecognized item %02XH: %s", item.itemType(), item.content()));
    }
  }

  private void field(String name, String value) {
    line(() -> name + ':' + " ".repeat(Math.max(1, 28 - name.length())) + value);
  }

  private void line(String text) {
    line(() -> text);
  }

  private void line(Supplier<String> text) {
    if (lines.size() < MAX_LINES) {
      lines.add(text.get());
    } else {
      left++;
    }
  }

  private List<String> endingWith(String last) {
    if (left > 0) {
      lines.add(String.format(Locale.ROOT, "… %,d more", left));
    }
    lines.add(last);
    return lines;
  }
}
