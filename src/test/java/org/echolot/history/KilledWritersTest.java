package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.success;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.echolot.check.CheckResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is killed while it writes loses nothing that was said to be written, and leaves a
 * whole database. For more than these few: {@code -Decholot.kills=1000}.
 */
class KilledWritersTest {

  private static final int KILLS = Integer.getInteger("echolot.kills", 24);
  private static final Duration LIMIT = Duration.ofMinutes(1).plusSeconds(6L * KILLS);

  /** How many results each writing says is written. */
  private static final int BATCH = 50;

  @TempDir Path temporary;

  /** Keeps results for ever, by the database and by the spool, and tells what is written. */
  static final class Writing {

    private Writing() {}

    public static void main(String[] args)
        throws InterruptedException, ExecutionException, TimeoutException {
      HistoryFolder folder = new HistoryFolder(Path.of(args[0]));
      int from = Integer.parseInt(args[1]);
      HistoryStore store = HistoryStore.open(folder, Retention.DEFAULT, _ -> {});
      for (int i = from; ; i += BATCH) {
        for (int j = i; j < i + BATCH; j++) {
          store.keep(result(j));
        }
        try (SpoolHistory spool = new SpoolHistory(folder, _ -> {})) {
          for (int j = i; j < i + BATCH; j++) {
            spool.keep(spooled(j));
          }
        }
        store.flush().get(30, TimeUnit.SECONDS);
        System.out.println(i + BATCH);
      }
    }
  }

  private static CheckResult result(int number) {
    return success(1 + number % 7, NOON.plusMillis(number), 1 + number % 1_000);
  }

  private static CheckResult spooled(int number) {
    return success(100 + number % 7, NOON.plusMillis(number), 1 + number % 1_000);
  }

  private static List<String> command(Path folder, int from) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-Xmx64m",
        "-cp",
        System.getProperty("java.class.path"),
        Writing.class.getName(),
        folder.toString(),
        Integer.toString(from));
  }

  /** Says up to which number all is written. */
  private static int killWhileWriting(Path folder, int from, Duration after)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(folder, from))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int written = from;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      written = Integer.parseInt(out.readLine());
      LockSupport.parkNanos(after.toNanos());
      // By its handle: what it wrote can still be read.
      boolean _ = process.toHandle().destroyForcibly();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        written = Integer.parseInt(line);
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return written;
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.DAYS) // the limit is that of the kills
  void killedAtAnyMomentAllThatWasWrittenIsThereOnce() {
    assertTimeoutPreemptively(LIMIT, this::killAndLook);
  }

  private void killAndLook() throws Exception {
    long seed = Long.getLong("echolot.seed", System.nanoTime());
    Random random = new Random(seed);
    Path folder = temporary.resolve("history");
    List<String> said = new CopyOnWriteArrayList<>();
    int begun = 0;
    List<int[]> certain = new ArrayList<>();
    for (int kill = 1; kill <= KILLS; kill++) {
      int written = killWhileWriting(folder, begun, Duration.ofNanos(random.nextLong(200_000_000)));
      certain.add(new int[] {begun, written});
      begun = written + 10 * BATCH; // none is ever written twice
    }

    try (HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.DEFAULT, said::add)) {
      store.flush().get(30, TimeUnit.SECONDS);
      List<CheckResult> there = new ArrayList<>();
      assertThat(store.reader().results(null, Instant.EPOCH, Instant.MAX, there::add)).isTrue();
      Set<CheckResult> different = new HashSet<>(there);
      assertThat(different).as("seed %d", seed).hasSameSizeAs(there);
      List<CheckResult> missing = new ArrayList<>();
      for (int[] span : certain) {
        for (int number = span[0]; number < span[1]; number++) {
          Stream.of(result(number), spooled(number))
              .filter(result -> !different.contains(result))
              .forEach(missing::add);
        }
      }
      assertThat(missing).as("seed %d", seed).isEmpty();
    }
    // At most a line about a spool of which the last record is not whole.
    assertThat(said).allMatch(text -> text.contains("results of the history could not be read"));
    try (var connection = Database.open(new HistoryFolder(folder).database());
        var statement = connection.createStatement();
        var check = statement.executeQuery("PRAGMA integrity_check")) {
      assertThat(check.getString(1)).isEqualTo("ok");
    }
  }
}
