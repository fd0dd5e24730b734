package org.echolot.history;

import static java.time.temporal.ChronoUnit.MICROS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.id;
import static org.echolot.history.KeptResults.rejected;
import static org.echolot.history.KeptResults.success;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryStoreTest {

  @TempDir Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();

  private HistoryStore open() {
    return HistoryStore.open(new HistoryFolder(folder), Retention.DEFAULT, said::add);
  }

  private static void flush(HistoryStore store) throws Exception {
    store.flush().get(20, TimeUnit.SECONDS);
  }

  private static List<CheckResult> all(HistoryStore store) {
    List<CheckResult> results = new ArrayList<>();
    assertThat(store.reader().results(null, Instant.EPOCH, Instant.MAX, results::add)).isTrue();
    return results;
  }

  @Test
  void whatWasKeptComesBackAsItWasAfterARestart() {
    CheckResult good = success(1, NOON, 412);
    CheckResult bad = rejected(1, NOON.plusSeconds(60));
    try (HistoryStore store = open()) {
      store.keep(good);
      store.keep(bad);
    }

    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(good, bad);
      assertThat(store.reader().last(id(1))).contains(bad);
      assertThat(store.reader().last(id(2))).isEmpty();
      assertThat(store.reader().lastResults(id(1), 1)).containsExactly(bad);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void theLastResultsOfAllPeersComeInOneQueryOldestFirst() throws Exception {
    try (HistoryStore store = open()) {
      for (int i = 0; i < 5; i++) {
        store.keep(success(1, NOON.plusSeconds(i), 100 + i));
      }
      store.keep(rejected(2, NOON));
      store.keep(CheckResult.cancelledBeforeItBegan(KeptResults.request(2), "echolot"));
      flush(store);

      Map<UUID, List<ResultBrief>> recent = store.reader().recent(3);

      assertThat(recent.keySet()).isEqualTo(Set.of(id(1), id(2)));
      List<ResultBrief> ofFirst = recent.getOrDefault(id(1), List.of());
      assertThat(ofFirst)
          .extracting(ResultBrief::at)
          .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(3), NOON.plusSeconds(4));
      assertThat(ofFirst.getLast().echoTime()).contains(Duration.ofNanos(104_000));
      ResultBrief bad = recent.getOrDefault(id(2), List.of()).getFirst();
      assertThat(bad.outcome()).isEqualTo(Outcome.FAILURE);
      assertThat(bad.cause()).isEqualTo(Cause.REJECTED_CALLED_AE);
      assertThat(bad.stage()).isEqualTo(CheckStage.ASSOCIATE);
      assertThat(bad.echoTime()).isEmpty();
    }
  }

  @Test
  void theLastResultBeforeAMomentIsThatOfEachPeerThatHadOne() throws Exception {
    try (HistoryStore store = open()) {
      store.keep(success(1, NOON, 100));
      store.keep(rejected(1, NOON.plusSeconds(10)));
      store.keep(success(1, NOON.plusSeconds(20), 100));
      store.keep(success(2, NOON.plusSeconds(20), 100));
      flush(store);

      Map<UUID, ResultBrief> then = store.reader().lastBefore(NOON.plusSeconds(20));

      assertThat(then).containsOnlyKeys(id(1));
      assertThat(then)
          .extractingByKey(id(1))
          .extracting(ResultBrief::at)
          .isEqualTo(NOON.plusSeconds(10));
    }
  }

  @Test
  void checksThatWentAlikeShareTheirFacts() throws Exception {
    try (HistoryStore store = open()) {
      for (int i = 0; i < 100; i++) {
        store.keep(success(1, NOON.plusSeconds(i), 100 + i));
      }
      flush(store);
    }
    try (var connection = Database.open(new HistoryFolder(folder).database());
        var statement = connection.createStatement();
        var count = statement.executeQuery("SELECT count(*), count(DISTINCT facts) FROM result")) {
      assertThat(count.getInt(1)).isEqualTo(100);
      assertThat(count.getInt(2)).isEqualTo(1);
    }
  }

  @Test
  void twoChecksOfTheSameMicrosecondAreBothKeptAndTheSameOneOnce() {
    CheckResult one = success(1, NOON, 100);
    CheckResult other = rejected(1, NOON);
    try (HistoryStore store = open()) {
      store.keep(one);
      store.keep(other);
      store.keep(one);
    }

    try (HistoryStore store = open()) {
      assertThat(all(store))
          .extracting(CheckResult::outcome)
          .containsExactly(Outcome.SUCCESS, Outcome.FAILURE);
      assertThat(all(store).getLast().startedAt().toInstant()).isEqualTo(NOON.plus(1, MICROS));
    }
  }

  @Test
  void theLastSuccessIsKnownAtOnceAndAfterARestart() {
    try (HistoryStore store = open()) {
      assertThat(store.lastSuccess(id(1))).isNull();
      store.keep(success(1, NOON, 100));
      store.keep(rejected(1, NOON.plusSeconds(60)));
      assertThat(store.lastSuccess(id(1))).extracting(LastSuccess::at).isEqualTo(NOON);
    }

    try (HistoryStore store = open()) {
      LastSuccess last = store.lastSuccess(id(1));
      assertThat(last).isNotNull();
      assertThat(last.result()).contains(success(1, NOON, 100));
    }
  }

  @Test
  void aPeerThatIsForgottenLeavesNothing() throws Exception {
    try (HistoryStore store = open()) {
      store.keep(success(1, NOON, 100));
      store.keep(success(2, NOON, 100));
      flush(store);

      assertThat(store.forget(id(1)).get(20, TimeUnit.SECONDS)).isTrue();

      assertThat(all(store)).containsExactly(success(2, NOON, 100));
      assertThat(store.lastSuccess(id(1))).isNull();
      assertThat(store.lastSuccess(id(2))).isNotNull();
    }
  }

  @Test
  void aResultIsThatOfItsPeerWhateverThePeerIsCalledByNow() throws Exception {
    CheckResult before = success(1, NOON, 100);
    try (HistoryStore store = open()) {
      store.keep(before);
      flush(store);
    }
    CheckResult renamed =
        KeptResults.result(
            CheckRequest.of(
                id(1),
                "Another name",
                before.request().calledAe(),
                before.request().callingAe(),
                "10.1.2.3",
                104),
            NOON.plusSeconds(1),
            100,
            "10.1.2.3",
            "PACS_1",
            null);
    try (HistoryStore store = open()) {
      store.keep(renamed);
      flush(store);

      assertThat(store.reader().recent(10)).containsOnlyKeys(id(1));
      assertThat(all(store)).containsExactly(before, renamed);
    }
  }

  @Test
  void aCommandsResultsAreTakenInByTheNextThatOpensTheDatabase() {
    CheckResult good = success(1, NOON, 100);
    CheckResult bad = rejected(2, NOON.plusSeconds(1));
    try (SpoolHistory spool = new SpoolHistory(new HistoryFolder(folder), said::add)) {
      spool.keep(good);
    }
    try (SpoolHistory spool = new SpoolHistory(new HistoryFolder(folder), said::add)) {
      assertThat(spool.lastSuccess(id(1))).extracting(LastSuccess::at).isEqualTo(NOON);
      spool.keep(bad);
    }
    assertThat(new HistoryFolder(folder).database()).doesNotExist();

    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(good, bad);
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(good, bad);
    }
    assertThat(said).isEmpty();
  }
}
