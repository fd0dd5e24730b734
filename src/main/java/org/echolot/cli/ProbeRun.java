package org.echolot.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.Errands;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.peers.PeerBook;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.probe.BigProbe;
import org.echolot.probe.BigResult;
import org.echolot.probe.Catalogue;
import org.echolot.probe.FindProbe;
import org.echolot.probe.PeersMatrixText;
import org.echolot.probe.ProbeChange;
import org.echolot.probe.ProbeCsv;
import org.echolot.probe.ProbeJson;
import org.echolot.probe.ProbeMemory;
import org.echolot.probe.ProbeResult;
import org.echolot.probe.ProbeText;
import org.echolot.probe.Service;
import org.echolot.probe.ServiceMatrix;
import org.echolot.probe.ServiceProbe;
import org.echolot.settings.Folders;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** One run of {@code echolot probe}, with what was asked for. */
final class ProbeRun {

  private final Environment environment;
  private final Given given;
  private final Errands errands;
  private final StopSignal stop = new StopSignal();
  private final Journal journal = new Journal();

  ProbeRun(Environment environment, Given given) {
    this.environment = environment;
    this.given = given;
    this.errands = new Errands(environment.materials(), environment.secrets());
  }

  /**
   * Asks one peer after the other.
   *
   * @return the exit code
   */
  int run() throws InputException, InterruptedException {
    TlsOptions tls = new TlsOptions(given);
    UserOptions user = new UserOptions(given);
    PeersFile file = PeersFile.find(given, environment);
    boolean saved = given.has(ProbeOptions.ALL) || given.has(ProbeOptions.TAG);
    if (!saved && given.operands().isEmpty()) {
      throw new UsageException("TARGET is missing: name one, or write --all or --tag");
    }
    boolean needed = saved || !given.operands().stream().allMatch(target -> target.contains("@"));
    PeerBook book = file.read(needed, "probe", environment);
    List<CheckRequest> requests = requests(file, book, tls, user);
    if (!new Credentials(environment, tls, user)
        .provideFor(requests, tls.files(environment.directory()))) {
      return ExitCode.STOPPED;
    }
    List<AeTitle> ours = new ArrayList<>(List.of(book.callingAe()));
    book.peers()
        .forEach(peer -> ours.add(book.requestFor(peer, environment.directory()).callingAe()));
    try (var _ = environment.interrupted().onStop(stop::stop);
        var _ = environment.terminated().onStop(stop::stop);
        LogPrinter _ = logPrinter()) {
      return probe(requests, ours);
    }
  }

  private List<CheckRequest> requests(
      PeersFile file, PeerBook book, TlsOptions tls, UserOptions user) throws InputException {
    Targets found =
        new Targets(
            file,
            book,
            new Targets.Wishes(
                given.value(Targets.CALLING),
                given.value(EchoOptions.SOURCE),
                given.value(ProbeOptions.TIMEOUT),
                null,
                true));
    List<CheckRequest> requests = new ArrayList<>();
    if (given.has(ProbeOptions.ALL)) {
      requests.addAll(found.all());
    }
    for (String tag : given.values(ProbeOptions.TAG)) {
      requests.addAll(found.tagged(tag));
    }
    for (String target : given.operands()) {
      requests.add(found.named(target));
    }
    return user.applyTo(tls.applyTo(requests, environment.directory())).stream()
        .distinct()
        .toList();
  }

  private @Nullable LogPrinter logPrinter() {
    var level = given.value(EchoOptions.LOG);
    if (level == null) {
      return null;
    }
    LogPrinter printer = new LogPrinter(environment.err(), stop::isStopped);
    journal.addReader(printer, level);
    return printer;
  }

  private int probe(List<CheckRequest> requests, List<AeTitle> ours) {
    PrintStream out = environment.out();
    ProbeOptions.Format format = given.value(ProbeOptions.FORMAT, ProbeOptions.Format.TEXT);
    if (format == ProbeOptions.Format.CSV) {
      out.print(ProbeCsv.HEAD + "\r\n");
    }
    boolean good = true;
    List<ProbeResult> results = new ArrayList<>();
    for (CheckRequest request : requests) {
      ProbeResult result = probe(request, ours);
      if (stop.isStopped()) {
        return ExitCode.STOPPED;
      }
      good &= result.isGood();
      if (results.size() < PeersMatrixText.MOST_PEERS) {
        results.add(result);
      }
      switch (format) {
        case TEXT -> ProbeText.of(result).forEach(out::println);
        case JSON -> out.print(ProbeJson.of(result) + "\n");
        case CSV -> ProbeCsv.of(result).forEach(line -> out.print(line + "\r\n"));
      }
    }
    if (format == ProbeOptions.Format.TEXT) {
      PeersMatrixText.of(results).forEach(out::println);
    }
    return good ? ExitCode.OK : ExitCode.FAILED;
  }

  private ProbeResult probe(CheckRequest request, List<AeTitle> ours) {
    OffsetDateTime startedAt = OffsetDateTime.now(ZoneId.systemDefault());
    boolean big = given.has(ProbeOptions.BIG);
    boolean find = given.has(ProbeOptions.FIND);
    boolean titles = given.has(ProbeOptions.AE_TITLES);
    boolean services =
        given.has(ProbeOptions.SERVICES)
            || given.has(ProbeOptions.ONLY)
            || !(big || find || titles);
    ServiceMatrix matrix =
        services ? new ServiceProbe(errands, request, listener(request), stop).run(wanted()) : null;
    BigResult large =
        big ? new BigProbe(errands, request, listener(request), stop).run(sizes()) : null;
    FindProbe.Found found = find ? FindProbe.run(errands, request, listener(request), stop) : null;
    return new ProbeResult(
        request,
        startedAt,
        matrix,
        matrix == null ? null : changes(request, matrix),
        large,
        found,
        titles ? aeTitles(request, ours) : null);
  }

  private AeTitleQuestion.@Nullable Answered aeTitles(CheckRequest request, List<AeTitle> ours) {
    CheckResult result = environment.engine().check(request, listener(request), stop);
    return AeTitleQuestion.fits(result)
        ? AeTitleQuestion.run(errands, result, ours, listener(request), stop)
        : AeTitleQuestion.notAsked(result);
  }

  private CheckListener listener(CheckRequest request) {
    return new CheckNarrator(journal, LineSource.of(request), journal.newConversation());
  }

  private List<Service> wanted() {
    List<Service> only =
        given.values(ProbeOptions.ONLY).stream().flatMap(Collection::stream).distinct().toList();
    return only.isEmpty() ? Catalogue.services() : only;
  }

  private List<Integer> sizes() {
    List<Integer> sizes =
        given.values(ProbeOptions.BIG).stream()
            .distinct()
            .sorted()
            .limit(BigProbe.MAX_SIZES)
            .toList();
    return sizes.isEmpty() ? BigProbe.SIZES : sizes;
  }

  /** What changed since the last probe; that it can't be kept is no fault of the peer's. */
  private @Nullable List<ProbeChange> changes(CheckRequest request, ServiceMatrix matrix) {
    Folders folders =
        Folders.of(
            environment.variables(),
            System.getProperty("os.name", ""),
            System.getProperty("user.home", ""));
    try {
      return new ProbeMemory(folders.probes()).exchange(request.peerId(), matrix);
    } catch (IOException e) {
      environment
          .err()
          .println(Escapes.oneLine("echolot: this probe was not kept: " + e.getMessage()));
      return null;
    }
  }
}
