package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.rejected;
import static org.echolot.history.KeptResults.success;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The order in which the history's thread does what it is given. */
@Timeout(60)
class HistoryWriterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temporary;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private HistoryWriter writer;

  @BeforeEach
  void begin() {
    HistoryFolder folder = new HistoryFolder(temporary);
    DriverLibrary.load(folder.folder());
    LastSuccesses lastSuccesses = new LastSuccesses(folder.lastSuccesses());
    writer =
        new HistoryWriter(
            folder,
            new Housekeeping(Retention.DEFAULT, lastSuccesses, InstantSource.system()),
            lastSuccesses,
            new Notices(said::add));
    writer.start();
  }

  private static long results(OpenDatabase.Writing writing) throws SQLException {
    try (Statement statement = writing.connection().createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM result")) {
      return count.getLong(1);
    }
  }

  @Test
  void whatIsAskedWhileAnotherErrandRunsSeesAllResultsThatCameBeforeIt() throws Exception {
    writer.add(success(1, NOON, 100));
    BlockingQueue<CompletableFuture<Long>> inner = new ArrayBlockingQueue<>(1);
    CompletableFuture<Boolean> outer =
        writer.call(
            _ -> {
              writer.add(rejected(2, NOON.plusSeconds(1)));
              return inner.add(writer.call(HistoryWriterTest::results));
            });

    assertThat(outer.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(inner.remove().get(20, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(writer.close(PATIENCE)).isTrue();
    assertThat(said).isEmpty();
  }

  @Test
  void whatIsAskedAfterTheEndFailsAtOnce() {
    assertThat(writer.close(PATIENCE)).isTrue();

    assertThatThrownBy(() -> writer.call(HistoryWriterTest::results).get(1, TimeUnit.SECONDS))
        .hasMessageContaining("the history is closed");
  }
}
