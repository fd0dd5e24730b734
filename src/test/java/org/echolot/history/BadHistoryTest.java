package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.id;
import static org.echolot.history.KeptResults.rejected;
import static org.echolot.history.KeptResults.success;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.check.CheckResult;
import org.echolot.files.SmallDisk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with the database stops nothing, is told once, and loses what it must. */
@Timeout(120)
class BadHistoryTest {

  private static final CheckResult FIRST = success(1, NOON, 100);
  private static final CheckResult SECOND = rejected(2, NOON.plusSeconds(1));

  @TempDir Path temporary;

  private HistoryFolder folder;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new HistoryFolder(Files.createDirectories(temporary.resolve("history")));
    // As the program does: its library is loaded once, and a second one ends the process.
    DriverLibrary.load(folder.folder());
  }

  private HistoryStore open() {
    return HistoryStore.open(folder, Retention.DEFAULT, said::add);
  }

  private static void flush(HistoryStore store) throws Exception {
    store.flush().get(30, TimeUnit.SECONDS);
  }

  private static List<CheckResult> all(HistoryStore store) {
    List<CheckResult> results = new ArrayList<>();
    boolean _ = store.reader().results(null, Instant.EPOCH, Instant.MAX, results::add);
    return results;
  }

  private void keep(CheckResult... results) {
    try (HistoryStore store = open()) {
      Stream.of(results).forEach(store::keep);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.folder())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private void execute(String sql) throws Exception {
    try (var connection = Database.open(folder.database());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatIsNoDatabaseIsKeptAsideAndANewOneBegun() throws Exception {
    Files.writeString(folder.database(), "this is no database at all, but longer than its header");

    keep(FIRST);

    assertThat(said)
        .singleElement()
        .asString()
        .contains("it is not a database", "It is kept as", "a new one was begun");
    assertThat(names()).anyMatch(name -> name.matches("history\\.broken-.*\\.db"));
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(FIRST);
    }
  }

  @Test
  void aDatabaseOfSomethingElseIsKeptAside() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE bookmarks(url TEXT)");
    }

    keep(FIRST);

    assertThat(said).singleElement().asString().contains("a database of something else");
    assertThat(names()).anyMatch(name -> name.startsWith("history.broken-"));
  }

  @Test
  void aDatabaseThatIsDamagedInItsMiddleIsKeptAsideAndTheResultsAreInTheNewOne() throws Exception {
    List<CheckResult> many = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      many.add(success(1 + i % 7, NOON.plusSeconds(i), 100 + i));
    }
    keep(many.toArray(CheckResult[]::new));
    try (FileChannel file = FileChannel.open(folder.database(), StandardOpenOption.WRITE)) {
      for (long at = 4096; at < file.size(); at += 4096) {
        file.write(ByteBuffer.wrap(new byte[64]), at);
      }
    }

    keep(FIRST, SECOND);

    assertThat(said).anyMatch(text -> text.contains("It is kept as"));
    try (HistoryStore store = open()) {
      assertThat(all(store)).contains(FIRST, SECOND);
    }
  }

  @Test
  void aDatabaseOfANewerVersionIsLeftAloneAndItsResultsWaitForIt() throws Exception {
    keep(FIRST);
    execute("PRAGMA user_version = " + (Database.VERSION + 1));
    byte[] before = Files.readAllBytes(folder.database());

    keep(SECOND);

    assertThat(said).singleElement().asString().contains("a newer Echolot made it");
    assertThat(Files.readAllBytes(folder.database())).isEqualTo(before);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database());
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + Database.VERSION);
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void whileAnotherProgramHoldsTheDatabaseResultsWaitAndNobodyWaitsForThem() throws Exception {
    keep(FIRST);
    try (var connection = Database.open(folder.database());
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      try (HistoryStore store = open()) {
        long began = System.nanoTime();
        store.keep(SECOND);
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(1));
        await().atMost(30, TimeUnit.SECONDS).until(() -> Files.exists(folder.spool()));
        assertThat(all(store)).as("what is committed can be read").containsExactly(FIRST);
      }
      statement.execute("ROLLBACK");
    }

    assertThat(said).singleElement().asString().contains("another program holds it");
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(FIRST, SECOND);
    }
  }

  @Test
  void twoProgramsShareTheDatabase() throws Exception {
    try (HistoryStore window = open();
        HistoryStore watch = open();
        SpoolHistory command = new SpoolHistory(folder, said::add)) {
      for (int i = 0; i < 200; i++) {
        window.keep(success(1, NOON.plusSeconds(i), 100));
        watch.keep(success(2, NOON.plusSeconds(i), 100));
        command.keep(success(3, NOON.plusSeconds(i), 100));
      }
      flush(window);
      flush(watch);
      assertThat(all(window)).hasSize(400);
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).hasSize(600);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void aDatabaseThatIsDeletedUnderUsIsMadeAgain() throws Exception {
    try (HistoryStore store = open()) {
      store.keep(FIRST);
      flush(store);
      for (String name : names()) {
        if (name.startsWith("history.db")) {
          Files.delete(folder.folder().resolve(name));
        }
      }
      store.keep(SECOND);
      flush(store);
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(SECOND);
    }
  }

  @Test
  void aFullDiskIsToldOnceAndWorkGoesOnWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.folder())) {
      try (HistoryStore store = open()) {
        store.keep(FIRST);
        flush(store);
        disk.fill();
        for (int i = 0; i < 500; i++) {
          store.keep(success(2, NOON.plusSeconds(i), 100 + i));
        }
        await().atMost(30, TimeUnit.SECONDS).until(() -> said.size() >= 2);
        assertThat(store.lastSuccess(id(2))).isNotNull();
        disk.clear();
      }
      assertThat(said)
          .anyMatch(text -> text.contains("Results were not kept in the history"))
          .hasSizeLessThan(5);
      try (HistoryStore store = open()) {
        store.keep(SECOND);
        flush(store);
        assertThat(all(store)).contains(FIRST, SECOND);
      }
    }
  }

  @Test
  void halfAResultInTheSpoolCostsNoOtherOne() throws Exception {
    Spool spool = new Spool(folder.spool());
    spool.append(List.of(StoredResult.of(FIRST)));
    long whole = spool.size();
    spool.append(List.of(StoredResult.of(success(3, NOON.plusSeconds(9), 5))));
    try (FileChannel file = FileChannel.open(folder.spool(), StandardOpenOption.WRITE)) {
      file.truncate((whole + file.size()) / 2);
    }
    spool.append(List.of(StoredResult.of(SECOND)));

    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(FIRST, SECOND);
    }
    assertThat(said).singleElement().asString().startsWith("1 results of the history");
    assertThat(names()).doesNotContain("history.spool", "history.spool.taken");
  }

  @Test
  void whoeverIsToldMayFailAndTheHistoryGoesOn() throws Exception {
    Files.writeString(folder.database(), "this is no database at all, but longer than its header");

    try (HistoryStore store =
        HistoryStore.open(
            folder,
            Retention.DEFAULT,
            text -> {
              said.add(text);
              throw new IllegalStateException("injected: " + text);
            })) {
      store.keep(FIRST);
      flush(store);
      store.keep(SECOND);
      flush(store);

      assertThat(said).isNotEmpty();
      assertThat(all(store)).containsExactlyInAnyOrder(FIRST, SECOND);
    }
  }
}
