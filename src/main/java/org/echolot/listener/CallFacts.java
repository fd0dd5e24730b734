package org.echolot.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.text.AddressText;

/** All that is known of a call, as names and values for people. No secret is in it. Pure. */
public final class CallFacts {

  /**
   * One of them.
   *
   * @param value one line or several; not escaped
   */
  public record Fact(String name, String value) {}

  /** What is between an AE title and its bytes. */
  public static final String BYTES = "  ·  ";

  private CallFacts() {}

  /** In the order in which they are read. */
  public static List<Fact> of(Call call) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Caller's address", AddressText.of(call.from())));
    facts.add(new Fact("Our address", AddressText.of(call.at())));
    if (!call.tls().isEmpty()) {
      facts.add(new Fact("TLS", call.tls()));
    }
    if (!call.foreign().isEmpty()) {
      facts.add(new Fact("It speaks", "not DICOM, but " + call.foreign()));
    }
    AssociateRq rq = call.request();
    if (rq != null) {
      request(facts, call, rq);
    }
    if (!call.ending().isEmpty()) {
      facts.add(new Fact("Ended", call.ending()));
    }
    return facts;
  }

  private static void request(List<Fact> facts, Call call, AssociateRq rq) {
    facts.add(new Fact("Calling AE title", title(rq.callingAe())));
    facts.add(new Fact("Called AE title", title(rq.calledAe())));
    UserInformation user = rq.userInformation();
    facts.add(new Fact("Implementation", implementation(user)));
    facts.add(
        new Fact(
            "Max PDU length",
            user.maxPduLength()
                .map(max -> max == 0 ? "0 (no maximum)" : max + " bytes")
                .orElse("not announced")));
    AssociateAc ac = call.answer() instanceof AssociateAc accepted ? accepted : null;
    facts.add(
        new Fact(
            "Contexts",
            lines(RequestWords.contexts(rq, ac, call.options().behaviour().acceptsNoContext()))));
    List<String> items = RequestWords.items(rq, ac != null);
    if (!items.isEmpty()) {
      facts.add(new Fact("Negotiated beside", lines(items)));
    }
    if (call.answer() != null) {
      facts.add(new Fact("Our answer", AnswerWords.answer(call.answer())));
      why(call).ifPresent(why -> facts.add(new Fact("Why", why)));
    }
  }

  /** Why it was answered so; empty where that needs no word. */
  public static Optional<String> why(Call call) {
    AssociateRq rq = call.request();
    return rq == null || call.answer() == null
        ? Optional.empty()
        : Optional.of(AnswerWords.why(call.options(), rq, call.answer()))
            .filter(text -> !text.isEmpty());
  }

  /** What it came to, in a sentence without its period. */
  public static String summary(Call call) {
    if (!call.foreign().isEmpty()) {
      return "Not a DICOM caller: it sent " + call.foreign();
    }
    AssociateRq rq = call.request();
    if (rq == null) {
      return call.ending().isEmpty() ? "Connected, and nothing was asked yet" : call.ending();
    }
    String who = AnswerWords.who(rq);
    if (call.answer() == null) {
      return call.ending().isEmpty() ? who + " asks for an association" : call.ending();
    }
    return who
        + ": "
        + AnswerWords.answer(call.answer())
        + why(call).map(text -> ", because " + text).orElse("")
        + (call.echoes() == 0
            ? ""
            : call.echoes() == 1 ? "; 1 echo answered" : "; " + call.echoes() + " echoes answered");
  }

  private static String title(AeTitleField field) {
    return field.shown() + BYTES + field.bytes().toHex();
  }

  private static String implementation(UserInformation user) {
    return user.implementationVersionName().orElse("no version name")
        + ", "
        + user.implementationClassUid().map(uid -> "class UID " + uid).orElse("no class UID");
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "none" : lines.stream().collect(Collectors.joining("\n"));
  }
}
