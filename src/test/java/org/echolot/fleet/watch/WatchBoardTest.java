package org.echolot.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.concurrent.Stamp;
import org.echolot.fleet.watch.WatchEvent.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All that a watch decides, in a time of the tests' own. */
class WatchBoardTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final CheckRequest CT = Ends.request("CT 1", "10.1.2.3");

  private final WatchBoard board = new WatchBoard(Pace.of(new Random(4)));
  private final List<WatchEvent> told = new ArrayList<>();
  private Stamp now = new Stamp(Instant.parse("2026-11-27T10:00:00Z"), Long.MAX_VALUE - 1_000);

  private void pass(Duration time) {
    now = new Stamp(now.at().plus(time), now.nanos() + time.toNanos());
  }

  private void watch(CheckRequest... requests) {
    board.watch(List.of(requests).stream().map(r -> new Watched(r, MINUTE)).toList(), now);
  }

  /** Goes on to when the next check is due, and begins it. */
  private CheckRequest begin() {
    pass(Duration.ofNanos(board.untilNext(now).orElseThrow()));
    List<CheckRequest> due = board.due(now);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  /** One check by its time; null: it succeeds. Returns how long it had to be waited for. */
  private Duration check(@Nullable Cause cause) {
    return check(cause, null);
  }

  private Duration check(@Nullable Cause cause, @Nullable LineFault fault) {
    Stamp before = now;
    CheckRequest request = begin();
    Duration waited = now.since(before);
    board.ended(
        request,
        cause == null ? Ends.success(request, now.at()) : Ends.failure(request, cause, now.at()),
        fault,
        now);
    told.addAll(board.takeFresh());
    return waited;
  }

  private void checks(@Nullable Cause... causes) {
    for (Cause cause : causes) {
      check(cause);
    }
  }

  private List<Kind> kinds() {
    return told.stream().map(WatchEvent::kind).toList();
  }

  private Standing standing() {
    return board.standings().getFirst();
  }

  @Test
  void aPeerIsCheckedAtOnceAndThenAtItsIntervalWithSomeJitter() {
    watch(CT);

    assertThat(check(null)).isZero();
    List<Duration> waits = IntStream.range(0, 50).mapToObj(_ -> check(null)).toList();
    assertThat(waits)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(57), Duration.ofSeconds(63)))
        .doesNotHaveDuplicates();
    Duration all = waits.stream().reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofMinutes(49), Duration.ofMinutes(51));
    assertThat(kinds()).containsExactly(Kind.ANSWERS);
  }

  @Test
  void aThousandPeersDoNotBeginTogether() {
    board.watch(
        IntStream.range(0, 1_000)
            .mapToObj(i -> new Watched(Ends.request("CT " + i, "10.1.2." + i), MINUTE))
            .toList(),
        now);

    int most = 0;
    int begun = 0;
    for (int second = 0; second <= 60; second++) {
      List<CheckRequest> due = board.due(now);
      most = Math.max(most, due.size());
      begun += due.size();
      pass(Duration.ofSeconds(1));
    }
    assertThat(begun).isEqualTo(1_000);
    assertThat(most).isLessThan(50);
  }

  @Test
  void oneLostPacketRingsNobodyAndIsListed() {
    watch(CT);
    checks((Cause) null);

    check(Cause.CONNECT_TIMEOUT);
    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
    assertThat(standing().unconfirmed()).isTrue();
    assertThat(check(null)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));

    assertThat(kinds()).containsExactly(Kind.ANSWERS, Kind.FAILED_ONCE);
    assertThat(told).noneMatch(event -> event.kind().rings());
    assertThat(standing().unconfirmed()).isFalse();
    assertThat(check(null)).isGreaterThan(Duration.ofSeconds(45));
  }

  @Test
  void aFailureIsToldWhenASecondCheckConfirmsItWithTheTimeOfTheFirst() {
    watch(CT);
    check(null);
    check(Cause.CONNECT_TIMEOUT);
    Instant first = now.at();
    check(Cause.REJECTED_CALLED_AE);

    WatchEvent event = told.getLast();
    assertThat(event.kind()).isEqualTo(Kind.FAILS);
    assertThat(event.kind().rings()).isTrue();
    assertThat(event.at()).isEqualTo(first);
    assertThat(event.cause()).isEqualTo(Cause.REJECTED_CALLED_AE);
    assertThat(event.text()).isEqualTo("CT 1 fails: Called AE title not recognized");
    assertThat(standing().state()).isEqualTo(WatchState.FAILS);
    assertThat(standing().since()).isEqualTo(first);
  }

  @Test
  void thatAPeerAnswersAgainIsConfirmedToo() {
    watch(CT);
    checks(Cause.CONNECT_TIMEOUT, Cause.CONNECT_TIMEOUT);
    check(null);
    assertThat(standing().state()).isEqualTo(WatchState.FAILS);
    check(null);

    assertThat(kinds()).containsExactly(Kind.FAILS, Kind.RECOVERED);
    assertThat(told.getLast().text()).startsWith("CT 1 answers again, after 1 min");
    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
  }

  @Test
  void anotherCauseIsListedOnce() {
    watch(CT);
    checks(Cause.CONNECT_TIMEOUT, Cause.CONNECT_TIMEOUT);
    checks(Cause.REJECTED_CALLED_AE, Cause.REJECTED_CALLED_AE, Cause.REJECTED_CALLED_AE);

    assertThat(kinds()).containsExactly(Kind.FAILS, Kind.OTHER_CAUSE);
    assertThat(standing().cause()).isEqualTo(Cause.REJECTED_CALLED_AE);
  }

  @Test
  void aFailureThatIsKnownIsNotLookedIntoOnFurtherConnectionsEachTime() {
    watch(CT);
    checks(Cause.PEER_EXPECTS_TLS, Cause.PEER_EXPECTS_TLS);

    CheckRequest quiet = begin();
    assertThat(quiet.probesTls()).isFalse();
    board.ended(quiet, Ends.failure(quiet, Cause.CLOSED_BEFORE_REPLY, now.at()), null, now);
    CheckRequest looking = begin();
    assertThat(looking.probesTls()).as("a change is looked into").isTrue();
    board.ended(looking, Ends.failure(looking, Cause.PEER_EXPECTS_TLS, now.at()), null, now);
    CheckRequest after = begin();
    board.ended(after, Ends.failure(after, Cause.CLOSED_BEFORE_REPLY, now.at()), null, now);

    assertThat(board.takeFresh()).as("nothing changed").isEmpty();
    assertThat(standing().unconfirmed()).as("it is known what that means").isFalse();
    assertThat(standing().cause()).isEqualTo(Cause.PEER_EXPECTS_TLS);
  }

  @Test
  void aPeerThatIsBusyIsLeftInPeaceForLongerAndLonger() {
    watch(CT);
    check(null);
    check(Cause.REJECTED_BUSY);

    Duration first = check(Cause.REJECTED_BUSY);
    Duration second = check(Cause.REJECTED_BUSY);
    assertThat(first).isBetween(Duration.ofSeconds(114), Duration.ofSeconds(126));
    assertThat(second).isBetween(Duration.ofSeconds(228), Duration.ofSeconds(252));
    for (int i = 0; i < 50; i++) {
      assertThat(check(Cause.REJECTED_BUSY)).isLessThan(Duration.ofMinutes(16));
    }

    check(null);
    assertThat(check(null)).as("confirmed soon").isLessThan(Duration.ofSeconds(10));
    assertThat(check(null)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(64));
  }

  @Test
  void flappingIsToldOnceAndItsEndToo() {
    watch(CT);
    for (int i = 0; i < 6; i++) {
      checks(Cause.CONNECT_TIMEOUT, Cause.CONNECT_TIMEOUT, null, null);
    }
    assertThat(kinds()).containsExactly(Kind.FAILS, Kind.RECOVERED, Kind.FAILS, Kind.FLAPS);
    assertThat(standing().state()).isEqualTo(WatchState.FLAPS);

    for (int i = 0; i < 20; i++) {
      check(null);
    }
    assertThat(kinds().getLast()).isEqualTo(Kind.STEADY);
    assertThat(told.getLast().text())
        .isEqualTo("CT 1 is steady again, and answers (12 changes in all)");
    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
  }

  @Test
  void onePeerThatOftenFailsOnceFlapsToo() {
    watch(CT);
    check(null);
    for (int i = 0; i < 4; i++) {
      checks(Cause.CONNECT_TIMEOUT, null);
    }

    assertThat(kinds())
        .containsExactly(
            Kind.ANSWERS, Kind.FAILED_ONCE, Kind.FAILED_ONCE, Kind.FAILED_ONCE, Kind.FLAPS);
  }

  @Test
  void nothingIsCountedAgainstPeersWhileOurOwnLineIsDown() {
    LineFault down = new LineFault(LineFault.Scope.ALL, "no network interface has an address");
    watch(CT);
    check(null);
    for (int i = 0; i < 5; i++) {
      check(Cause.HOST_UNREACHABLE, down);
    }

    assertThat(kinds()).containsExactly(Kind.ANSWERS, Kind.LINE_DOWN);
    assertThat(told.getLast().text())
        .isEqualTo(
            "This computer's own network is down: no network interface has an address."
                + " Nothing is counted against the peers");
    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
    assertThat(standing().failed()).isZero();
    assertThat(standing().notCounted()).isEqualTo(5);

    check(null);
    assertThat(kinds().getLast()).isEqualTo(Kind.LINE_UP);
    assertThat(board.lineFault()).isNull();
  }

  @Test
  void aHintThatMayHaveComeFromOurLineIsForgotten() {
    watch(CT);
    check(null);
    check(Cause.CONNECT_TIMEOUT);
    check(Cause.HOST_UNREACHABLE, new LineFault(LineFault.Scope.ALL, "it is down"));
    check(Cause.CONNECT_TIMEOUT);

    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
    assertThat(kinds()).doesNotContain(Kind.FAILS);
  }

  @Test
  void aPeerOnThisComputerDoesNotProveThatOurLineIsUp() {
    CheckRequest local = Ends.request("Built-in", "localhost");
    watch(CT);
    check(Cause.HOST_UNREACHABLE, new LineFault(LineFault.Scope.ALL, "it is down"));
    watch(local);
    check(null);

    assertThat(board.lineFault()).isNotNull();
  }

  @Test
  void aFaultOfNamesIsNotOverBecauseAnAddressAnswers() {
    CheckRequest named = Ends.request("MR 2", "mr2.example");
    watch(named);
    check(Cause.RESOLVE_TIMEOUT, new LineFault(LineFault.Scope.NAMES, "no DNS server answers"));
    watch(CT);
    check(null);
    assertThat(board.lineFault()).isNotNull();

    watch(named);
    check(null);
    assertThat(board.lineFault()).isNull();
  }

  @Test
  void oneFaultOfOurWayToOnePeerIsToldOfThatPeer() {
    LineFault noRoute = new LineFault(LineFault.Scope.ONE, "this computer has no route to it");
    watch(CT);
    check(null);
    check(Cause.HOST_UNREACHABLE, noRoute);
    check(Cause.HOST_UNREACHABLE, noRoute);
    check(null);

    assertThat(kinds()).containsExactly(Kind.ANSWERS, Kind.NO_WAY, Kind.WAY_BACK);
    assertThat(told.get(1).peerId()).isEqualTo(CT.peerId());
    assertThat(board.lineFault()).isNull();
  }

  @Test
  void pausedNothingIsDueAndHowPeersAreIsKept() {
    watch(CT, Ends.request("CT 2", "10.1.2.4"));
    pass(Duration.ofSeconds(1));
    List<CheckRequest> first = board.due(now);
    assertThat(first).hasSize(2);
    board.pause(true, now);
    first.forEach(r -> board.ended(r, Ends.success(r, now.at()), null, now));
    pass(Duration.ofHours(3));
    assertThat(board.untilNext(now)).isEmpty();
    assertThat(board.due(now)).isEmpty();

    board.pause(false, now);
    pass(Duration.ofSeconds(1));
    assertThat(board.due(now)).hasSize(2);
    told.addAll(board.takeFresh());
    assertThat(kinds()).as("no sleep is told of").doesNotContain(Kind.PAUSED);
  }

  @Test
  void afterSleepTheChecksThatWereMissedDoNotAllBeginAtOnce() {
    board.watch(
        IntStream.range(0, 400)
            .mapToObj(i -> new Watched(Ends.request("CT " + i, "10.1.2." + i), MINUTE))
            .toList(),
        now);
    pass(Duration.ofHours(8)); // on a system whose monotonic clock goes on

    assertThat(board.due(now)).hasSizeLessThan(10);
    assertThat(board.takeFresh()).extracting(WatchEvent::kind).containsExactly(Kind.PAUSED);
    int begun = 0;
    for (int i = 0; i < 25; i++) {
      pass(Duration.ofSeconds(1));
      begun += board.due(now).size();
    }
    assertThat(begun).isGreaterThan(380);
  }

  @Test
  void aClockThatJumpsMakesNoChecksAndLosesNone() {
    watch(CT);
    check(null);
    Stamp before = now;
    now = new Stamp(now.at().plus(Duration.ofDays(1)), now.nanos() + 1);
    assertThat(board.due(now)).isEmpty();
    now = new Stamp(before.at().minus(Duration.ofHours(2)), now.nanos() + 1);
    assertThat(board.due(now)).isEmpty();

    assertThat(board.takeFresh())
        .extracting(WatchEvent::kind)
        .containsExactly(Kind.PAUSED, Kind.CLOCK_SET_BACK);
    assertThat(check(null)).isBetween(Duration.ofSeconds(56), Duration.ofSeconds(64));
  }

  @Test
  void whenTheNetworkChangesThoseThatFailAreLookedAtAgainAtOnce() {
    watch(CT);
    checks(Cause.CONNECT_TIMEOUT, Cause.CONNECT_TIMEOUT);
    board.networkChanged("10.9.0.5", now);

    assertThat(check(null)).isZero();
    assertThat(kinds()).containsExactly(Kind.FAILS, Kind.NETWORK_CHANGED);
  }

  @Test
  void aCheckOfAPeerThatIsNoLongerWatchedCountsForNothing() {
    watch(CT);
    CheckRequest request = begin();
    watch();
    board.ended(request, Ends.success(request, now.at()), null, now);

    assertThat(board.takeFresh()).isEmpty();
    assertThat(board.untilNext(now)).isEmpty();
  }

  @Test
  void aCheckOfWhatThePeerWasBeforeItWasEditedCountsForNothing() {
    watch(CT);
    CheckRequest old = begin();
    CheckRequest moved =
        CheckRequest.of(
            CT.peerId(), CT.name(), CT.calledAe(), CT.callingAe(), "10.9.9.9", CT.port());
    watch(moved);
    board.ended(old, Ends.success(old, now.at()), null, now);
    assertThat(standing().state()).isEqualTo(WatchState.UNCHECKED);

    assertThat(begin().host()).isEqualTo("10.9.9.9");
    board.ended(old, Ends.success(old, now.at()), null, now);
    assertThat(standing().state())
        .as("not while its own check runs, either")
        .isEqualTo(WatchState.UNCHECKED);
  }

  @Test
  void aPeerThatIsRenamedWhileItsCheckRunsKeepsItsState() {
    watch(CT);
    checks(Cause.CONNECT_TIMEOUT, Cause.CONNECT_TIMEOUT);
    CheckRequest running = begin();
    watch(
        CheckRequest.of(
            CT.peerId(), "CT one", CT.calledAe(), CT.callingAe(), CT.host(), CT.port()));
    board.ended(running, Ends.success(running, now.at()), null, now);
    check(null);

    assertThat(told.getLast().peer()).isEqualTo("CT one");
    assertThat(told.getLast().kind()).isEqualTo(Kind.RECOVERED);
  }

  @Test
  void aCheckThatWasStoppedSaysNothing() {
    watch(CT);
    check(null);
    CheckRequest request = begin();
    board.ended(request, Ends.cancelled(request, now.at()), null, now);

    assertThat(standing().state()).isEqualTo(WatchState.ANSWERS);
    assertThat(board.takeFresh()).isEmpty();
    assertThat(check(null)).isGreaterThan(Duration.ofSeconds(50));
  }

  @Test
  void theEventsAreBounded() {
    watch(CT);
    check(null);
    for (int i = 0; i < 3_000; i++) {
      board.networkChanged("10.0.0." + i, now);
    }

    assertThat(board.events()).hasSize(WatchEvents.KEPT);
    assertThat(board.events().getLast().number()).isEqualTo(3_001);
  }

  @Test
  void anIntervalThatWouldBeABurdenCannotBe() {
    assertThatThrownBy(() -> new Watched(CT, Duration.ofSeconds(9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An interval is from 10s to 1h.");
  }
}
