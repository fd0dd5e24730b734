package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.tls.Certificates;
import org.echolot.tls.Handshakes;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CertificateCalendarTest {

  private static final CheckResult FIRST =
      Results.overTls(Results.request("PACS 1"), Handshakes.trusted());
  private static final CheckResult SECOND =
      Results.overTls(Results.request("PACS 2"), Handshakes.trusted());
  private static final CheckResult EXPIRED =
      Results.tlsFailed(
          Results.request("Old"),
          Cause.CERTIFICATE_EXPIRED,
          Handshakes.untrusted(Certificates.one("ed25519")));

  @TempDir Path folder;

  @Test
  void whatEndsFirstComesFirstAndIsListedOnceForAllItsPeers() {
    CertificateCalendar calendar =
        CertificateCalendar.of(
            List.of(
                FIRST,
                SECOND,
                EXPIRED,
                Results.success(Results.request("Plain"), Duration.ofMillis(1))));

    assertThat(calendar.entries()).hasSize(6);
    CertificateCalendar.Entry expired = calendar.entries().getFirst();
    assertThat(expired.kind()).isEqualTo(CertificateCalendar.Kind.PEER);
    assertThat(expired.peers()).containsExactly("Old");
    assertThat(expired.daysLeft(Instant.parse("2026-11-27T00:00:00Z"))).isNegative();
    CertificateCalendar.Entry issuer = calendar.entries().get(1);
    assertThat(issuer.kind()).isEqualTo(CertificateCalendar.Kind.ISSUER);
    assertThat(issuer.facts().notAfter().toString()).startsWith("2026-12-10");
    assertThat(issuer.peers()).containsExactly("PACS 1", "PACS 2");
    assertThat(calendar.entries()).extracting(entry -> entry.facts().notAfter()).isSorted();
  }

  /** As the engine tells it. */
  private static CheckResult withTlsStage(CheckResult result) {
    List<StageResult> stages =
        result.stages().stream()
            .map(stage -> new StageResult(stage.stage(), StageState.OK, Duration.ofMillis(1), ""))
            .toList();
    return new CheckResult(
        result.request(),
        result.engine(),
        result.startedAt(),
        result.outcome(),
        result.stage(),
        result.cause(),
        result.summary(),
        result.move(),
        result.endedBy(),
        result.advice(),
        result.warnings(),
        result.total(),
        stages,
        result.reject(),
        result.abort(),
        result.echoStatus(),
        result.negotiated(),
        result.tls(),
        result.userIdentity(),
        result.localAddress(),
        result.remoteAddress());
  }

  @Test
  void theLastHandshakeOfEachPeerCounts() throws Exception {
    List<String> said = new ArrayList<>();
    try (HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, said::add)) {
      store.keep(withTlsStage(FIRST));
      store.keep(Results.success(Results.request("Plain"), Duration.ofMillis(1)));
      store.flush().get(20, TimeUnit.SECONDS);

      assertThat(store.reader().lastOverTls(Set.of(Results.request("PACS 2").peerId()))).isEmpty();
      List<CheckResult> found = store.reader().lastOverTls(null);
      assertThat(CertificateCalendar.of(found).entries()).hasSize(5);
    }
  }
}
