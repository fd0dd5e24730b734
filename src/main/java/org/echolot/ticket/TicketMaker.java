package org.echolot.ticket;

import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.Uids;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.report.LadderText;
import org.echolot.report.TookText;
import org.echolot.text.About;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.FieldList;
import org.echolot.ticket.Ticket.Section;
import org.echolot.tls.TlsFacts;
import org.jspecify.annotations.Nullable;

/** Writes down what the other side needs to know to act. */
final class TicketMaker {

  /** A check writes about 90 lines at level debug; a peer can make it many more. */
  private static final int MAX_LOG_LINES = 200;

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

  private final Evidence evidence;
  private final CheckResult result;
  private final List<Section> sections = new ArrayList<>();

  private TicketMaker(Evidence evidence) {
    this.evidence = evidence;
    this.result = evidence.result();
  }

  /**
   * @param original what is told
   * @param evidence the same as it is shown
   * @param disguise what hid names and addresses in it; null where nothing is hidden
   */
  static Ticket make(CheckResult original, Evidence evidence, @Nullable Disguise disguise) {
    TicketMaker maker = new TicketMaker(evidence);
    maker.whatToDo();
    maker.parties();
    maker.add("Stages", new Body.Lines(LadderText.of(maker.result)));
    maker.numbers();
    maker.tls(original, disguise);
    maker.warnings();
    maker.lastGood();
    maker.otherSide();
    maker.log();
    maker.versions(disguise != null);
    return new Ticket(
        "DICOM C-ECHO to \"" + maker.result.request().name() + "\" " + maker.verdict(),
        maker.result.summary() + ".",
        maker.sections);
  }

  private String verdict() {
    return switch (result.outcome()) {
      case SUCCESS -> "succeeded";
      case FAILURE -> "failed";
      case CANCELLED -> "was stopped";
    };
  }

  private void whatToDo() {
    FieldList fields = new FieldList();
    fields.add("Whose move", result.move().label());
    fields.addCounted("What to do", result.advice());
    add("", fields);
  }

  private void parties() {
    FieldList fields = new FieldList();
    fields.add("Called AE title", quoted(result.request().calledAe()));
    fields.add("Calling AE title", quoted(result.request().callingAe()));
    fields.add(
        "Host and port", result.request().address() + (result.request().isTls() ? ", TLS" : ""));
    fields.add("Peer's address", text(result.remoteAddress(), "none was reached"));
    fields.add("Our address", ourAddress());
    Origin origin = result.observed().origin();
    if (origin != null && !result.isSuccess() && !origin.others().isEmpty()) {
      fields.add(
          "Our other addresses",
          origin.others().stream().map(AddressText::of).collect(Collectors.joining(", ")));
    }
    IcmpAnswer icmp = result.observed().icmp();
    if (icmp != null) {
      fields.add("Refused by", icmp.toString());
    }
    OffsetDateTime at = result.startedAt();
    fields.add("Began (local time)", TIME.format(at));
    fields.add("Began (UTC)", TIME.format(at.withOffsetSameInstant(ZoneOffset.UTC)));
    fields.add("Took", TookText.of(result));
    fields.add("Ended because", result.endedBy().label());
    if (result.cause() != null) {
      fields.add("Cause", result.cause() + (result.stage() == null ? "" : " at " + result.stage()));
    }
    add("Who and when", fields);
  }

