package org.echolot.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Variant;
import org.echolot.history.Change;
import org.echolot.history.Changes;
import org.echolot.history.OutcomeAlone;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.report.LadderText;
import org.echolot.report.NetworkText;
import org.echolot.report.RuledOut;
import org.echolot.report.TookText;
import org.echolot.text.About;
import org.echolot.text.AddressText;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.FieldList;
import org.echolot.ticket.Ticket.Section;
import org.echolot.tls.TlsFacts;
import org.jspecify.annotations.Nullable;

/** Writes down what the peer's administrator needs to know to act. */
final class TicketMaker {

  /** A check writes about 90 lines at level debug; a peer can make it many more. */
  private static final int MAX_LOG_LINES = 200;

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("xxx", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Evidence evidence;
  private final CheckResult result;
  private final Parties parties;
  private final List<Section> sections = new ArrayList<>();

  private TicketMaker(Evidence evidence) {
    this.evidence = evidence;
    this.result = evidence.result();
    this.parties = Parties.of(result);
  }

  /**
   * @param original what is told
   * @param evidence the same as it is shown
   * @param disguise what hid names and addresses in it; null where nothing is hidden
   */
  static Ticket make(CheckResult original, Evidence evidence, @Nullable Disguise disguise) {
    TicketMaker maker = new TicketMaker(evidence);
    maker.whatToDo();
    maker.whoAndWhen();
    maker.add("Stages", new Body.Lines(LadderText.of(maker.result)));
    maker.answer();
    maker.tried();
    maker.tls(original, disguise);
    maker.warnings();
    maker.lastGood(disguise);
    maker.peersLog();
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
    fields.add("The peer", parties.called());
    EndsText.proxy(result).ifPresent(text -> fields.add("Through the proxy", text));
    fields.add("We", parties.caller());
    fields.add("Whose move", parties.moveOf(result, evidence.lastGood()));
    fields.addCounted("What to do", result.advice());
    RuledOut.of(result, evidence.lastGood()).ifPresent(text -> fields.add("Ruled out", text));
    failedBefore(fields);
    add("", fields);
  }

  /** What works now and did not a moment ago may fail again; so may what fails otherwise. */
  private void failedBefore(FieldList fields) {
    Evidence.Failure before = evidence.failedBefore();
    if (before == null || before.cause() == result.cause()) {
      return;
    }
    if (!result.isSuccess()) {
      fields.add(
          "The check before",
          "failed at "
              + TIME.format(before.at())
              + ", in another way: "
              + before.cause().label()
              + " ("
              + before.cause()
              + "). What answers may differ from call to call.");
    } else {
      fields.add(
          "The check before",
          "failed at "
              + TIME.format(before.at())
              + ": "
              + before.cause().label()
              + " ("
              + before.cause()
              + "). If that happens again, look at its ticket.");
    }
  }

  /** What the name of the cause means here, since one name may mean several things. */
  private static String title(String summary) {
    int colon = summary.indexOf(": ");
    return colon < 0 ? "" : " (" + summary.substring(0, colon) + ")";
  }

  private void whoAndWhen() {
    FieldList fields = new FieldList();
    fields.add("Called AE title", Changes.quoted(result.request().calledAe()));
    fields.add("Calling AE title", Changes.quoted(result.request().callingAe()));
    fields.add(
        "Host and port", result.request().address() + (result.request().isTls() ? ", TLS" : ""));
    fields.add("Called address", EndsText.called(result));
    NetworkText.of(result).ifPresent(words -> fields.add("Network", words));
    fields.add("Calling address", EndsText.calling(result));
    Origin origin = result.observed().origin();
    if (origin != null && !result.isSuccess() && !origin.others().isEmpty()) {
      fields.add(
          "Caller also has",
          origin.others().stream().map(AddressText::of).collect(Collectors.joining(", ")));
    }
    IcmpAnswer icmp = result.observed().icmp();
    if (icmp != null) {
      fields.add("ICMP error", icmp.toString());
    }
    ApproachText.of(result.request().approach()).ifPresent(text -> fields.add("Request", text));
    began(fields);
    fields.add("Engine", result.engine());
    fields.add("Took", TookText.of(result));
    fields.add("Ended by", parties.endOf(result, evidence.recording()));
    if (result.cause() != null) {
      fields.add(
          "Cause",
          result.cause()
              + (result.stage() == null ? "" : " at " + result.stage())
              + title(result.summary()));
    }
    add("Who and when", fields);
  }

  /** In local time and, where that is another one, in UTC. */
  private void began(FieldList fields) {
    OffsetDateTime at = result.startedAt();
    if (at.getOffset().equals(ZoneOffset.UTC)) {
      fields.add("Began", TIME.format(at));
    } else {
      fields.add("Began (local time)", TIME.format(at));
      fields.add("Began (UTC)", TIME.format(at.withOffsetSameInstant(ZoneOffset.UTC)));
    }
  }

  private void answer() {
    add("Answer of " + parties.called(), PeersAnswer.of(result));
  }

  private void tried() {
    if (!evidence.tried().isEmpty()) {
      add("Other AE titles that were tried", new Body.Items(evidence.tried()));
    }
  }

  /** From the original, since a certificate can't be changed, only what is said of it. */
  private void tls(CheckResult original, @Nullable Disguise disguise) {
    if (original.tls() == null) {
      return;
    }
    // What a device in between shows is not to be trusted.
    boolean isInspected = Variant.INSPECTED.key().equals(original.observed().variant());
    for (TlsFacts.Section section : TlsFacts.of(original.tls(), original.startedAt().toInstant())) {
      FieldList fields = new FieldList();
      section.lines().stream()
          .filter(line -> !(isInspected && line.name().equals(TlsFacts.TO_TRUST)))
          .forEach(
              line ->
                  fields.add(
                      line.name(), disguise == null ? line.value() : disguise.text(line.value())));
      add("TLS: " + section.title(), fields);
    }
  }

  private void warnings() {
    if (!result.warnings().isEmpty()) {
      add("Warnings", new Body.Items(result.warnings().stream().map(this::warning).toList()));
    }
  }

  private String warning(Warning warning) {
    return warning.code()
        + ": "
        + warning.text()
        + (warning.move() == Move.NOBODY
            ? " No action needed."
            : " Whose move: " + parties.partyOf(warning.move()) + ".");
  }

  /** Works but differently is worth a word, too. */
  private void lastGood(@Nullable Disguise disguise) {
    CheckResult then = evidence.lastGood();
    if (then == null) {
      return;
    }
    List<String> changes = new ArrayList<>();
    for (Change change : Changes.between(then, result)) {
      String sentence = change.sentence();
      changes.add(disguise == null ? sentence : disguise.text(sentence));
    }
    changes.addAll(evidence.unusual());
    if (result.isSuccess() && changes.isEmpty()) {
      return;
    }
    FieldList fields = new FieldList();
    fields.add("Last success", TIME.format(then.startedAt()));
    if (changes.isEmpty()) {
      fields.add("Changed since", OutcomeAlone.of(result));
    } else {
      fields.addCounted("Changed since", changes);
    }
    add("When it last worked", fields);
  }

  private void peersLog() {
    FieldList fields = new FieldList();
    for (PeerLogs.Hint hint : PeerLogs.load().hints(result, announced())) {
      fields.addCounted(hint.server(), hint.lines());
    }
    add("What to look for in the log of " + parties.called(), fields);
    List<String> traces = OwnTraces.of(result);
    if (!traces.isEmpty()) {
      add("What in that log comes from our own probes", new Body.Items(traces));
    }
  }

  /** What the peer said of itself; if it came to nothing now, when it last worked. */
  private @Nullable Negotiated announced() {
    CheckResult then = evidence.lastGood();
    return result.negotiated() != null || then == null ? result.negotiated() : then.negotiated();
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
    add(
        "Debug log (local time, UTC"
            + offsetAt(log.getFirst().at())
            + "; a line may be written some time after what it tells of)",
        new Body.Lines(lines));
  }

  /** Lines have the time of day of this computer, whatever zone the check was made in. */
  private static String offsetAt(Instant at) {
    return OFFSET.format(at);
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
}
