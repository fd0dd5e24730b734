package org.echolot.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.echolot.check.CheckRequest;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.EchoEngines;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.AeTitleConverter;
import org.echolot.cli.option.DurationConverter;
import org.echolot.cli.option.ForbiddenOptions;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.SourceConverter;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code echolot echo}. */
@Command(
    name = "echo",
    description = {
      "Checks with a C-ECHO whether peers answer.",
      "",
      "A target is AET@host:port, with an IPv6 address in brackets, or the name of a saved peer."
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%nOptions:%n",
    customSynopsis = "echolot echo [options] TARGET... | --all | --tag TAG")
final class EchoCommand implements Callable<Integer> {

  private final Environment environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "TARGET", description = "The peers to check.")
  private List<String> targets = new ArrayList<>();

  @Option(names = "--all", description = "Check every saved peer.")
  private boolean all;

  @Option(names = "--tag", paramLabel = "TAG", description = "Check the saved peers with this tag.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--peers",
      paramLabel = "FILE",
      description = "The peers file; default: ECHOLOT_PEERS, or the window's file.")
  private @Nullable Path peers;

  @Option(
      names = "--calling",
      paramLabel = "AET",
      converter = AeTitleConverter.class,
      description = "Our calling AE title; default: that of the peer or peers file, or ECHOLOT.")
  private @Nullable AeTitle calling;

  @Option(
      names = "--source",
      paramLabel = "ADDRESS",
      converter = SourceConverter.class,
      description = "Our address to call from; default: the peer's, or any that fits.")
  private @Nullable String source;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Timeout of each stage, the lookup included, for example 5s.")
  private @Nullable Duration timeout;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Timeout of the connection; default: 5s. The lookup has the same, but at least 11s,"
              + " because a dead first DNS server costs 5s.")
  private @Nullable Duration connectTimeout;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Check each target N times in sequence.")
  private @Nullable Integer repeat;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      converter = DurationConverter.OrZero.class,
      defaultValue = "1s",
      description = "Pause between two checks of a target; default: ${DEFAULT-VALUE}.")
  @SuppressWarnings("NullAway.Init") // has a default
  private Duration interval;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many targets to check at the same time; default: 64.")
  private int parallel = Fleet.DEFAULT_PARALLELISM;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, json (an object per line), junit, prometheus, ticket or ticket-markdown.")
  private EchoFormat format = EchoFormat.TEXT;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      description = "Write a log to standard error: info, debug or trace.")
  private @Nullable Level log;

  @Option(
      names = "--capture",
      paramLabel = "FILE.pcapng",
      description = "Write the PDUs to a packet capture for Wireshark, with synthetic TCP headers.")
  private @Nullable Path capture;

  @Option(
      names = "--ticket",
      paramLabel = "FILE",
      description =
          "Write tickets to a file: .txt, .md, or .zip with the whole log and a packet capture of"
              + " the PDUs.")
  private @Nullable Path ticket;

  @Option(
      names = "--hide-names",
      description = "Replace addresses and names in tickets and captures with placeholders.")
  private boolean hidesNames;

  @Option(
      names = "--no-tls-probe",
      description = "Never connect again to probe a silent peer for TLS.")
  private boolean noTlsProbe;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "The DICOM stack to check with: echolot, or dcm4che if the build has it.")
  private @Nullable String engine;

  @Option(
      names = "--compare",
      description = "Check with every DICOM stack of this build, and show how the results differ.")
  private boolean compare;

  @Mixin private TlsOptions tls = new TlsOptions();

  @Mixin private UserOptions user = new UserOptions();

  @Mixin private ForbiddenOptions forbidden = new ForbiddenOptions();

  EchoCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InputException, InterruptedException {
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
      return check(requests, journal, stop);
    }
  }

  /** Reads the journal from now on; null where nobody wants to see it. */
  private @Nullable LogPrinter logPrinter(Journal journal, StopSignal stop) {
    if (log == null) {
      return null;
    }
    LogPrinter printer = new LogPrinter(environment.err(), stop::isStopped);
    journal.addReader(printer, log);
    return printer;
  }

  private int check(List<CheckRequest> requests, Journal journal, StopSignal stop)
      throws InputException, InterruptedException {
    int rounds = repeat == null ? 1 : repeat;
    if (format == EchoFormat.JUNIT && (long) rounds * requests.size() > JUnitReport.MAX_CHECKS) {
      throw new InputException(
          "junit holds "
              + JUnitReport.MAX_CHECKS
              + " checks at most in its one document: repeat less often, or use --format json");
    }
    Disguise disguise = hidesNames ? new Disguise() : null;
    List<Report> reports = new ArrayList<>(List.of(report(disguise, requests)));
    reports.addAll(
        new FileReports(environment, disguise)
            .open(capture, ticket, requests.size() > 1 || rounds > 1));
    int code = ExitCode.OK;
    for (EchoEngine each : engines()) {
      code =
          Math.max(
              code,
              new EchoSession(new Fleet(each, journal, parallel), new AllReports(reports))
                  .run(environment.out(), requests, rounds, interval, stop));
      if (code == ExitCode.STOPPED) {
        break;
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
    String wanted = engine;
    if (wanted == null) {
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
    if (engine != null || repeat != null || capture != null) {
      throw wrong("--compare cannot be combined with --engine, --repeat or --capture");
    }
    if (format != EchoFormat.TEXT && format != EchoFormat.JSON) {
      throw wrong("--compare writes only text or json");
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
                  repeat != null,
                  Paint.of(environment.terminal().isThere(), environment.variables()));
      case JSON -> new JsonReport(out, repeat != null);
      case JUNIT -> new JUnitReport(out);
      case PROMETHEUS -> new PrometheusReport(out);
      case TICKET -> new TicketReport(out, TicketFormat.TEXT, disguise);
      case TICKET_MARKDOWN -> new TicketReport(out, TicketFormat.MARKDOWN, disguise);
    };
  }

  private List<CheckRequest> requests() throws InputException {
    PeersFile file = PeersFile.find(peers, environment);
    Targets found =
        new Targets(
            file,
            book(file),
            new Targets.Wishes(calling, source, timeout, connectTimeout, !noTlsProbe));
    List<CheckRequest> requests = new ArrayList<>();
    if (all) {
      requests.addAll(found.all());
    }
    for (String tag : tags) {
      requests.addAll(found.tagged(tag));
    }
    for (String target : targets) {
      requests.add(found.named(target));
    }
    return user.applyTo(tls.applyTo(requests, environment.directory())).stream()
        .distinct()
        .toList();
  }

  private PeerBook book(PeersFile file) throws InputException {
    boolean needed = all || !tags.isEmpty() || !targets.stream().allMatch(t -> t.contains("@"));
    return file.read(needed, "echo", environment);
  }

  private void requireUsable() throws InputException {
    forbidden.refuse();
    requireComparable();
    if (targets.isEmpty() && tags.isEmpty() && !all) {
      throw wrong("no target: give AET@host:port, the name of a saved peer, --tag TAG or --all");
    }
    if (repeat != null && repeat < 1) {
      throw wrong("--repeat must be at least 1, not " + repeat);
    }
    if (parallel < 1 || parallel > Fleet.MAX_PARALLELISM) {
      throw wrong("--parallel must be from 1 to " + Fleet.MAX_PARALLELISM + ", not " + parallel);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
