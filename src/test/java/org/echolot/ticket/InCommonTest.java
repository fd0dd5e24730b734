package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What several checks show together is told only where it is so of all of them. */
class InCommonTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00");

  private static CheckResult result(
      String called, String calling, String ip, @Nullable Cause cause, @Nullable String refusedBy) {
    return new CheckResult(
        CheckRequest.of(called, new AeTitle(called), new AeTitle(calling), ip, 104),
        "echolot",
        AT,
        cause == null ? Outcome.SUCCESS : Outcome.FAILURE,
        cause == null ? null : CheckStage.CONNECT,
        cause,
        "It is so",
        cause == null ? Move.NOBODY : Move.PEER_ADMINISTRATOR,
        EndedBy.NEVER_BEGAN,
        List.of(),
        List.of(),
        Duration.ofMillis(12),
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new InetSocketAddress(InetAddress.ofLiteral(ip), 104),
        new Observed(
            null,
            refusedBy == null ? null : new IcmpAnswer(3, 13, InetAddress.ofLiteral(refusedBy)),
            null,
            List.of(),
            null));
  }

  private static CheckResult failed(String called, String ip) {
    return result(called, "WS1", ip, Cause.CONNECT_TIMEOUT, null);
  }

  private static CheckResult answered(String called, String ip) {
    return result(called, "WS1", ip, null, null);
  }

  @Test
  void aNetworkThatOnlyThoseHaveThatFailedIsNamed() {
    assertThat(
            InCommon.of(
                List.of(
                    failed("A", "10.1.2.3"), failed("B", "10.1.2.4"), answered("C", "10.1.9.3")),
                false))
        .containsExactly(
            "Both that failed are in the network 10.1.2.0/24, unlike the one that answered. Look"
                + " first at the way to that network.");
  }

  @Test
  void whatOneThatAnsweredSharesIsNotTheReason() {
    assertThat(
            InCommon.of(
                List.of(
                    failed("A", "10.1.2.3"), failed("B", "10.1.2.4"), answered("C", "10.1.2.5")),
                false))
        .isEmpty();
  }

  @Test
  void oneComputerIsNamedRatherThanItsNetwork() {
    assertThat(InCommon.of(List.of(failed("A", "10.1.2.3"), failed("B", "10.1.2.3")), false))
        .containsExactly("Both that failed are at 10.1.2.3. Look first at that computer.");
  }

  @Test
  void aDeviceThatRefusesAllIsLookedAtBeforeThePeers() {
    List<CheckResult> all =
        List.of(
            result("A", "WS1", "10.1.2.3", Cause.HOST_UNREACHABLE, "10.1.1.1"),
            result("B", "WS1", "10.1.3.3", Cause.HOST_UNREACHABLE, "10.1.1.1"));

    assertThat(InCommon.of(all, false))
        .containsExactly(
            "Both that failed were refused by 10.1.1.1, not by the peers. Look first at"
                + " 10.1.1.1.");
  }

  @Test
  void aTitleThatOnlyThoseHaveThatFailedIsNamed() {
    List<CheckResult> all =
        List.of(
            result("A", "WS2", "10.1.2.3", Cause.REJECTED_CALLING_AE, null),
            result("B", "WS2", "10.1.3.3", Cause.REJECTED_CALLING_AE, null),
            answered("C", "10.1.4.3"),
            answered("D", "10.1.5.3"));

    assertThat(InCommon.of(all, false))
        .containsExactly(
            "Both that failed are called by \"WS2\", unlike the 2 that answered. Look first at"
                + " whether that AE title is registered.");
    assertThat(InCommon.of(all.subList(0, 2), false)).as("all that there are").isEmpty();
  }

  /** Of a success, no network interface was looked up, but its address is known. */
  @Test
  void anAddressOfOursThatOnlyThoseHaveThatFailedIsNamed() {
    List<CheckResult> all =
        List.of(
            from("10.9.9.9", failed("A", "10.1.2.3")),
            from("10.9.9.9", failed("B", "10.1.3.4")),
            from("10.1.9.8", answered("C", "10.1.4.5")));

    assertThat(InCommon.of(all, false))
        .containsExactly(
            "Both that failed call from 10.9.9.9, unlike the one that answered. Look first at the"
                + " network interface with that address.");
    assertThat(InCommon.of(List.of(all.get(0), all.get(1)), false)).isEmpty();
  }

  private static CheckResult from(String address, CheckResult like) {
    return new CheckResult(
        like.request(),
        like.engine(),
        like.startedAt(),
        like.outcome(),
        like.stage(),
        like.cause(),
        like.summary(),
        like.move(),
        like.endedBy(),
        like.advice(),
        like.warnings(),
        like.total(),
        like.stages(),
        null,
        null,
        null,
        null,
        null,
        null,
        like.isSuccess() ? new InetSocketAddress(address, 50_000) : null,
        like.remoteAddress(),
        new Observed(Origin.of(InetAddress.ofLiteral(address)), null, null, List.of(), null));
  }

  @Test
  void pseudonymsHaveNoNetwork() {
    assertThat(InCommon.of(List.of(failed("A", "10.1.2.3"), failed("B", "10.1.2.4")), true))
        .isEmpty();
  }

  @Test
  void oneFailureSharesNothing() {
    assertThat(InCommon.of(List.of(failed("A", "10.1.2.3"), answered("B", "10.1.9.3")), false))
        .isEmpty();
  }

  @Test
  void onePeerThatAnswersNowAndThenIsTold() {
    List<CheckResult> all =
        List.of(answered("A", "10.1.2.3"), failed("A", "10.1.2.3"), answered("A", "10.1.2.3"));

    assertThat(InCommon.of(all, false))
        .singleElement()
        .asString()
        .startsWith("A (10.1.2.3:104), checked 3 times: the results changed 2 times in 3 checks");
    assertThat(Tickets.together(all, TicketFormat.TEXT, null).orElseThrow())
        .contains("DICOM C-ECHO to A (A@10.1.2.3:104), 3 times: 1 failed, 2 answered")
        .contains("The findings by cause; the ticket on each check is above.")
        .contains(
            "  1 × No answer to the connection attempt. Whose move: the administrator of the"
                + " peer\n")
        .contains("What these checks show together");
    assertThat(Tickets.together(all.subList(1, 2), TicketFormat.TEXT, null)).isEmpty();
  }
}
