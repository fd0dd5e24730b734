package org.echolot.ticket;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.echolot.check.Outcome;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.report.LadderText;
import org.echolot.text.About;
import org.echolot.text.AddressText;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.FieldList;
import org.echolot.ticket.Ticket.Section;

/** Writes down what the administrator of a caller needs to know of its call to us. Pure. */
public final class CallTicket {

  /** One association writes about 90 at level debug; a caller can make it many more. */
  private static final int MAX_LOG_LINES = 200;

  private final Call call;
  private final UnaryOperator<String> shown;
  private final boolean isHidden;

  private CallTicket(Call call, UnaryOperator<String> shown, boolean isHidden) {
    this.call = call;
    this.shown = shown;
    this.isHidden = isHidden;
  }

  /**
   * The ticket of one call, with line feeds, ending in one.
   *
   * @param lines its lines in the journal, oldest first
   * @param hidesNames whether addresses and names are hidden
   */
  public static String of(
      Call call, List<JournalLine> lines, TicketFormat format, boolean hidesNames) {
    UnaryOperator<String> shown = hidesNames ? hiding(call)::hide : text -> text;
    Ticket ticket = new CallTicket(call, shown, hidesNames).make(lines);
    return switch (format) {
      case TEXT -> PlainTicket.of(ticket);
      case MARKDOWN -> MarkdownTicket.of(ticket);
    };
  }

  private static HiddenNames hiding(Call call) {
    HiddenNames names = new HiddenNames();
    var _ = names.of(call.from().getAddress());
    var _ = names.of(call.at().getAddress());
    String _ = names.of(HiddenNames.Kind.AE, call.options().ae().value());
    AssociateRq rq = call.request();
    if (rq != null) {
      learn(names, rq.callingAe().text());
      learn(names, rq.calledAe().text());
    }
    return names;
  }

  private static void learn(HiddenNames names, String title) {
    if (!title.isBlank()) {
      String _ = names.of(HiddenNames.Kind.AE, title);
    }
  }

  private Ticket make(List<JournalLine> lines) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Who and what", facts()));
    sections.add(
        new Section(
            "Stages",
            new Body.Lines(
                LadderText.of(call.stages(), call.isGood() ? Outcome.SUCCESS : Outcome.FAILURE)
                    .stream()
                    .map(shown)
                    .toList())));
    if (!lines.isEmpty()) {
      sections.add(new Section("Log (local time)", new Body.Lines(log(lines))));
    }
    sections.add(new Section("", madeBy()));
    return new Ticket(
        shown.apply("DICOM call from " + caller() + " " + call.fate().label()),
        shown.apply(CallFacts.summary(call) + "."),
        sections);
  }

  private String caller() {
    return call.callingAe().isEmpty()
        ? AddressText.of(call.from().getAddress())
        : '"' + call.callingAe().replace("\"", "") + '"';
  }

  private Body facts() {
    FieldList fields = new FieldList();
    fields.add(
        "Began (UTC)",
        TicketMaker.TIME.format(call.startedAt().withOffsetSameInstant(ZoneOffset.UTC)));
    for (CallFacts.Fact fact : CallFacts.of(call)) {
      List<String> values = fact.value().lines().toList();
      // The bytes of a title would tell what is hidden.
      boolean cut = isHidden && fact.name().endsWith("AE title");
      if (values.size() == 1) {
        String value = values.getFirst();
        fields.add(
            fact.name(),
            shown.apply(cut ? value.substring(0, value.lastIndexOf(CallFacts.BYTES)) : value));
      } else {
        fields.addCounted(fact.name(), values.stream().map(shown).toList());
      }
    }
    return fields.body();
  }

  private List<String> log(List<JournalLine> lines) {
    List<String> log = new ArrayList<>();
    lines.stream()
        .limit(MAX_LOG_LINES)
        .map(line -> LineFormat.time(line) + "  " + LineFormat.mark(line) + line.text())
        .map(shown)
        .forEach(log::add);
    if (lines.size() > MAX_LOG_LINES) {
      log.add("… " + (lines.size() - MAX_LOG_LINES) + " lines left out …");
    }
    return log;
  }

  private Body madeBy() {
    FieldList fields = new FieldList();
    fields.add("Made by", About.program() + " · " + About.java() + " · " + About.system());
    if (isHidden) {
      fields.add("Hidden", Disguise.EXPLANATION);
    }
    return fields.body();
  }
}
