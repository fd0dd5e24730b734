package org.echolot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.concurrent.StopSignal;
import org.echolot.fleet.Fleet;
import org.echolot.history.History;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.peers.PeerBook;
import org.echolot.report.AllReports;
import org.echolot.report.ComparisonReport;
import org.echolot.report.JUnitReport;
import org.echolot.report.JsonReport;
import org.echolot.report.Paint;
import org.echolot.report.PrometheusReport;
import org.echolot.report.Report;
import org.echolot.report.TextReport;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.TicketFormat;
import org.jspecify.annotations.Nullable;

/** One run of {@code echolot echo}, with what was asked for. */
final class EchoRun {

  private final Environment environment;
  private final Given given;
  private final EchoFormat format;
  private final boolean compare;
  private final TlsOptions tls;
  private final UserOptions user;

  /** Whether peers that were asked for can't be read. */
  private boolean isIncomplete;

  /** The first tag of each saved peer, by its ID. */
  private final Map<UUID, String> groups = new LinkedHashMap<>(); // as they are listed

  EchoRun(Environment environment, Given given) {
    this.environment = environment;
    this.given = given;
    this.format = given.value(EchoOptions.FORMAT, EchoFormat.TEXT);
    this.compare = given.has(EchoOptions.COMPARE);
    this.tls = new TlsOptions(given);
    this.user = new UserOptions(given);
  }

  /**
   * Checks, and waits until all is done.
   *
   * @return the exit code
   */
  int run() throws InputException, InterruptedException {
    requireUsable();
    List<CheckRequest> requests = requests();
    boolean complete =
        new Credentials(environment, tls, user)
            .provideFor(requests, tls.files(environment.directory()));
    if (!complete) {
      return ExitCode.STOPPED;
    }
    StopSignal stop = new StopSignal();
    Journal journal = new Journal();
    try (var _ = environment.interrupted().onStop(stop::stop);
        var _ = environment.terminated().onStop(stop::stop);
        LogPrinter _ = logPrinter(journal, stop)) {
      int code = check(requests, journal, stop);
      return isIncomplete && code != ExitCode.STOPPED ? ExitCode.USAGE : code;
    }
  }

  /** Reads the journal from now on; null where nobody wants to see it. */
  private @Nullable LogPrinter logPrinter(Journal journal, StopSignal stop) {
    Level log = given.value(EchoOptions.LOG);
    if (log == null) {
      return null;
    }
    LogPrinter printer = new LogPrinter(environment.err(), stop::isStopped);
    journal.addReader(printer, log);
    return printer;
  }

  private int check(List<CheckRequest> requests, Journal journal, StopSignal stop)
      throws InputException, InterruptedException {
    int rounds = given.value(EchoOptions.REPEAT, 1);
    if (format == EchoFormat.JUNIT && (long) rounds * requests.size() > JUnitReport.MAX_CHECKS) {
      throw new InputException(
          "junit holds "
              + JUnitReport.MAX_CHECKS
              + " checks at most in its one document: repeat less often, or use --format json");
    }
    Disguise disguise = given.has(EchoOptions.HIDE_NAMES) ? new Disguise() : null;
    List<Report> reports = new ArrayList<>(List.of(report(disguise, requests)));
    reports.addAll(
        new FileReports(environment, disguise)
            .open(
                given.value(EchoOptions.CAPTURE),
                given.value(EchoOptions.TICKET),
                requests.size() > 1 || rounds > 1));
    Path site = given.value(EchoOptions.REPORT);
    if (site != null) {
      reports.add(SiteSink.open(environment, site, groups));
    }
    int parallel = given.value(EchoOptions.PARALLEL, Fleet.DEFAULT_PARALLELISM);
    Duration interval = given.value(EchoOptions.INTERVAL, EchoOptions.DEFAULT_INTERVAL);
    int code = ExitCode.OK;
    // Results are told first, and kept then.
    try (History history = KeptHistory.ofBriefCommand("echo", given, environment)) {
      for (EchoEngine each : engines()) {
        Fleet fleet = new Fleet(each, journal, parallel, history);
        code =
            Math.max(
                code,
                new EchoSession(fleet, new AllReports(reports))
                    .run(environment.out(), requests, rounds, interval, stop));
        if (code == ExitCode.STOPPED) {
          break;
        }
      }
    }
    return code;
  }

