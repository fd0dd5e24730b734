package org.echolot.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.history.CertificateCalendar;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.json.JsonLine;
import org.echolot.report.CertificateCsv;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** {@code echolot certificates}: which certificate of which peer ends when. */
final class CertificatesCommand implements Command {

  /** How the calendar is written. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  private static final Option.Value<Format> FORMAT =
      new Option.Value<>(
          "--format",
          "FORMAT",
          Kind.oneOf(Format.values()),
          "text, json (one object per line) or csv.");

  private static final Option.Value<Integer> WITHIN =
      new Option.Value<>(
          "--within",
          "DAYS",
          Kind.number(0, 36_500),
          "Only those that end within so many days; the exit code is then 1 if there are any.");

  private final Environment environment;

  CertificatesCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "certificates";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of(
            "Shows which certificates end when, as the last checks saw them.",
            "[options] [TARGET...]")
        .detail("Those of the peers, of their issuers, and our own client certificates.")
        .operands(Operands.targets(0, "The peers; default: all that were ever checked."))
        .group("Options", WITHIN, FORMAT, PeersFile.OPTION);
  }

  @Override
  public int run(Given given) throws InputException {
    @Nullable Set<UUID> peers = given.operands().isEmpty() ? null : peers(given);
    Instant now = Instant.now();
    Integer within = given.value(WITHIN);
    try (HistoryStore store = KeptHistory.open(name(), Retention.FOREVER, environment)) {
      CertificateCalendar calendar = CertificateCalendar.of(store.reader().lastOverTls(peers));
      boolean any = false;
      if (given.value(FORMAT, Format.TEXT) == Format.CSV) {
        environment.out().print(CertificateCsv.header() + "\r\n");
      }
      for (CertificateCalendar.Entry entry : calendar.entries()) {
        if (within == null || entry.daysLeft(now) <= within) {
          any = true;
          write(entry, now, given.value(FORMAT, Format.TEXT), environment.out());
        }
      }
      return within != null && any ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  private Set<UUID> peers(Given given) throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    boolean needed = !given.operands().stream().allMatch(target -> target.contains("@"));
    Targets targets =
        new Targets(
            file,
            file.read(needed, name(), environment),
            new Targets.Wishes(null, null, null, null, true));
    Set<UUID> peers = new HashSet<>();
    for (String target : given.operands()) {
      peers.add(targets.named(target).peerId());
    }
    return peers;
  }

  static void write(CertificateCalendar.Entry entry, Instant now, Format format, PrintStream out) {
    LocalDate end = LocalDate.ofInstant(entry.facts().notAfter(), ZoneOffset.UTC);
    long days = entry.daysLeft(now);
    switch (format) {
      case TEXT ->
          out.println(
              end
                  + "  "
                  + (days < 0 ? "expired" : days + (days == 1 ? " day" : " days"))
                  + "  "
                  + entry.kind().label()
                  + "  "
                  + Escapes.oneLine(
                      entry.facts().subject() + "  " + String.join(", ", entry.peers())));
      case CSV -> out.print(CertificateCsv.row(entry, now) + "\r\n");
      case JSON ->
          out.print(
              JsonLine.of(
                      to ->
                          to.text("notAfter", entry.facts().notAfter().toString())
                              .number("daysLeft", days)
                              .text("kind", entry.kind().name())
                              .text("subject", entry.facts().subject())
                              .text("issuer", entry.facts().issuer())
                              .text("fingerprint", entry.facts().fingerprint())
                              .texts("peers", entry.peers()))
                  + "\n");
    }
  }
}
