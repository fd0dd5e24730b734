package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryReader;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.ui.Results;

/**
 * A history of very many results: how long a peer's tab takes to load, the start of the list, and
 * what it costs to write 1,000 results a second. Started by {@code bin/bench history}.
 */
public final class HistoryBench {

  private static final int ROWS = 10_000_000;
  private static final int PEERS = 80;
  private static final int RATE = 1_000;
  private static final int SECONDS = 10;
  private static final int TIMES = 20;

  private final PrintStream out;
  private final HistoryFolder folder;
  private final List<UUID> peers = new ArrayList<>();

  private HistoryBench(PrintStream out, Path folder) {
    this.out = out;
    this.folder = new HistoryFolder(folder);
  }

  /**
   * @param args nothing, or how many results; and a folder that is kept, which is filled where it
   *     is empty
   */
  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
    Path folder =
        args.length > 1
            ? Files.createDirectories(Path.of(args[1]))
            : Files.createTempDirectory("echolot-bench-history");
    System.out.println(Bench.machine());
    try {
      new HistoryBench(System.out, folder).run(rows);
    } finally {
      if (args.length < 2) {
        delete(folder);
      }
    }
    System.out.println(Bench.machine());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void run(int rows) throws Exception {
    List<List<CheckResult>> examples = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      CheckRequest request = request(i);
      peers.add(request.peerId());
      examples.add(
          List.of(Results.success(request, Duration.ofMillis(2)), Results.refused(request)));
    }
    Path database = folder.folder().resolve("history.db");
    if (!Files.exists(database)) {
      long began = System.nanoTime();
      Duration apart = Duration.ofMillis(Duration.ofDays(90).toMillis() / (rows / PEERS));
      new HistorySimulator(folder, 1)
          .fill(peers, examples, rows / PEERS, apart, Instant.now().minusSeconds(5));
      say("%,d results of %d peers in bulk: %.1f s", rows, PEERS, seconds(began));
    }
    say("database: %,d MB", Files.size(database) >> 20);
    try (HistoryStore store = HistoryStore.open(folder, Retention.FOREVER, out::println)) {
      long began = System.nanoTime();
      while (store.reader().summedUpTo().isBefore(Instant.now().minus(Duration.ofHours(2)))) {
        LockSupport.parkNanos(50_000_000);
      }
      say("hours of 90 days summed up, beside all else: %.1f s", seconds(began));
      read(store.reader());
      write(store);
    }
  }

  private static CheckRequest request(int number) {
    return CheckRequest.of(
        new UUID(99, number),
        "Peer " + number,
        new AeTitle("PEER" + number),
        new AeTitle("ECHOLOT"),
        "10.1.2." + number,
        104);
  }

  private void read(HistoryReader reader) {
    Instant now = Instant.now();
    time("last 38 results of all peers", () -> reader.recent(38));
    int[] next = new int[1];
    time(
        "a peer's tab: 24 hours, figures, last 60 results   (aim: 200 or less)",
        () -> tab(reader, peers.get(next[0]++ % PEERS), now, Duration.ofDays(1)));
    time(
        "the same for 30 days",
        () -> tab(reader, peers.get(next[0]++ % PEERS), now, Duration.ofDays(30)));
    time(
        "the same for 2 years",
        () -> tab(reader, peers.get(next[0]++ % PEERS), now, Duration.ofDays(730)));
  }

  private static void tab(HistoryReader reader, UUID peer, Instant now, Duration span) {
    Instant from = now.minus(span);
    var _ = reader.figures(peer, CheckStage.ECHO, from, now);
    var _ = reader.lastResults(peer, 60);
    if (span.toDays() < 3) {
      var _ = reader.series(peer, CheckStage.ECHO, from.minus(span), now);
    } else {
      int together = (int) Math.max(1, span.toHours() / 1_500);
      var _ = reader.hours(peer, CheckStage.ECHO, from.minus(span), now, together);
    }
  }

  private void time(String what, Runnable work) {
    Samples samples = new Samples();
    long first = 0;
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      work.run();
      long took = System.nanoTime() - began;
      first = i == 0 ? took : first;
      samples.add(took);
    }
    say(
        "%-75s first %7.1f ms   median %7.1f ms   longest %7.1f ms",
        what, first / 1e6, samples.medianMillis(), samples.percentileMillis(100));
  }

  private void write(HistoryStore store) throws Exception {
    long cpu = cpuNanos();
    long began = System.nanoTime();
    long longest = 0;
    for (int i = 0; i < RATE * SECONDS; i++) {
      long due = began + i * (1_000_000_000L / RATE);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      CheckResult result = now(Results.success(request(i % PEERS), Duration.ofMillis(2)));
      long before = System.nanoTime();
      store.keep(result);
      longest = Math.max(longest, System.nanoTime() - before);
    }
    store.flush().get(60, TimeUnit.SECONDS);
    double took = seconds(began);
    say(
        "%,d results in %.1f s, %,.0f a second: %.0f %% of a core; a check waited %.2f ms at most",
        RATE * SECONDS,
        took,
        RATE * SECONDS / took,
        (cpuNanos() - cpu) / took / 1e7,
        longest / 1e6);
    began = System.nanoTime();
    for (int i = 0; i < 15_000; i++) {
      store.keep(now(Results.success(request(i % PEERS), Duration.ofMillis(2))));
    }
    store.flush().get(60, TimeUnit.SECONDS);
    say("as fast as can be: %,.0f results a second", 15_000 / seconds(began));
  }

  private static CheckResult now(CheckResult result) {
    return new CheckResult(
        result.request(),
        result.engine(),
        OffsetDateTime.now(ZoneOffset.UTC),
        result.outcome(),
        result.stage(),
        result.cause(),
        result.summary(),
        result.move(),
        result.endedBy(),
        result.advice(),
        result.warnings(),
        result.total(),
        result.stages(),
        result.reject(),
        result.abort(),
        result.echoStatus(),
        result.negotiated(),
        result.tls(),
        result.userIdentity(),
        result.localAddress(),
        result.remoteAddress());
  }

  private static long cpuNanos() {
    var bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return bean.getProcessCpuTime();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, "  " + format + "%n", values);
  }
}
