package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.id;
import static org.echolot.history.KeptResults.onWay;
import static org.echolot.history.KeptResults.rejected;
import static org.echolot.history.KeptResults.success;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version is brought up to this one's schema, with all that is in it. */
@Timeout(60)
class OlderDatabaseTest {

  private static final CheckResult OLD = success(1, NOON, 100);

  /** As the first version made it: what is out there does not change. */
  private static final String FIRST_SCHEMA =
      """
      CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE peer(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE);
      CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
      CREATE TABLE facts(
        id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, used INTEGER NOT NULL,
        text TEXT NOT NULL);
      CREATE TABLE result(
        peer INTEGER NOT NULL, at INTEGER NOT NULL, zone INTEGER NOT NULL,
        kind INTEGER NOT NULL, cause INTEGER, stage INTEGER, states INTEGER NOT NULL,
        resolve INTEGER NOT NULL, connect INTEGER NOT NULL, tls INTEGER NOT NULL,
        associate INTEGER NOT NULL, echo INTEGER NOT NULL, release INTEGER NOT NULL,
        total INTEGER NOT NULL, port INTEGER NOT NULL, facts INTEGER NOT NULL,
        PRIMARY KEY(peer, at)) WITHOUT ROWID;
      CREATE TABLE hour(
        peer INTEGER NOT NULL, hour INTEGER NOT NULL, ok INTEGER NOT NULL,
        failed INTEGER NOT NULL, times BLOB NOT NULL,
        PRIMARY KEY(peer, hour)) WITHOUT ROWID;
      PRAGMA user_version = 1
      """;

  @TempDir Path temporary;

  private HistoryFolder folder;
  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeOldDatabase() throws Exception {
    folder = new HistoryFolder(Files.createDirectories(temporary.resolve("history")));
    // As the program does: its library is loaded once, and a second one ends the process.
    DriverLibrary.load(folder.folder());
    StoredResult row = StoredResult.of(OLD);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.database())) {
      for (String statement : FIRST_SCHEMA.split(";", -1)) {
        connection.createStatement().execute(statement);
      }
      try (PreparedStatement peer = connection.prepareStatement("INSERT INTO peer VALUES(1, ?)");
          PreparedStatement facts =
              connection.prepareStatement("INSERT INTO facts VALUES(1, x'00', 20000, ?)");
          PreparedStatement result =
              connection.prepareStatement(
                  "INSERT INTO result VALUES(1,?,?,0,NULL,NULL,?,?,?,?,?,?,?,?,?,1)")) {
        peer.setBytes(1, ResultTable.bytes(id(1)));
        peer.execute();
        facts.setString(1, row.facts());
        facts.execute();
        result.setLong(1, row.at());
        result.setInt(2, row.offsetSeconds());
        result.setInt(3, row.times().packedStates());
        for (CheckStage stage : CheckStage.values()) {
          result.setLong(4 + Codes.of(stage), row.times().micros(stage));
        }
        result.setLong(10, row.totalMicros());
        result.setInt(11, row.localPort());
        result.execute();
      }
    }
  }

  private static List<CheckResult> all(HistoryStore store) {
    List<CheckResult> results = new ArrayList<>();
    boolean _ = store.reader().results(null, Instant.EPOCH, Instant.MAX, results::add);
    return results;
  }

  @Test
  void itsResultsStayAndNewOnesHaveWhatItHadNoPlaceFor() throws Exception {
    CheckResult onWay = onWay(success(1, NOON.plusSeconds(1), 100), Duration.ofNanos(412_000), 2);
    KeptEvent event =
        new KeptEvent(NOON, "FAILS", id(1), "CT 1", "REJECTED_CALLED_AE", "CT 1 fails");
    try (HistoryStore store = HistoryStore.open(folder, Retention.FOREVER, said::add)) {
      store.keep(onWay);
      store.keep(event);
      store.flush().get(30, TimeUnit.SECONDS);

      assertThat(all(store)).containsExactly(OLD, onWay);
      assertThat(store.reader().events(Instant.EPOCH, 10)).containsExactly(event);
    }
    try (Connection connection = Database.open(folder.database());
        var version = connection.createStatement().executeQuery("PRAGMA user_version")) {
      assertThat(version.getInt(1)).isEqualTo(Database.VERSION).isGreaterThan(1);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void aLineOfTheVersionBeforeIsReadWithoutAWay() {
    StoredResult row = StoredResult.of(rejected(2, NOON.plusSeconds(5)));
    String before = RowText.write(row).replaceFirst(" - - -\n", "\n");

    assertThat(before).isNotEqualTo(RowText.write(row));
    assertThat(RowText.read(before)).contains(row);
  }

  @Test
  void whatIsForgottenOfAPeerAreItsEventsToo() throws Exception {
    try (HistoryStore store = HistoryStore.open(folder, Retention.FOREVER, said::add)) {
      store.keep(new KeptEvent(NOON, "FAILS", id(1), "CT 1", null, "CT 1 fails"));
      store.keep(new KeptEvent(NOON, "LINE_DOWN", null, "", null, "our network"));
      store.flush().get(30, TimeUnit.SECONDS);
      assertThat(store.forgetNow(id(1))).isTrue();

      assertThat(store.reader().events(Instant.EPOCH, 10))
          .extracting(KeptEvent::kind)
          .containsExactly("LINE_DOWN");
    }
  }
}
