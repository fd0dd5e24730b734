package org.echolot.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UnwrittenException;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.journal.Journal;
import org.echolot.report.acceptance.Entry;
import org.echolot.report.acceptance.Expectation;
import org.echolot.report.acceptance.Sheet;
import org.echolot.report.acceptance.SheetCsv;
import org.echolot.report.acceptance.SheetHtml;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** {@code echolot acceptance}. */
final class AcceptanceCommand implements Command {

  private static final long MOST_BYTES = 50_000_000;

  private final Environment environment;

  AcceptanceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "acceptance";
  }

  @Override
  public Declaration declaration() {
    return AcceptanceOptions.declaration();
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    List<Path> reports = reports(given);
    List<CheckRequest> peers = peers(given);
    TlsOptions tls = new TlsOptions(given);
    boolean complete =
        new Credentials(environment, tls, new UserOptions(given))
            .provideFor(peers, tls.files(environment.directory()));
    if (!complete) {
      return ExitCode.STOPPED;
    }
    List<Entry> before = before(given, reports);
    OffsetDateTime madeAt =
        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    List<Entry> entries = entries(questions(given, peers));
    if (environment.interrupted().isStopped() || environment.terminated().isStopped()) {
      return ExitCode.STOPPED; // half a sheet is none
    }
    Sheet sheet = new Sheet(madeAt, computer(), entries);
    List<String> differences = before == null ? null : sheet.differencesFrom(before);
    print(sheet, differences);
    for (Path report : reports) {
      write(report, sheet, differences);
    }
    return sheet.isAccepted() ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Path> reports(Given given) throws UsageException {
    List<Path> reports = new ArrayList<>();
    for (Path report : given.values(AcceptanceOptions.REPORT)) {
      if (!isCsv(report) && !nameOf(report).endsWith(".html")) {
        throw new UsageException("--report: '" + report + "' ends in neither .html nor .csv");
      }
      reports.add(environment.directory().resolve(report));
    }
    return reports;
  }

  private static boolean isCsv(Path report) {
    return nameOf(report).endsWith(".csv");
  }

  private static String nameOf(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  private List<CheckRequest> peers(Given given) throws InputException {
    boolean saved = given.has(AcceptanceOptions.ALL) || given.has(AcceptanceOptions.TAG);
    if (!saved && given.operands().isEmpty()) {
      throw new UsageException(
          "no target: give AET@host:port, the name of a saved peer, --tag TAG or --all");
    }
    PeersFile file = PeersFile.find(given, environment);
    boolean needed = saved || !given.operands().stream().allMatch(t -> t.contains("@"));
    Targets targets =
        new Targets(
            file,
            file.read(needed, name(), environment),
            new Targets.Wishes(null, null, given.value(AcceptanceOptions.TIMEOUT), null, false));
    List<CheckRequest> peers = new ArrayList<>();
    if (given.has(AcceptanceOptions.ALL)) {
      peers.addAll(targets.all());
    }
    for (String tag : given.values(AcceptanceOptions.TAG)) {
      peers.addAll(targets.tagged(tag));
    }
    for (String target : given.operands()) {
      peers.add(targets.named(target));
    }
    return new UserOptions(given)
        .applyTo(new TlsOptions(given).applyTo(peers, environment.directory())).stream()
            .distinct()
            .toList();
  }

  /** The sheet of the last run; null where there is none. */
  private @Nullable List<Entry> before(Given given, List<Path> reports) throws InputException {
    Path chosen = given.value(AcceptanceOptions.COMPARE);
    Optional<Path> file =
        chosen == null
            ? reports.stream().filter(AcceptanceCommand::isCsv).filter(Files::exists).findFirst()
            : Optional.of(environment.directory().resolve(chosen));
    if (file.isEmpty()) {
      return null;
    }
    try {
      if (Files.size(file.get()) > MOST_BYTES) {
        throw new InputException(file.get() + " is too large for an acceptance sheet");
      }
      return SheetCsv.read(Files.readString(file.get()));
    } catch (IllegalArgumentException e) {
      throw new InputException(file.get() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new InputException("can't read " + file.get() + ": " + e.getMessage());
    }
  }

  /** Each peer with each AE title, in the order of the sheet. */
  private static Map<CheckRequest, Expectation> questions(Given given, List<CheckRequest> peers)
      throws UsageException {
    List<AeTitle> strangers =
        given.has(AcceptanceOptions.STRANGER)
            ? given.values(AcceptanceOptions.STRANGER)
            : List.of(AcceptanceOptions.STRANGER_AE);
    Map<CheckRequest, Expectation> questions = new LinkedHashMap<>();
    for (CheckRequest peer : peers) {
      List<AeTitle> calling =
          given.has(AcceptanceOptions.CALLING)
              ? given.values(AcceptanceOptions.CALLING)
              : List.of(peer.callingAe());
      calling.forEach(ae -> questions.put(calledAs(peer, ae), Expectation.ACCEPT));
      if (given.has(AcceptanceOptions.NO_STRANGER)) {
        continue;
      }
      for (AeTitle stranger : strangers) {
        if (questions.put(calledAs(peer, stranger), Expectation.REFUSE) != null) {
          throw new UsageException(
              "'" + stranger + "' cannot both have to be accepted and have to be refused");
        }
      }
    }
    return questions;
  }

  private static CheckRequest calledAs(CheckRequest peer, AeTitle calling) {
    return new CheckRequest(
        peer.peerId(),
        peer.name(),
        peer.calledAe(),
        calling,
        peer.host(),
        peer.port(),
        peer.timeouts(),
        peer.tls(),
        peer.userIdentity(),
        peer.source(),
        peer.probesTls());
  }

  private List<Entry> entries(Map<CheckRequest, Expectation> questions)
      throws InterruptedException {
    Map<CheckRequest, CheckResult> results = new ConcurrentHashMap<>();
    Fleet fleet = new Fleet(environment.engine(), new Journal(), Fleet.DEFAULT_PARALLELISM);
    FleetRun run =
        fleet.start(
            List.copyOf(questions.keySet()),
            new FleetListener() {
              @Override
              public void checkEnded(CheckEnded ended) {
                results.put(ended.request(), ended.result());
              }
            });
    StopSignal interrupted = environment.interrupted();
    try (var _ = interrupted.onStop(run::stop);
        var _ = environment.terminated().onStop(run::stop)) {
      run.await();
    }
    List<Entry> entries = new ArrayList<>();
    questions.forEach(
        (request, expectation) -> {
          CheckResult result = results.get(request);
          if (result != null) {
            entries.add(Entry.of(result, expectation));
          }
        });
    return entries;
  }

  private static String computer() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException _) {
      return "a computer without a name";
    }
  }

  private void print(Sheet sheet, @Nullable List<String> differences) {
    for (Entry entry : sheet.entries()) {
      tell(
          entry.mark().sign()
              + " "
              + entry.peer()
              + " called as "
              + entry.callingAe()
              + ", "
              + entry.expectation().label()
              + ": "
              + entry.summary());
    }
    if (differences != null) {
      tell("Differences from the last run: " + (differences.isEmpty() ? "none" : ""));
      differences.forEach(line -> tell("  " + line));
    }
  }

  private void tell(String line) {
    environment.out().println(Escapes.oneLine(line));
  }

  private static void write(Path file, Sheet sheet, @Nullable List<String> differences)
      throws InputException {
    String text = isCsv(file) ? SheetCsv.write(sheet) : SheetHtml.write(sheet, differences);
    try {
      new AtomicFile(file, FileSteps.REAL).write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UnwrittenException("the sheet could not be written: " + e.getMessage());
    }
  }
}
