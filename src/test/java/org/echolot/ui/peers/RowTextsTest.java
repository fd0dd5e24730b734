package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.ui.peers.Book.ended;
import static org.echolot.ui.peers.Book.peer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.Briefs;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.filter.PeerFilter;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the list and the status bar say of rows, and which of them a filter lets through. */
class RowTextsTest {

  private static final CheckRequest REQUEST = Results.request("CT 1");

  private final AgeClock clock = new AgeClock(InstantSource.system());
  private final PeerRow row = new PeerRow(peer("CT 1"));

  // ResultWords

  @Test
  void beforeACheckItSaysSo() {
    assertThat(ResultWords.of(row)).isEqualTo("never checked");
    row.checkQueued();
    assertThat(ResultWords.of(row)).isEqualTo("waiting…");
    row.checkBegan(1);
    assertThat(ResultWords.of(row)).isEqualTo("starting…");
  }

  @Test
  void whatWasFoundBeforeTheStartIsNotCalledNeverChecked() {
    Instant then = Instant.now().minus(Duration.ofDays(7));
    clock.tick();
    row.showBefore(List.of(Briefs.of(Results.success(REQUEST, Duration.ofMillis(1)), then)));
    assertThat(ResultWords.of(row)).isEqualTo("ok 7 days ago, not since");
    assertThat(ResultWords.inList(row, clock)).isEqualTo("ok 7 days ago, not since");

    PeerRow failing = new PeerRow(peer("CT 2"));
    failing.showBefore(List.of(Briefs.of(Results.refused(REQUEST), then)));
    assertThat(ResultWords.of(failing)).isEqualTo("Connection refused, 7 days ago");
    assertThat(ResultWords.inList(failing, clock))
        .as("its age stands beside it")
        .isEqualTo("Connection refused");
  }

  @ParameterizedTest
  @CsvSource({
    "RESOLVE, looking up the name…",
    "CONNECT, connecting…",
    "TLS, TLS handshake…",
    "ASSOCIATE, associating…",
    "ECHO, echoing…",
    "RELEASE, releasing…"
  })
  void whileItRunsItSaysWhatItDoes(CheckStage stage, String words) {
    row.checkReached(stage);
    assertThat(ResultWords.of(row)).isEqualTo(words);
  }

  @Test
  void anAnswerIsTheTimeThatTheEchoTook() {
    ended(row, Results.success(REQUEST, Duration.ofNanos(420_000)));
    assertThat(ResultWords.of(row)).isEqualTo("0.42 ms");
  }

  @Test
  void anAnswerWithWarningsNamesThoseThatMarkThePeerOnceEach() {
    ended(
        row,
        Results.success(
            REQUEST,
            Duration.ofMillis(500),
            new Warning(Warning.Code.NONSTANDARD_REPLY, "One."),
            new Warning(Warning.Code.NONSTANDARD_REPLY, "Two."),
            new Warning(Warning.Code.DELAYED_ACK_STALL, "Three."),
            new Warning(Warning.Code.SLOW_PEER, "Four.")));
    assertThat(ResultWords.of(row)).isEqualTo("500 ms · nonstandard answer · slow");
  }

  @Test
  void peersOfWhichTheSameIsToBeSaidAreAlike() {
    assertThat(ResultWords.kind(row)).isEqualTo("never checked");
    row.checkQueued();
    assertThat(ResultWords.kind(row)).isEqualTo("checking…");
    ended(row, Results.success(REQUEST, Duration.ofMillis(5)));
    assertThat(ResultWords.kind(row)).isEqualTo("ok");
    Warning soon = new Warning(Warning.Code.CERTIFICATE_EXPIRES_SOON, "In 12 days.");
    for (int millis : new int[] {7, 12}) {
      ended(row, Results.success(REQUEST, Duration.ofMillis(millis), soon));
      assertThat(ResultWords.kind(row)).isEqualTo("certificate expires soon");
    }
    row.checkQueued();
    assertThat(ResultWords.kind(row)).as("while it is checked again").startsWith("certificate");
    ended(row, Results.rejected(REQUEST));
    assertThat(ResultWords.kind(row)).isEqualTo("Called AE title unknown");
  }

  @Test
  void aFailureIsItsCauseAndAStopIsAStop() {
    ended(row, Results.rejected(REQUEST));
    assertThat(ResultWords.of(row)).isEqualTo("Called AE title unknown");
    ended(row, Results.stopped(REQUEST));
    assertThat(ResultWords.of(row)).isEqualTo("stopped");
  }

