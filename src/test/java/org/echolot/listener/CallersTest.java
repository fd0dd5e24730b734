package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.echolot.listener.CallerPlace.TurnedOut;
import org.junit.jupiter.api.Test;

/** Who gets a place, and who has to go for it. */
class CallersTest {

  private static final InetAddress FLOODING = InetAddress.ofLiteral("192.0.2.66");
  private static final InetAddress QUIET = InetAddress.ofLiteral("192.0.2.7");

  private final Callers callers = new Callers(2);

  private CallerPlace enter(InetAddress from) throws InterruptedException {
    return callers.enter(from, () -> {});
  }

  private List<CallerPlace> fill(InetAddress from, int count) throws InterruptedException {
    List<CallerPlace> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(enter(from));
    }
    return places;
  }

  @Test
  void theOneWhoHasWaitedLongestGoesForANewcomerOfTheSameAddress() throws Exception {
    List<CallerPlace> room = fill(FLOODING, Callers.MAX_WAITING);

    CallerPlace newcomer = enter(FLOODING);

    assertThat(room.getFirst().turnedOut()).isEqualTo(TurnedOut.FULL);
    assertThat(room.subList(1, room.size())).allMatch(place -> place.turnedOut() == null);
    assertThat(newcomer.tryAssociate()).isTrue();
  }

  @Test
  void whoFillsTheRoomTurnsOutItsOwnThoughAnotherHasWaitedLonger() throws Exception {
    CallerPlace quiet = enter(QUIET);

    fill(FLOODING, Callers.MAX_WAITING + 100);

    assertThat(quiet.turnedOut()).isNull();
    assertThat(quiet.tryAssociate()).isTrue();
  }

  @Test
  void oneWithAnAssociationIsNeverTurnedOut() throws Exception {
    CallerPlace served = enter(FLOODING);
    assertThat(served.tryAssociate()).isTrue();

    fill(FLOODING, Callers.MAX_WAITING + 100);

    assertThat(served.turnedOut()).isNull();
  }

  @Test
  void oneWhoseAssociationIsOverWaitsBehindAllOthers() throws Exception {
    CallerPlace served = enter(FLOODING);
    assertThat(served.tryAssociate()).isTrue();
    List<CallerPlace> room = fill(FLOODING, Callers.MAX_WAITING);

    served.dissociate();

    assertThat(served.turnedOut()).isNull();
    assertThat(room.getFirst().turnedOut()).isEqualTo(TurnedOut.FULL);
  }

  @Test
  void thereAreNoMoreAssociationsThanThereMayBe() throws Exception {
    List<CallerPlace> three = fill(QUIET, 3);

    assertThat(three).extracting(CallerPlace::tryAssociate).containsExactly(true, true, false);
    three.getFirst().dissociate();
    assertThat(three.getLast().tryAssociate()).isTrue();
  }

  @Test
  void aSourceThatHasAllGivesUpWhatItHasNotUsedForLongest() throws Exception {
    List<CallerPlace> two = fill(FLOODING, 2);
    assertThat(two).allMatch(CallerPlace::tryAssociate);
    List<String> ended = new ArrayList<>();
    two.getFirst().endsBy(() -> ended.add("first"));
    two.getLast().endsBy(() -> ended.add("last"));
    two.getFirst().used();

    assertThat(enter(QUIET).tryAssociate()).isTrue();

    assertThat(ended).containsExactly("last");
    assertThat(two.getLast().turnedOut()).isEqualTo(TurnedOut.FOR_ANOTHER);
    assertThat(two.getFirst().turnedOut()).isNull();
  }

  @Test
  void aSourceGivesUpNothingForOneThatWouldThenHaveMore() throws Exception {
    assertThat(enter(FLOODING).tryAssociate()).isTrue();
    assertThat(enter(QUIET).tryAssociate()).isTrue();

    assertThat(enter(QUIET).tryAssociate()).isFalse();
    assertThat(enter(FLOODING).tryAssociate()).isFalse();
    assertThat(enter(InetAddress.ofLiteral("192.0.2.8")).tryAssociate()).isFalse();
  }

  @Test
  void oneAddressMayHaveAllAndGivesUpNothingForItself() throws Exception {
    List<CallerPlace> three = fill(FLOODING, 3);

    assertThat(three).extracting(CallerPlace::tryAssociate).containsExactly(true, true, false);
    assertThat(three).allMatch(place -> place.turnedOut() == null);
  }

  @Test
  void whatWasGivenUpIsNotGivenBackAgain() throws Exception {
    List<CallerPlace> two = fill(FLOODING, 2);
    assertThat(two).allMatch(CallerPlace::tryAssociate);
    assertThat(enter(QUIET).tryAssociate()).isTrue();

    two.forEach(CallerPlace::dissociate);

    assertThat(List.of(enter(FLOODING), enter(FLOODING)))
        .extracting(CallerPlace::tryAssociate)
        .containsExactly(true, false);
  }

  @Test
  void oneWhoHasAskedForTlsIsNotTurnedOutForThoseWhoSayNothing() throws Exception {
    CallerPlace asking = enter(FLOODING);
    asking.asks();

    fill(FLOODING, Callers.MAX_WAITING + 100);

    assertThat(asking.turnedOut()).isNull();
    assertThat(asking.tryAssociate()).isTrue();
  }

  @Test
  void thoseWhoHaveAskedForTlsTurnOutEachOtherAndLeaveRoomForNewcomers() throws Exception {
    List<CallerPlace> crowd = fill(FLOODING, Callers.MAX_ASKING);
    crowd.forEach(CallerPlace::asks);
    CallerPlace newcomer = enter(FLOODING);

    assertThat(crowd).allMatch(place -> place.turnedOut() == null);
    newcomer.asks();
    assertThat(crowd.getFirst().turnedOut()).isEqualTo(TurnedOut.FULL);
    assertThat(newcomer.tryAssociate()).isTrue();
  }

  @Test
  void oneWhoWasTurnedOutGetsNoAssociation() throws Exception {
    List<CallerPlace> room = fill(FLOODING, Callers.MAX_WAITING + 1);

    assertThat(room.getFirst().tryAssociate()).isFalse();
  }

  @Test
  void nobodyEntersWhileTooManyWhoWereTurnedOutAreNotGone() throws Exception {
    List<CallerPlace> room = fill(FLOODING, 2 + Callers.MAX_WAITING + Callers.MAX_LEAVING);

    CompletableFuture<CallerPlace> newcomer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return enter(QUIET);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(newcomer.isDone()).isFalse();
    room.getFirst().leave();
    assertThat(newcomer).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void theHolderOfAnIpv6NetworkIsOneSource() {
    assertThat(CallerSource.of(InetAddress.ofLiteral("2001:db8:0:1::7")))
        .isEqualTo(CallerSource.of(InetAddress.ofLiteral("2001:db8:0:1:ffff::8")))
        .isNotEqualTo(CallerSource.of(InetAddress.ofLiteral("2001:db8:0:2::7")))
        .hasToString("2001:db8:0:1::/64");
    assertThat(CallerSource.of(QUIET)).hasToString("192.0.2.7");
  }
}
