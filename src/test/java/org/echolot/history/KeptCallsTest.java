package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.id;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.listener.Call;
import org.echolot.listener.ListenerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls of our listener in the history, beside the results of our checks. */
@Timeout(60)
class KeptCallsTest {

  @TempDir Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();

  private HistoryStore open(Retention retention, Instant now) {
    return HistoryStore.open(new HistoryFolder(folder), retention, () -> now, said::add);
  }

  private HistoryStore open() {
    return open(Retention.FOREVER, NOON);
  }

  private static KeptCall call(int peer, Instant at) {
    return new KeptCall(
        id(peer),
        at.atOffset(ZoneOffset.ofHours(1)),
        "CT " + peer,
        "10.1.2.3:50104",
        "CT" + peer,
        "ECHOLOT",
        "DEVICE_1",
        "ECHOED",
        "CT" + peer + " → ECHOLOT: accepted",
        Duration.ofMillis(12));
  }

  private static List<KeptCall> all(HistoryStore store) {
    return store.reader().calls(null, Instant.EPOCH, Instant.MAX, 100);
  }

  @Test
  void aCallComesBackAsItWasAfterARestartOldestFirst() {
    KeptCall first = call(1, NOON);
    KeptCall second = call(2, NOON.plusSeconds(1));
    try (HistoryStore store = open()) {
      store.keep(second);
      store.keep(first);
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(first, second);
      assertThat(store.reader().calls(Set.of(id(2)), Instant.EPOCH, Instant.MAX, 100))
          .containsExactly(second);
      assertThat(store.reader().calls(null, NOON.plusSeconds(1), Instant.MAX, 100))
          .containsExactly(second);
      assertThat(store.reader().calls(null, Instant.EPOCH, Instant.MAX, 1)).containsExactly(second);
    }
    assertThat(said).isEmpty();
  }

  @Test
  void twoCallsInTheSameMicrosecondAreBothKept() {
    try (HistoryStore store = open()) {
      store.keep(call(1, NOON));
      store.keep(call(1, NOON));
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).hasSize(2);
    }
  }

  @Test
  void callsCountAsNoChecks() throws Exception {
    try (HistoryStore store = open()) {
      store.keep(call(1, NOON));
      assertThat(store.flush().get(20, TimeUnit.SECONDS)).isTrue();

      assertThat(store.reader().lastResults(id(1), 10)).isEmpty();
      assertThat(store.reader().recent(5)).isEmpty();
    }
  }

  @Test
  void whoIsForgottenIsForgottenAsACallerToo() {
    try (HistoryStore store = open()) {
      store.keep(call(1, NOON));
      store.keep(call(2, NOON));
      assertThat(store.forgetNow(id(1))).isTrue();

      assertThat(all(store)).extracting(KeptCall::peerId).containsExactly(id(2));
    }
  }

  @Test
  void aDatabaseOfBeforeGetsATableForCallsAndKeepsItsResults() throws Exception {
    try (HistoryStore store = open()) {
      store.keep(KeptResults.success(1, NOON, 412));
    }
    try (Connection connection = Database.open(new HistoryFolder(folder).database());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE call");
      statement.execute("DROP TABLE event");
      for (String column : List.of("rtt", "resent", "unacked")) {
        statement.execute("ALTER TABLE result DROP COLUMN " + column);
      }
      statement.execute("PRAGMA user_version = 1");
    }
    try (HistoryStore store = open()) {
      store.keep(call(1, NOON));
    }
    try (HistoryStore store = open()) {
      assertThat(all(store)).containsExactly(call(1, NOON));
      assertThat(store.reader().lastResults(id(1), 10)).hasSize(1);
    }
    assertThat(said).isEmpty();
  }

  private static Call over(String from, String foreign) {
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral(from), 50_104);
    return new Call(
        1,
        NOON.atOffset(ZoneOffset.UTC),
        at,
        at,
        ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0),
        foreign.isEmpty() ? Call.Fate.FAILED : Call.Fate.NOT_DICOM,
        null,
        null,
        "",
        foreign,
        0,
        List.of(),
        Duration.ofMillis(3),
        "closed");
  }

  @Test
  void aStrangerIsKeptUnderItsAddress() {
    KeptCall kept = KeptCall.ofStranger(over("2001:db8::7", "a web request (HTTP)"));

    assertThat(kept.name()).isEqualTo("2001:db8::7");
    assertThat(kept.peerId())
        .isEqualTo(KeptCall.strangerAt(InetAddress.ofLiteral("2001:db8:0:0::7")))
        .isNotEqualTo(KeptCall.strangerAt(InetAddress.ofLiteral("2001:db8::8")));
    assertThat(kept.isGood()).isFalse();
    assertThat(kept.fateText()).isEqualTo("not DICOM");
  }

  @Test
  void whoOnlyConnectsIsNotKept() {
    assertThat(KeptCall.isWorthKeeping(over("10.1.2.3", ""))).isFalse();
    assertThat(KeptCall.isWorthKeeping(over("10.1.2.3", "HL7 (MLLP)"))).isTrue();
  }
}