  private void numbers() {
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
      fields.add(
          "C-ECHO-RSP status", DimseStatus.hex(status) + " " + DimseStatus.meaningOf(status));
    }
    if (!fields.isEmpty() && result.stage(CheckStage.ECHO).state() != StageState.SKIPPED) {
      fields.add("Echo took", ElapsedText.of(result.stage(CheckStage.ECHO).duration()));
    }
    add("What the peer said", fields);
  }

  private static void negotiated(FieldList fields, Negotiated said) {
    fields.add(
        "Implementation",
        orNone(said.implementationVersionName()) + ", " + orNone(said.implementationClassUid()));
    Long max = said.maxPduLength();
    fields.add("Max PDU length", max == null ? "not said" : max == 0 ? "0 (no maximum)" : "" + max);
    fields.add(
        "Verification",
        said.contextResult() == null
            ? "not answered"
            : "context result "
                + said.contextResult()
                + (said.contextResult() == 0 ? " (accepted)" : ""));
    if (said.transferSyntax() != null) {
      fields.add("Transfer syntax", Uids.named(said.transferSyntax()));
    }
  }

  /** From the original, since a certificate can't be changed, only what is said of it. */
  private void tls(CheckResult original, @Nullable Disguise disguise) {
    if (original.tls() == null) {
      return;
    }
    for (TlsFacts.Section section : TlsFacts.of(original.tls(), original.startedAt().toInstant())) {
      FieldList fields = new FieldList();
      section
          .lines()
          .forEach(
              line ->
                  fields.add(
                      line.name(), disguise == null ? line.value() : disguise.text(line.value())));
      add("TLS: " + section.title(), fields);
    }
  }

  private void warnings() {
    if (!result.warnings().isEmpty()) {
      add(
          "Warnings",
          new Body.Items(result.warnings().stream().map(w -> w.code() + ": " + w.text()).toList()));
    }
  }

  private void lastGood() {
    CheckResult then = evidence.lastGood();
    if (then == null || result.isSuccess()) {
      return;
    }
    FieldList fields = new FieldList();
    fields.add("Last success", TIME.format(then.startedAt()));
    List<String> changes = WhatChanged.between(then, result);
    if (changes.isEmpty()) {
      fields.add("Changed since", "nothing that this check could see");
    } else {
      fields.addCounted("Changed since", changes);
    }
    add("When it last worked", fields);
  }

  private void otherSide() {
    FieldList fields = new FieldList();
    for (PeerLogs.Hint hint : PeerLogs.load().hints(result)) {
      fields.addCounted(hint.server(), hint.lines());
    }
    add("What to look for in the log of the other side", fields);
    List<String> traces = OwnTraces.of(result);
    if (!traces.isEmpty()) {
      add("What in that log comes from our own questions", new Body.Items(traces));
    }
  }

  private void log() {
    List<JournalLine> log = evidence.logBesideTls(Level.DEBUG);
    if (log.isEmpty()) {
      return;
    }
    int head = log.size() <= MAX_LOG_LINES ? log.size() : MAX_LOG_LINES / 2;
    List<String> lines = new ArrayList<>();
    log.subList(0, head).forEach(line -> lines.add(logLine(line)));
    if (head < log.size()) {
      lines.add("… " + (log.size() - MAX_LOG_LINES) + " lines left out …");
      log.subList(log.size() - (MAX_LOG_LINES - head), log.size())
          .forEach(line -> lines.add(logLine(line)));
    }
    add("Log", new Body.Lines(lines));
  }

  private static String logLine(JournalLine line) {
    return LineFormat.time(line) + "  " + LineFormat.mark(line) + line.text();
  }

  private void versions(boolean isHidden) {
    FieldList fields = new FieldList();
    fields.add("Made by", About.program() + " · " + About.java() + " · " + About.system());
    if (isHidden) {
      fields.add("Hidden", Disguise.EXPLANATION);
    }
    add("", fields);
  }

  private void add(String heading, FieldList fields) {
    if (!fields.isEmpty()) {
      add(heading, fields.body());
    }
  }

  private void add(String heading, Body body) {
    sections.add(new Section(heading, body));
  }

  /** With its network interface, where that is known; a call that did not connect has no port. */
  private String ourAddress() {
    Origin origin = result.observed().origin();
    String card = origin == null || origin.card() == null ? "" : " (" + origin.card() + ")";
    if (result.localAddress() != null) {
      return AddressText.of(result.localAddress()) + card;
    }
    return origin == null
        ? "no connection was made"
        : AddressText.of(origin.address()) + card + ", no connection was made";
  }

  /** In quotes; with its bytes where a reader might take it for another title. */
  static String quoted(AeTitle ae) {
    boolean odd = !ae.value().matches("[A-Za-z0-9_.-]+");
    return '"' + ae.value() + '"' + (odd ? "  [" + ae.toField().bytes().toHex() + "]" : "");
  }

  private static String text(@Nullable InetSocketAddress address, String none) {
    return address == null ? none : AddressText.of(address);
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "not said" : value;
  }
}
