package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting with which a peer worked is not to blame. */
class SinceItWorkedTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T04:12:07Z");
  private static final InetSocketAddress PEER = new InetSocketAddress("10.60.2.20", 104);
  private static final InetSocketAddress US = new InetSocketAddress("10.60.1.10", 50_000);

  private static CheckRequest request(String host) {
    return CheckRequest.of("PACS", new AeTitle("ARCHIVE1"), new AeTitle("WS1"), host, 104);
  }

  private static CheckResult result(
      CheckRequest request,
      @Nullable Cause cause,
      Move move,
      OffsetDateTime at,
      InetSocketAddress local,
      @Nullable InetSocketAddress remote,
      List<String> advice) {
    return new CheckResult(
        request,
        "echolot",
        at,
        cause == null ? Outcome.SUCCESS : Outcome.FAILURE,
        null,
        cause,
        "It was so",
        move,
        EndedBy.OUR_RELEASE,
        advice,
        List.of(),
        Duration.ZERO,
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        local,
        remote,
        Observed.NOTHING);
  }

  private static LastSuccess worked(String host, Duration before) {
    return LastSuccess.of(
        result(request(host), null, Move.NOBODY, NOW.minus(before), US, PEER, List.of()));
  }

  private static CheckResult failed(String host, Cause cause, Move move, String... advice) {
    boolean found = cause != Cause.UNKNOWN_HOST;
    return result(request(host), cause, move, NOW, US, found ? PEER : null, List.of(advice));
  }

  private static CheckResult meaning(String variant, CheckResult like) {
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
        like.reject(),
        like.abort(),
        like.echoStatus(),
        like.negotiated(),
        like.tls(),
        like.userIdentity(),
        like.localAddress(),
        like.remoteAddress(),
        new Observed(null, null, null, List.of(), variant));
  }

  private static CheckResult told(LastSuccess before, CheckResult now) {
    CheckResult told = SinceItWorked.applied(before, now);
    assertThat(told.advice()).allMatch(step -> step.endsWith("."));
    return told;
  }

  @Test
  void aServiceThatStoppedIsAskedAboutAndNotThePort() {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofHours(1)),
            failed(
                "10.60.2.20",
                Cause.CONNECTION_REFUSED,
                Move.OURS_OR_PEER,
                "Check the port. Common ones are 104, 11112, 4242 (Orthanc), and 2762 for TLS; the"
                    + " web interface uses a different port.",
                "Ask the peer's administrator whether the DICOM service is running, and on which"
                    + " address and port.",
                "Check that the service listens on more than the loopback address."));

    assertThat(told.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(told.advice())
        .singleElement()
        .asString()
        .contains("stopped or restarted")
        .contains("accepted connections at 2026-11-28 03:12:07.");
  }

  @Test
  void aTitleThatWasAcceptedIsNotSpeltWrong() {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofMillis(700)),
            failed(
                "10.60.2.20",
                Cause.REJECTED_CALLED_AE,
                Move.OURS,
                "Check the spelling of \"ARCHIVE1\", including upper and lower case.",
                "Ask the peer's administrator for the AE title that answers on port 104.",
                "If \"ARCHIVE1\" is right, ask whether it is set up on port 104, and whether"
                    + " \"WS1\" is registered with 10.60.1.10.",
                "If we are registered with another address of this computer (10.60.1.11), call"
                    + " from that one."));

    assertThat(told.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(told.advice()).noneMatch(step -> step.contains("spelling"));
    assertThat(told.advice().getFirst())
        .startsWith("Check again several times: the association was accepted at")
        .contains("2026-11-28 04:12:06 (700 ms before)", "load balancer");
    assertThat(told.advice().get(1)).startsWith("If it is rejected every time, ask");
    assertThat(told.advice()).hasSize(2);
  }

  @Test
  void aNameThatIsGoneHasTheAddressThatItHad() {
    CheckResult told =
        told(
            worked("pacs.clinic.lab", Duration.ofSeconds(20)),
            failed(
                "pacs.clinic.lab",
                Cause.UNKNOWN_HOST,
                Move.OURS,
                "Check the spelling of \"pacs.clinic.lab\", and try the full name.",
                "If the name is right, ask the network team to add it to DNS server 10.0.0.1.",
                "Use the IP address of the peer until then: its administrator knows it."));

    assertThat(told.move()).isEqualTo(Move.NETWORK);
    assertThat(told.advice().getFirst())
        .startsWith("Check again several times")
        .contains("(20.0 s before)", "DNS servers");
    assertThat(told.advice())
        .hasSize(3)
        .noneMatch(step -> step.contains("spelling"))
        .last()
        .asString()
        .startsWith("Use 10.60.2.20 as the host until the name is found again");
  }

  @Test
  void aWebServerThatTookThePortIsTheServersMatter() {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofDays(2)),
            failed(
                "10.60.2.20",
                Cause.NOT_DICOM,
                Move.OURS,
                "Do not use the port of a web interface: DICOM has another one.",
                "Ask the peer's administrator for the host and the DICOM port of the peer, and use"
                    + " them. The port is often 104, 11112 or 4242."));

    assertThat(told.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(told.advice())
        .singleElement()
        .asString()
        .contains("DICOM answered on 10.60.2.20:104 at 2026-11-26 04:12:07");
  }

  @Test
  void aBanOfFrequentCallsIsThoughtOf() {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofSeconds(2)),
            failed(
                "10.60.2.20",
                Cause.CONNECT_TIMEOUT,
                Move.NETWORK,
                "Check the port. Common ones are 104.",
                "Check that the address is right, and that the host is switched on."));

    assertThat(told.advice()).hasSize(3).last().isEqualTo("Check that the host is switched on.");
    assertThat(told.advice().getFirst())
        .contains("whether a limit or a ban of frequent connections blocks calls");
  }

  @Test
  void anotherAddressOfOursComesFirst() {
    CheckResult now =
        result(
            request("10.60.2.20"),
            Cause.CLOSED_BEFORE_REPLY,
            Move.PEER_ADMINISTRATOR,
            NOW,
            new InetSocketAddress("10.60.1.11", 50_001),
            PEER,
            List.of("Ask what the log shows."));

    assertThat(told(worked("10.60.2.20", Duration.ofMinutes(30)), now).advice())
        .first()
        .asString()
        .startsWith("Call from 10.60.1.10 again, or ask to allow 10.60.1.11");
  }

  /** What changed just then is known: nobody else is asked what changed. */
  @Test
  void anotherAddressOfOursAMomentAgoIsTheChange() {
    CheckResult now =
        result(
            request("10.60.2.20"),
            Cause.CLOSED_BEFORE_REPLY,
            Move.PEER_ADMINISTRATOR,
            NOW,
            new InetSocketAddress("10.60.1.11", 50_001),
            PEER,
            List.of("Ask what the log shows."));

    assertThat(told(worked("10.60.2.20", Duration.ofSeconds(1)), now).advice())
        .hasSize(2)
        .noneMatch(step -> step.contains("what changed"))
        .last()
        .isEqualTo("Ask what the log shows.");
  }

  @Test
  void anotherAddressBehindTheNameComesFirstAndNothingElseIsRuledOut() {
    CheckResult now =
        result(
            request("pacs.clinic.lab"),
            Cause.CONNECTION_REFUSED,
            Move.OURS_OR_PEER,
            NOW,
            US,
            new InetSocketAddress("10.60.2.99", 104),
            List.of("Check the port. Common ones are 104."));

    assertThat(told(worked("pacs.clinic.lab", Duration.ofMinutes(30)), now).advice())
        .hasSize(2)
        .first()
        .asString()
        .contains("it was 10.60.2.20 at 2026-11-28 03:42:07, and is 10.60.2.99 now");
  }

  /** The file is ours, and its step says what it says of the address. */
  @Test
  void anotherAddressInTheHostsFileIsOurMatter() {
    CheckResult now =
        result(
            request("pacs.clinic.lab"),
            Cause.CONNECTION_REFUSED,
            Move.OURS_OR_PEER,
            NOW,
            US,
            new InetSocketAddress("10.60.2.99", 104),
            List.of(
                "Check the port. Common ones are 104.",
                "Check the address of \"pacs.clinic.lab\" in /etc/hosts of this computer: it comes"
                    + " from there."));
    CheckResult told = told(worked("pacs.clinic.lab", Duration.ofMinutes(30)), now);

    assertThat(told.move()).isEqualTo(Move.OURS);
    assertThat(told.advice())
        .containsExactly(
            "Check the address of \"pacs.clinic.lab\" in /etc/hosts of this computer: it was"
                + " 10.60.2.20 at 2026-11-28 03:42:07, and is 10.60.2.99 now.",
            "If 10.60.2.99 is right, ask the peer's administrator whether the peer is on, and its"
                + " service running there.");
  }

  /** A ban of frequent calls does not silence a computer for a ping. */
  @Test
  void aComputerThatAnswersNothingMoreIsThoughtToBeOff() {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofSeconds(20)),
            meaning(
                "nothing-answers",
                failed(
                    "10.60.2.20",
                    Cause.CONNECT_TIMEOUT,
                    Move.NETWORK,
                    "Check that the address is right, and that the host is switched on and"
                        + " connected.",
                    "Ask somebody.")));

    assertThat(told.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(told.advice()).hasSize(3).last().isEqualTo("Ask somebody.");
    assertThat(told.advice().getFirst()).contains("was switched off or disconnected");
  }

  /** Asked once is enough. */
  @ParameterizedTest
  @ValueSource(strings = {"nobody-near", "nobody-there", "nobody"})
  void aPeerThatNobodyFindsIsAskedAboutOnce(String variant) {
    CheckResult told =
        told(
            worked("10.60.2.20", Duration.ofHours(2)),
            meaning(
                variant,
                failed(
                    "10.60.2.20",
                    Cause.HOST_UNREACHABLE,
                    Move.OURS_OR_PEER,
                    "Check that the peer is switched on and connected to its network.")));

    assertThat(told.advice()).singleElement().asString().contains("was switched off");
  }

  @Test
  void aSettingThatWasChangedIsShownAndNothingIsRuledOut() {
    CheckResult now =
        result(
            request("10.60.2.20").withAeTitles(new AeTitle("ARCHIVE2"), new AeTitle("WS1")),
            Cause.REJECTED_CALLED_AE,
            Move.OURS,
            NOW,
            US,
            PEER,
            List.of("Check the spelling of \"ARCHIVE2\"."));
    CheckResult told = told(worked("10.60.2.20", Duration.ofHours(2)), now);

    assertThat(told.move()).isEqualTo(Move.OURS);
    assertThat(told.advice())
        .hasSize(2)
        .first()
        .asString()
        .contains("called AE title was \"ARCHIVE1\", but is now \"ARCHIVE2\"");
  }

  @Test
  void aSourceAddressThatWasChangedComesFirst() {
    CheckResult now =
        result(
            request("10.60.2.20").withSource("10.60.1.11"),
            Cause.CLOSED_BEFORE_REPLY,
            Move.PEER_ADMINISTRATOR,
            NOW,
            new InetSocketAddress("10.60.1.11", 50_001),
            PEER,
            List.of("Ask what the log shows."));

    assertThat(told(worked("10.60.2.20", Duration.ofMinutes(30)), now).advice())
        .first()
        .asString()
        .startsWith("Call from 10.60.1.10 again, or ask to allow 10.60.1.11");
  }

  /** Of every cause: what is said is whole, and no step of a setting stands first. */
  @ParameterizedTest
  @EnumSource
  void everyCauseHasWholeSteps(Cause cause) {
    for (Duration before : List.of(Duration.ofSeconds(3), Duration.ofDays(3))) {
      CheckResult told =
          told(
              worked("pacs.clinic.lab", before),
              failed("pacs.clinic.lab", cause, Move.OURS_OR_PEER, "Ask somebody."));

      assertThat(told.advice()).last().isEqualTo("Ask somebody.");
      assertThat(told.advice()).doesNotHaveDuplicates();
      assertThat(Objects.requireNonNull(told.advice().getFirst())).doesNotContain("null");
    }
  }

  @Test
  void whatSucceededAndWhatNeverWorkedAreLeftAlone() {
    CheckResult failed = failed("10.60.2.20", Cause.NOT_DICOM, Move.OURS, "Use the port of X.");

    assertThat(SinceItWorked.applied(null, failed)).isSameAs(failed);
  }

  /** Nobody changes a setting within a second; one of several servers may be at fault. */
  @Test
  void whatWorkedJustNowIsTriedAgainFirst() {
    CheckResult closed =
        failed("10.60.2.20", Cause.CLOSED_BEFORE_REPLY, Move.PEER_ADMINISTRATOR, "Ask for it.");

    assertThat(told(worked("10.60.2.20", Duration.ofMillis(700)), closed).advice())
        .satisfiesExactly(
            step -> assertThat(step).startsWith("Check again several times").contains("(700 ms"),
            step -> assertThat(step).startsWith("If it fails every time, ask"),
            step -> assertThat(step).isEqualTo("Ask for it."));
    assertThat(told(worked("10.60.2.20", Duration.ofMinutes(5)), closed).advice().getFirst())
        .startsWith("Ask the peer's administrator what changed");
  }

  /** Where nothing else is different, the failure itself is what changed. */
  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_HOST, name lookup",
    "PEER_EXPECTS_TLS, speaks TLS now",
    "NOT_DICOM, something else answers",
    "CONNECTION_REFUSED, no connection opens now",
    "CLOSED_BEFORE_REPLY, no whole answer now",
    "TLS_FAILED, TLS handshake fails now",
    "PROXY_REFUSED, the proxy"
  })
  void whatChangedIsNamedByTheFailure(Cause cause, String words) {
    assertThat(OutcomeAlone.of(failed("pacs.clinic.lab", cause, Move.OURS, "Ask.")))
        .contains(words)
        .doesNotContain("only the outcome");
  }
}
