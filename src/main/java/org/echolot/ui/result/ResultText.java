package org.echolot.ui.result;

import java.net.InetSocketAddress;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.Uids;
import org.echolot.network.Origin;
import org.echolot.report.TookText;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** A result in the words of the result pane. Pure. */
final class ResultText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

  /** A name and its value. */
  record Fact(String name, String value) {}

  private ResultText() {}

  /** The verdict in a few words. */
  static String headline(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS ->
          "C-ECHO successful" + result.echoTime().map(t -> " · " + ElapsedText.of(t)).orElse("");
      case FAILURE -> {
        Cause cause = result.cause();
        yield cause == null ? "Failed" : headline(cause, Escapes.oneLine(result.summary()));
      }
      case CANCELLED -> "Stopped";
    };
  }

  /** As the summary begins where that says more than the name of the cause. */
  private static String headline(Cause cause, String summary) {
    int colon = summary.indexOf(": ");
    return cause == Cause.CLIENT_CERTIFICATE_REQUIRED && colon > 0
        ? summary.substring(0, colon)
        : cause.label();
  }

  /** The sentence below the headline, without the words that the headline has said. */
  static String summary(CheckResult result) {
    String summary = Escapes.oneLine(result.summary());
    String said = headline(result) + ": ";
    if (summary.startsWith(said) && summary.length() > said.length()) {
      int start = said.length();
      return Character.toUpperCase(summary.charAt(start)) + summary.substring(start + 1) + ".";
    }
    return summary + ".";
  }

  /** Whose move it is: where the peer answered, by the first warning that calls for one. */
  static Move moveOf(CheckResult result) {
    return switch (result.outcome()) {
      case FAILURE -> result.move();
      case SUCCESS ->
          result.warnings().stream()
              .filter(warning -> warning.code().marksThePeer())
              .map(Warning::move)
              .filter(move -> move != Move.NOBODY)
              .findFirst()
              .orElse(Move.NOBODY);
      case CANCELLED -> Move.NOBODY;
    };
  }

  /** Whose move it is, for a badge; empty where it is nobody's. */
  static String move(CheckResult result) {
    return switch (moveOf(result)) {
      case NOBODY -> "";
      case OURS -> "Our move";
      case PEER_ADMINISTRATOR -> "Their move";
      case NETWORK -> "Network team";
      case OURS_OR_PEER -> "Our move or theirs";
    };
  }

  static String whoEnded(CheckResult result) {
    return "Ended by: " + result.endedBy().label();
  }

  /** Who ended it, and which of the times is which. */
  static String endOf(CheckResult result) {
    String took = "Took " + TookText.of(result) + " in all";
    return whoEnded(result)
        + ". "
        + took
        + result.echoTime().map(t -> ", the C-ECHO alone " + ElapsedText.of(t)).orElse("")
        + ".";
  }

  /** When the check began. */
  static String when(CheckResult result) {
    return TIME.format(result.startedAt());
  }

  static String time(StageResult stage) {
    return stage.state() == StageState.SKIPPED ? "" : ElapsedText.of(stage.duration());
  }

  /** What the tab about the association shows. */
  static List<Fact> association(CheckResult result) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Calling AE title", quoted(result.request().callingAe().value())));
    facts.add(new Fact("Called AE title", quoted(result.request().calledAe().value())));
    facts.add(new Fact("Our address", ourAddress(result)));
    facts.add(
        new Fact(
            result.proxyAddress() == null ? "Peer's address" : "Proxy's address",
            address(result.remoteAddress())));
    addAnswer(facts, result);
    addUser(facts, result);
    facts.add(new Fact("Started", when(result)));
    facts.add(new Fact("Took", TookText.of(result)));
    facts.add(new Fact("Engine", result.engine()));
    return facts;
  }

  private static void addAnswer(List<Fact> facts, CheckResult result) {
    Negotiated negotiated = result.negotiated();
    if (negotiated != null) {
      facts.add(new Fact("Implementation", orNone(negotiated.implementationVersionName())));
      facts.add(new Fact("Implementation class UID", orNone(negotiated.implementationClassUid())));
      facts.add(new Fact("Max PDU length", maxPduLength(negotiated.maxPduLength())));
      Integer context = negotiated.contextResult();
      facts.add(new Fact("Verification service", context == null ? "unanswered" : result(context)));
      String syntax = negotiated.transferSyntax();
      facts.add(new Fact("Transfer syntax", syntax == null ? "none" : Uids.named(syntax)));
    }
    var reject = result.reject();
    if (reject != null) {
      facts.add(new Fact("Rejected, result", numbered(reject.result(), reject.resultText())));
      facts.add(new Fact("Rejected, source", numbered(reject.source(), reject.sourceText())));
      facts.add(new Fact("Rejected, reason", numbered(reject.reason(), reject.reasonText())));
    }
    var abort = result.abort();
    if (abort != null) {
      facts.add(new Fact("Aborted, source", numbered(abort.source(), abort.sourceText())));
      facts.add(new Fact("Aborted, reason", numbered(abort.reason(), abort.reasonText())));
    }
    Integer status = result.echoStatus();
    if (status != null) {
      facts.add(new Fact("C-ECHO-RSP status", DimseStatus.named(status)));
    }
  }

  private static void addUser(List<Fact> facts, CheckResult result) {
    UserIdentity identity = result.request().userIdentity();
    if (identity == null) {
      return;
    }
    facts.add(
        new Fact(
            "User identity", numbered(identity.type().code(), Escapes.oneLine(identity.label()))));
    UserIdentityAnswer answer = result.userIdentity();
    facts.add(
        new Fact(
            "Answer to the user identity",
            answer == null
                ? "none: the association was not accepted"
                : Escapes.oneLine(answer.text())));
  }

  private static String maxPduLength(@Nullable Long length) {
    if (length == null) {
      return "not announced";
    }
    return length == 0 ? "0 (no maximum)" : length + " bytes";
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "none" : Escapes.oneLine(text);
  }

  /** What the peer answered to the proposal of the Verification service (PS3.8 9.3.3.2). */
  private static String result(int context) {
    return context == PresentationContextAc.ACCEPTANCE
        ? "accepted"
        : numbered(context, new PresentationContextAc(1, context, null).resultText());
  }

  private static String numbered(int number, String meaning) {
    return number + " (" + meaning + ")";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String ourAddress(CheckResult result) {
    Origin origin = result.observed().origin();
    String card = origin == null || origin.card() == null ? "" : " (" + origin.card() + ")";
    InetSocketAddress local = result.localAddress();
    if (local == null) {
      return origin == null ? "no connection" : AddressText.of(origin.address()) + card;
    }
    return AddressText.of(local) + card;
  }

  private static String address(@Nullable InetSocketAddress address) {
    if (address == null) {
      return "no connection";
    }
    return AddressText.of(address);
  }
}
