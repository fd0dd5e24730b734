package org.echolot.journal;

import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.AddressText;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.Spans;
import org.echolot.check.Stage;
import org.echolot.check.StageState;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Uids;
import org.echolot.journal.JournalLine.Level;
import org.jspecify.annotations.Nullable;

/** One check as plain text for a ticket or a mail: what the other side needs to know to act. */
public final class TicketText {

  /** A check writes about 90 lines at level debug; a peer can make it many more. */
  private static final int MAX_LOG_LINES = 200;

  private static final int MAX_LINE_LENGTH = 1_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

  private final List<String> lines = new ArrayList<>();

  private TicketText() {}

  /**
   * The ticket of one check, with line feeds, ending in one.
   *
   * @param log the lines of this check, in order; those at level trace are left out
   */
  public static String of(CheckResult result, List<JournalLine> log) {
    TicketText ticket = new TicketText();
    ticket.verdict(result);
    ticket.parties(result);
    ticket.heading("Stages");
    LadderText.of(result).forEach(line -> ticket.add("  " + line));
    ticket.numbers(result);
    ticket.warnings(result);
    ticket.log(log);
    ticket.add("");
    ticket.add(About.program() + " · " + About.java() + " · " + About.system());
    return String.join("\n", ticket.lines) + "\n";
  }

  private void verdict(CheckResult result) {
    String verdict =
        switch (result.outcome()) {
          case SUCCESS -> "succeeded";
          case FAILURE -> "failed";
          case CANCELLED -> "was stopped";
        };
    add("DICOM C-ECHO to \"" + result.request().name() + "\" " + verdict);
    add(result.summary() + ".");
    add("");
    field("Whose move", result.move().label());
    for (int i = 0; i < result.advice().size(); i++) {
      field(i == 0 ? "What to do" : "", (i + 1) + ". " + result.advice().get(i));
    }
  }

  private void parties(CheckResult result) {
    heading("Who and when");
    field("Called AE title", quoted(result.request().calledAe()));
    field("Calling AE title", quoted(result.request().callingAe()));
    field("Host and port", result.request().address() + (result.request().isTls() ? ", TLS" : ""));
    field("Peer's address", text(result.remoteAddress(), "none was reached"));
    field("Our address", text(result.localAddress(), "no connection was made"));
    OffsetDateTime at = result.startedAt();
    field("Began (local time)", TIME.format(at));
    field("Began (UTC)", TIME.format(at.withOffsetSameInstant(ZoneOffset.UTC)));
    field("Took", Spans.text(result.total()));
    field("Ended because", result.endedBy().label());
    if (result.cause() != null) {
      field("Cause", result.cause() + (result.stage() == null ? "" : " at " + result.stage()));
    }
  }

  private void numbers(CheckResult result) {
    AssociateRj reject = result.reject();
    Abort abort = result.abort();
    Integer status = result.echoStatus();
    Negotiated negotiated = result.negotiated();
    if (reject == null && abort == null && status == null && negotiated == null) {
      return;
    }
    heading("What the peer said");
    if (reject != null) {
      field("A-ASSOCIATE-RJ", reject.description());
    }
    if (abort != null) {
      field("A-ABORT", abort.description());
    }
    if (negotiated != null) {
      negotiated(negotiated);
    }
    if (status != null) {
      field("C-ECHO-RSP status", DimseStatus.hex(status) + " " + DimseStatus.meaningOf(status));
    }
    if (result.stage(Stage.ECHO).state() != StageState.SKIPPED) {
      field("Echo took", Spans.text(result.stage(Stage.ECHO).duration()));
    }
  }

  private void negotiated(Negotiated said) {
    field(
        "Implementation",
        orNone(said.implementationVersionName()) + ", " + orNone(said.implementationClassUid()));
    Long max = said.maxPduLength();
    field("Max PDU length", max == null ? "not said" : max == 0 ? "0 (no maximum)" : "" + max);
    field(
        "Verification",
        said.contextResult() == null
            ? "not answered"
            : "context result "
                + said.contextResult()
                + (said.contextResult() == 0 ? " (accepted)" : ""));
    if (said.transferSyntax() != null) {
      field("Transfer syntax", Uids.named(said.transferSyntax()));
    }
  }

  private void warnings(CheckResult result) {
    if (!result.warnings().isEmpty()) {
      heading("Warnings");
      result.warnings().forEach(warning -> add("  " + warning.code() + ": " + warning.text()));
    }
  }

  private void log(List<JournalLine> log) {
    List<JournalLine> shown = log.stream().filter(l -> Level.DEBUG.shows(l.level())).toList();
    if (shown.isEmpty()) {
      return;
    }
    heading("Log");
    int head = shown.size() <= MAX_LOG_LINES ? shown.size() : MAX_LOG_LINES / 2;
    shown.subList(0, head).forEach(this::logLine);
    if (head < shown.size()) {
      add("  … " + (shown.size() - MAX_LOG_LINES) + " lines left out …");
      shown.subList(shown.size() - (MAX_LOG_LINES - head), shown.size()).forEach(this::logLine);
    }
  }

  private void logLine(JournalLine line) {
    add("  " + LineFormat.time(line) + "  " + LineFormat.mark(line) + line.text());
  }

  private void heading(String text) {
    add("");
    add(text);
  }

  private void field(String name, String value) {
    add(String.format(Locale.ROOT, "  %-20s %s", name.isEmpty() ? "" : name + ":", value));
  }

  private void add(String line) {
    String safe = Escapes.oneLine(line);
    if (safe.length() > MAX_LINE_LENGTH) {
      // Half of a surrogate pair would not survive as UTF-8.
      int end =
          MAX_LINE_LENGTH - (Character.isHighSurrogate(safe.charAt(MAX_LINE_LENGTH - 1)) ? 1 : 0);
      safe = safe.substring(0, end) + " …";
    }
    lines.add(safe);
  }

  /** In quotes; with its bytes where a reader might take it for another title. */
  private static String quoted(AeTitle ae) {
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