  /** What to check with, one after the other. */
  private List<EchoEngine> engines() throws InputException {
    EchoEngines all = environment.engines();
    if (compare) {
      return all.all();
    }
    String option = given.value(EchoOptions.ENGINE);
    String wanted =
        option == null ? environment.variables().getOrDefault(EchoEngines.VARIABLE, "") : option;
    if (option == null && wanted.isBlank()) {
      return List.of(all.first());
    }
    return List.of(all.named(wanted).orElseThrow(() -> new InputException(all.whyNone(wanted))));
  }

  private void requireComparable() throws InputException {
    List<EchoEngine> _ = engines();
    if (!compare) {
      return;
    }
    if (!environment.engines().canCompare()) {
      throw new InputException(
          "--compare needs two engines: " + environment.engines().whyNone("dcm4che"));
    }
    if (given.has(EchoOptions.ENGINE)
        || given.has(EchoOptions.REPEAT)
        || given.has(EchoOptions.CAPTURE)) {
      throw new UsageException("--compare cannot be combined with --engine, --repeat or --capture");
    }
    if (format != EchoFormat.TEXT && format != EchoFormat.JSON) {
      throw new UsageException("--compare writes only text or json");
    }
  }

  private Report report(@Nullable Disguise disguise, List<CheckRequest> requests) {
    PrintStream out = environment.out();
    return switch (format) {
      case TEXT ->
          compare
              ? new ComparisonReport(out, environment.engines().all().size())
              : new TextReport(
                  out,
                  requests,
                  given.has(EchoOptions.REPEAT),
                  Paint.of(environment.terminal().isThere(), environment.variables()));
      case JSON -> new JsonReport(out, given.has(EchoOptions.REPEAT));
      case JUNIT -> new JUnitReport(out);
      case PROMETHEUS -> new PrometheusReport(out);
      case TICKET -> new TicketReport(out, TicketFormat.TEXT, disguise);
      case TICKET_MARKDOWN -> new TicketReport(out, TicketFormat.MARKDOWN, disguise);
    };
  }

  private List<CheckRequest> requests() throws InputException {
    PeersFile file = PeersFile.find(given, environment);
    PeerBook book = book(file);
    Targets found =
        new Targets(
            file,
            book,
            new Targets.Wishes(
                given.value(Targets.CALLING),
                given.value(EchoOptions.SOURCE),
                given.value(EchoOptions.TIMEOUT),
                given.value(EchoOptions.CONNECT_TIMEOUT),
                !given.has(EchoOptions.NO_TLS_PROBE)));
    book.peers().forEach(p -> groups.put(p.id(), p.tags().isEmpty() ? "" : p.tags().getFirst()));
    List<CheckRequest> requests = new ArrayList<>();
    if (given.has(EchoOptions.ALL)) {
      requests.addAll(found.all());
    }
    for (String tag : given.values(EchoOptions.TAG)) {
      requests.addAll(found.tagged(tag));
    }
    String where = given.value(Where.OPTION);
    if (where != null) {
      requests.addAll(found.where(Where.peers(book, where, "echo", environment), where));
    }
    for (String target : given.operands()) {
      requests.add(found.named(target));
    }
    isIncomplete = isOfTheBook() && file.tellUnread(book, "echo", environment);
    // To ask for what only a result of many lines shows would double a short run's time.
    boolean shown = format != EchoFormat.TEXT && format != EchoFormat.JUNIT;
    boolean looks = shown || given.has(EchoOptions.TICKET) || requests.size() > 1;
    return user.applyTo(tls.applyTo(requests, environment.directory())).stream()
        .map(
            request -> request.withApproach(EchoOptions.approach(given, request.approach(), looks)))
        .distinct()
        .toList();
  }

  private PeerBook book(PeersFile file) throws InputException {
    boolean needed = isOfTheBook() || !given.operands().stream().allMatch(t -> t.contains("@"));
    return file.read(needed, "echo", environment);
  }

  /** Whether saved peers are asked for, and not each by its name. */
  private boolean isOfTheBook() {
    return given.has(EchoOptions.ALL) || given.has(EchoOptions.TAG) || given.has(Where.OPTION);
  }

  private void requireUsable() throws InputException {
    requireComparable();
    if (given.operands().isEmpty() && !isOfTheBook()) {
      throw new UsageException(
          "no target: give AET@host:port, the name of a saved peer, --tag TAG or --all");
    }
  }
}
