package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command of many checks keeps while it still waits for some. */
class SpoolHistoryTest {

  private static final int MANY = 60;

  private final List<String> said = new ArrayList<>();

  @TempDir private Path folder;

  /** The last success of each peer as another program finds it. */
  private List<Instant> found() {
    LastSuccesses others = new LastSuccesses(new HistoryFolder(folder).lastSuccesses());
    return IntStream.range(0, MANY)
        .mapToObj(peer -> others.get(KeptResults.id(peer)))
        .filter(Objects::nonNull)
        .map(LastSuccess::at)
        .distinct()
        .toList();
  }

  @Test
  void whatCouldWaitIsWrittenWhileNothingElseComes() {
    try (SpoolHistory history = new SpoolHistory(new HistoryFolder(folder), said::add)) {
      for (Instant moment : List.of(KeptResults.NOON, KeptResults.NOON.plusSeconds(1))) {
        for (int peer = 0; peer < MANY; peer++) {
          history.keep(KeptResults.success(peer, moment, 900));
        }
        await().untilAsserted(() -> assertThat(found()).containsExactly(moment));
      }
    }
    assertThat(said).isEmpty();
  }
}
