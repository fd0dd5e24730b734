package org.echolot.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.TimedCheck;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.ThisComputersLine;
import org.echolot.history.History;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;
import org.echolot.peers.AeAddress;
import org.echolot.report.PluginRange;
import org.echolot.report.PluginText;
import org.echolot.report.PluginVerdict;
import org.jspecify.annotations.Nullable;

/** {@code echolot check}: a plugin of monitoring systems, which fork it for each check. */
final class CheckCommand implements Command {

  private static final int MAX_LOG_LINES = 500;

  private final Environment environment;

  CheckCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Declaration declaration() {
    return CheckOptions.declaration();
  }

  /** A monitoring system shows what is on standard output, and takes a 2 for a peer that fails. */
  @Override
  public int complain(String line, int code, Environment world) {
    world.out().println("DICOM UNKNOWN - " + line.replace('|', '/'));
    return PluginVerdict.State.UNKNOWN.code();
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    List<CheckRequest> requests = requests(given);
    int worst = 0;
    try (History history = KeptHistory.ofBriefCommand(name(), given, environment)) {
      for (CheckRequest request : requests) {
        worst = Math.max(worst, check(given, request, history));
        if (environment.interrupted().isStopped() || environment.terminated().isStopped()) {
          return ExitCode.STOPPED;
        }
      }
    }
    return worst;
  }

  private int check(Given given, CheckRequest request, History history)
      throws InterruptedException {
    Journal journal = new Journal();
    List<String> log = new ArrayList<>();
    if (given.has(CheckOptions.VERBOSE)) {
      journal.addReader(line -> keep(log, line), JournalLine.Level.INFO);
    }
    Duration timeout = given.value(CheckOptions.TIMEOUT, CheckOptions.DEFAULT_TIMEOUT);
    CheckResult result =
        TimedCheck.run(new Fleet(environment.engine(), journal, 1, history), request, timeout);
    LineFault fault =
        result.outcome() == Outcome.FAILURE ? new ThisComputersLine().faultBehind(result) : null;
    PluginRange warning = given.value(CheckOptions.WARNING);
    PluginRange critical = given.value(CheckOptions.CRITICAL);
    PluginVerdict verdict =
        PluginVerdict.of(result, warning, critical, fault == null ? null : fault.words());
    List<String> lines =
        switch (given.value(CheckOptions.FORMAT, CheckFormat.NAGIOS)) {
          case NAGIOS -> PluginText.nagios(result, verdict, warning, critical);
          case CHECKMK -> List.of(PluginText.checkmk(result, verdict, warning, critical));
          case INFLUX -> List.of(PluginText.influx(result, verdict));
        };
    lines.forEach(environment.out()::println);
    synchronized (log) {
      log.forEach(environment.out()::println);
    }
    return verdict.state().code();
  }

  private static void keep(List<String> log, JournalLine line) {
    synchronized (log) {
      if (log.size() < MAX_LOG_LINES) {
        log.add(LineFormat.text(line).replace('|', '/'));
      }
    }
  }

  private List<CheckRequest> requests(Given given) throws InputException, InterruptedException {
    List<CheckRequest> found = found(given);
    TlsOptions tls = new TlsOptions(given);
    UserOptions user = new UserOptions(given);
    List<CheckRequest> requests = user.applyTo(tls.applyTo(found, environment.directory()));
    boolean complete =
        new Credentials(environment, tls, user)
            .provideFor(requests, tls.files(environment.directory()));
    if (!complete) {
      throw new InputException("stopped before a password was given");
    }
    return requests;
  }

  private List<CheckRequest> found(Given given) throws InputException {
    AeAddress address = address(given);
    List<String> named = address == null ? given.operands() : List.of(address.toString());
    boolean several = given.has(CheckOptions.ALL) || given.has(CheckOptions.TAG);
    if (named.size() + (several ? 1 : 0) != 1) {
      throw new UsageException(
          "one target is needed: -H HOST -p PORT --called AET, AET@host:port, or the name of a"
              + " saved peer");
    }
    if (several && given.value(CheckOptions.FORMAT, CheckFormat.NAGIOS) == CheckFormat.NAGIOS) {
      throw new UsageException(
          "--all and --tag need --format checkmk or influx: a plugin's answer is about one peer");
    }
    PeersFile file = PeersFile.find(given, environment);
    boolean needed = several || !named.getFirst().contains("@");
    Targets targets =
        new Targets(
            file,
            file.read(needed, name(), environment),
            new Targets.Wishes(given.value(Targets.CALLING), null, null, null, true));
    List<CheckRequest> found = new ArrayList<>();
    if (given.has(CheckOptions.ALL)) {
      found.addAll(targets.all());
    }
    for (String tag : given.values(CheckOptions.TAG)) {
      found.addAll(targets.tagged(tag));
    }
    for (String name : named) {
      found.add(targets.named(name));
    }
    return found.stream().distinct().toList();
  }

  /** What -H, -p and --called say; null where none was given. */
  private static @Nullable AeAddress address(Given given) throws UsageException {
    String host = given.value(CheckOptions.HOST);
    AeTitle called = given.value(CheckOptions.CALLED);
    if (host == null && called == null && !given.has(CheckOptions.PORT)) {
      return null;
    }
    if (host == null || called == null) {
      throw new UsageException("-H HOST and --called AET belong together");
    }
    if (!given.operands().isEmpty()) {
      throw new UsageException("a target and -H, -p or --called cannot be combined");
    }
    return new AeAddress(called, host, given.value(CheckOptions.PORT, CheckOptions.DEFAULT_PORT));
  }
}
