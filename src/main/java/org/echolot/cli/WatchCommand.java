package org.echolot.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckRequest;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UsageException;
import org.echolot.cli.option.UserOptions;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.watch.OwnLine;
import org.echolot.fleet.watch.ThisComputersLine;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.Watched;
import org.echolot.history.History;
import org.echolot.history.SessionHistory;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.monitor.KnownPeers;
import org.echolot.monitor.MonitorServer;
import org.echolot.peers.file.PeerStore;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** {@code echolot watch}. */
final class WatchCommand implements Command {

  /** How often the peers file is looked at. */
  private static final long LOOK_SECONDS = 2;

  private final Environment environment;

  WatchCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public Declaration declaration() {
    return WatchOptions.declaration();
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    boolean serves = given.has(WatchOptions.SERVE);
    if (!serves && (given.has(WatchOptions.PROBE_ANY) || given.has(WatchOptions.SERVE_NAME))) {
      throw new UsageException("--probe-any and --serve-name belong to --serve");
    }
    PeersFile file = PeersFile.find(given, environment);
    WatchedPeers peers = new WatchedPeers(given, environment, file);
    BookOnDisk disk = new BookOnDisk(peers, file.path());
    List<Watched> watched = peers.in(disk.book());
    if (!provideCredentials(given, watched)) {
      return ExitCode.STOPPED;
    }
    try (History history = history(given)) {
      return watch(given, file, peers, disk, watched, history);
    }
  }

  private History history(Given given) {
    return given.has(KeptHistory.NONE) || !KeptHistory.folders(environment).keepsHistory()
        ? new SessionHistory()
        : KeptHistory.openForLong(name(), environment);
  }

  private int watch(
      Given given,
      PeersFile file,
      WatchedPeers peers,
      BookOnDisk disk,
      List<Watched> watched,
      History history)
      throws InputException, InterruptedException {
    Journal journal = new Journal();
    int parallelism = given.value(WatchOptions.PARALLEL, Fleet.DEFAULT_PARALLELISM);
    Fleet fleet = new Fleet(environment.engine(), journal, parallelism, history);
    OwnLine line = new ThisComputersLine();
    EventPrinter printer =
        new EventPrinter(
            environment.out(), given.value(WatchOptions.FORMAT, WatchOptions.Format.TEXT), history);
    CountDownLatch over = new CountDownLatch(1);
    try (LogPrinter _ = logPrinter(given, journal, over);
        Watch watch = new Watch(fleet, line, printer);
        MonitorServer _ = serve(given, disk, file, watch, fleet, line);
        var _ = environment.interrupted().onStop(over::countDown);
        var _ = environment.terminated().onStop(over::countDown)) {
      watch.watch(watched);
      while (!over.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
        if (environment.out().checkError()) {
          return ExitCode.STOPPED; // nobody reads what happens any more
        }
        lookAtBook(disk, peers, watch);
      }
    }
    return environment.interrupted().isStopped() ? ExitCode.STOPPED : ExitCode.OK;
  }

  private boolean provideCredentials(Given given, List<Watched> watched)
      throws InputException, InterruptedException {
    TlsOptions tls = new TlsOptions(given);
    List<CheckRequest> requests = watched.stream().map(Watched::request).toList();
    return new Credentials(environment, tls, new UserOptions(given))
        .provideFor(requests, tls.files(environment.directory()));
  }

  private @Nullable LogPrinter logPrinter(Given given, Journal journal, CountDownLatch over) {
    Level log = given.value(WatchOptions.LOG);
    if (log == null) {
      return null;
    }
    LogPrinter printer = new LogPrinter(environment.err(), () -> over.getCount() == 0);
    journal.addReader(printer, log);
    return printer;
  }

  private @Nullable MonitorServer serve(
      Given given, BookOnDisk disk, PeersFile file, Watch watch, Fleet fleet, OwnLine line)
      throws InputException {
    InetSocketAddress at = given.value(WatchOptions.SERVE);
    if (at == null) {
      return null;
    }
    boolean isPrivate = MonitorServer.isPrivate(at.getAddress());
    boolean any = isPrivate || given.has(WatchOptions.PROBE_ANY);
    MonitorServer server;
    try {
      server =
          MonitorServer.start(
              at,
              names(given),
              () -> new KnownPeers(disk.book(), PeerStore.folderOf(file.path()), any),
              watch,
              fleet,
              line);
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    if (!isPrivate) {
      tell(
          "anyone who can reach "
              + AddressText.of(server.address())
              + " sees the peers and their state, and can have "
              + (any ? "any host and port" : "the saved peers")
              + " checked");
    }
    environment.out().println("serving on http://" + AddressText.of(server.address()));
    return server;
  }

  private Set<String> names(Given given) {
    Set<String> names = new HashSet<>();
    for (String name : given.values(WatchOptions.SERVE_NAME)) {
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
      String name = environment.variables().get(variable);
      if (name != null && !name.isBlank()) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** A file that is broken while somebody writes it changes nothing. */
  private void lookAtBook(BookOnDisk disk, WatchedPeers peers, Watch watch) {
    try {
      var changed = disk.look();
      if (changed.isPresent()) {
        watch.watch(peers.in(changed.get()));
      }
    } catch (InputException e) {
      tell(e.getMessage() + "; the peers of before are watched on");
    }
  }

  private void tell(String words) {
    environment.err().println(Escapes.oneLine("echolot watch: " + words));
  }
}