  // StatusLook

  @ParameterizedTest
  @EnumSource(Status.class)
  void eachStatusHasAMarkAndWordsBesidesItsColour(Status status) {
    StatusLook look = StatusLook.of(status);
    assertThat(look.mark()).hasSize(1);
    assertThat(look.words()).isNotBlank();
    assertThat(look.styleClass()).startsWith("status-");
  }

  @Test
  void noTwoStatusesReadAlike() {
    Set<String> words = new HashSet<>();
    for (Status status : Status.values()) {
      assertThat(words.add(StatusLook.of(status).words())).as("%s", status).isTrue();
    }
    assertThat(Set.of(Status.OK, Status.WARNING, Status.FAILED, Status.CANCELLED))
        .extracting(status -> StatusLook.of(status).mark())
        .doesNotHaveDuplicates();
  }

  // PeerCounts

  @Test
  void countsHowPeersStand() {
    PeerRow answers = new PeerRow(peer("A"));
    ended(answers, Results.success(REQUEST, Duration.ofMillis(1)));
    PeerRow warned = new PeerRow(peer("B"));
    ended(
        warned,
        Results.success(
            REQUEST, Duration.ofMillis(1), new Warning(Warning.Code.SLOW_PEER, "Slow.")));
    PeerRow failing = new PeerRow(peer("C"));
    ended(failing, Results.refused(REQUEST));
    PeerRow stopped = new PeerRow(peer("D"));
    ended(stopped, Results.stopped(REQUEST));
    PeerRow waiting = new PeerRow(peer("E"));
    waiting.checkQueued();

    PeerCounting counting = new PeerCounting(Runnable::run);
    counting.recount(List.of(answers, warned, failing, stopped, waiting, new PeerRow(peer("F"))));
    PeerCounts counts = counting.countsProperty().get();
    assertThat(counts).isEqualTo(new PeerCounts(1, 1, 1, 3));
    assertThat(counts.text())
        .isEqualTo("6 peers · 1 ok · 1 failing · 3 not checked · 1 with a warning");
    counting.recount(List.of(answers));
    assertThat(counting.countsProperty().get().text())
        .isEqualTo("1 peer · 1 ok · 0 failing · 0 not checked");
  }

  @Test
  void aPeerThatIsCheckedAgainCountsAsItStoodBefore() {
    PeerRow failing = new PeerRow(peer("C"));
    ended(failing, Results.refused(REQUEST));
    failing.checkQueued();
    PeerCounting counting = new PeerCounting(Runnable::run);
    counting.recount(List.of(failing));
    assertThat(counting.countsProperty().get().failing()).isEqualTo(1);
  }

  // PeerFilter

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "'   ', true",
    "main, true",
    "MAIN, true",
    "'pacs main', true",
    "'main mr', false",
    "orth, true",
    "pacs.example:10, true",
    "workst, true",
    "berlin, true",
    "'hotline 4711', true",
    "tls, true",
    "never, true",
    "refused, false",
    "is:, true",
    "is:unchecked, true",
    "is:failing, false",
    "tag:berlin, true",
    "tag:ber, true",
    "tag:paris, false",
    "'is:unch main tag:radiology', true",
    "cert<30, false",
    "slow>100ms, false"
  })
  void eachWordMustBeSomewhereInTheRow(String text, boolean shown) {
    Peer peer =
        new Peer(
            UUID.randomUUID(),
            "Main PACS",
            new AeTitle("ORTHANC"),
            "pacs.example",
            104,
            new AeTitle("WORKSTATION1"),
            List.of("radiology", "berlin"),
            "Vendor hotline 4711",
            PeerTimeouts.DEFAULT,
            PeerTls.DEFAULT,
            null,
            "10.77.3.10",
            RawFields.NONE);
    assertThat(PeerFilter.of(text).test(new RowSubject(new PeerRow(peer), new WorsePeers())))
        .isEqualTo(shown);
  }

  @Test
  void aRowDoesNotComeAndGoWithTheStagesOfACheck() {
    row.checkReached(CheckStage.CONNECT);
    assertThat(PeerFilter.of("connecting").test(new RowSubject(row, new WorsePeers()))).isFalse();
    ended(row, Results.refused(REQUEST));
    assertThat(PeerFilter.of("connection refused").test(new RowSubject(row, new WorsePeers())))
        .isTrue();
  }
}
