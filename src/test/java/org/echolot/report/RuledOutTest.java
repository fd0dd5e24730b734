package org.echolot.report;

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
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.tls.Handshakes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to be ruled out can't be what the advice asks for. */
class RuledOutTest {

  /** What worked on the same port shows that the port is right. */
  @Test
  void aPortThatWorkedBeforeIsRuledOut() {
    CheckResult then = accepted(Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, null);
    CheckResult now = meetingNobody();

    assertThat(RuledOut.of(now)).isEmpty();
    assertThat(RuledOut.of(now, then))
        .hasValue(
            "a mistyped address or port, unless it was changed since: DICOM answered at pacs:104 at"
                + " 2026-11-23 10:15:30 +01:00.");
    assertThat(RuledOut.of(then, then)).isEqualTo(RuledOut.of(then));
  }

  /** The port was not reached, or speaks something else now. */
  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"UNKNOWN_HOST", "RESOLVE_TIMEOUT", "PEER_EXPECTS_TLS", "NOT_DICOM"})
  void aSuccessSaysNothingOfAPortThatTheFailureIsNotAbout(Cause cause) {
    CheckResult then = accepted(Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, null);

    assertThat(RuledOut.of(meetingNobody(cause), then)).isEmpty();
  }

  private static CheckResult meetingNobody() {
    return meetingNobody(Cause.CONNECTION_REFUSED);
  }

  private static CheckResult meetingNobody(Cause cause) {
    return new CheckResult(
        CheckRequest.of("x", new AeTitle("A"), new AeTitle("ME"), "pacs", 104),
        "echolot",
        OffsetDateTime.parse("2026-11-23T10:20:30.123+01:00"),
        Outcome.FAILURE,
        CheckStage.CONNECT,
        cause,
        "Connection refused",
        Move.PEER_ADMINISTRATOR,
        EndedBy.NEVER_BEGAN,
        List.of("One."),
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
        new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 104),
        Observed.NOTHING);
  }

  private static CheckResult accepted(Cause cause, EndedBy endedBy, @Nullable Abort abort) {
    return accepted(cause, endedBy, abort, null);
  }

  private static CheckResult accepted(
      Cause cause, EndedBy endedBy, @Nullable Abort abort, @Nullable String variant) {
    return new CheckResult(
        CheckRequest.of("x", new AeTitle("A"), new AeTitle("ME"), "pacs", 104),
        "echolot",
        OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00"),
        Outcome.FAILURE,
        cause.stage(),
        cause,
        cause.label(),
        Move.PEER_ADMINISTRATOR,
        endedBy,
        List.of("One."),
        List.of(),
        Duration.ofMillis(12),
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        abort,
        null,
        new Negotiated("1.2.3", "PACS_1", 16_384L, "1.2.840.10008.1.2", 0),
        null,
        null,
        new InetSocketAddress(InetAddress.ofLiteral("10.1.9.8"), 50_000),
        new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 104),
        new Observed(null, null, null, List.of(), variant));
  }

  /** A peer that refuses us after all may do so by who we are. */
  @ParameterizedTest
  @CsvSource({
    "UNEXPECTED_PDU, late-rejection, false",
    "UNEXPECTED_PDU, echo, true",
    "MALFORMED_PDU, abort, false",
    "MALFORMED_PDU, command, true",
    "ECHO_TIMEOUT, refusal, false",
    "ECHO_TIMEOUT, partial, true"
  })
  void aRefusalThatCameLateRulesOutNoAeTitles(Cause cause, String variant, boolean ruledOut) {
    String words = RuledOut.of(accepted(cause, EndedBy.OUR_ABORT, null, variant)).orElseThrow();

    assertThat(words.contains("AE titles")).isEqualTo(ruledOut);
  }

  @ParameterizedTest
  @CsvSource({
    "ECHO_TIMEOUT, OUR_DEADLINE, 'host, port, AE titles.'",
    "CLOSED_DURING_ECHO, PEER_RESET, 'a port that is not DICOM.'",
    "RELEASED_DURING_ECHO, PEER_RELEASE, 'a port that is not DICOM, and a network or firewall that"
        + " blocks the connection.'",
    "ECHO_STATUS, OUR_RELEASE, 'a port that is not DICOM, and a network or firewall that blocks the"
        + " connection.'",
    "VERIFICATION_NOT_ACCEPTED, OUR_RELEASE, 'a port that is not DICOM, and a network or firewall"
        + " that blocks the connection.'",
    "WRONG_RESPONSE, OUR_ABORT, 'host, port, network, AE titles.'"
  })
  void afterAnAssociationOnlyWhatTheFailureLeaves(Cause cause, EndedBy endedBy, String ruledOut) {
    assertThat(RuledOut.of(accepted(cause, endedBy, null)))
        .contains(ruledOut + " The peer at 10.1.2.3:104 accepted the association.");
  }

  /** Orthanc accepts all associations if it is set so, and aborts the echo of a stranger. */
  @ParameterizedTest
  @CsvSource({
    "0, 'a port that is not DICOM, and a network or firewall that blocks the connection.'",
    "2, 'host, port, network, AE titles.'"
  })
  void anApplicationThatAbortsMayDislikeOurTitle(int source, String ruledOut) {
    assertThat(RuledOut.of(accepted(Cause.ABORTED, EndedBy.PEER_ABORT, new Abort(source, 0))))
        .hasValueSatisfying(text -> assertThat(text).startsWith(ruledOut));
  }

  /** What answers may be a device in between that inspects TLS. */
  @ParameterizedTest
  @CsvSource({"NETWORK, false", "PEER_ADMINISTRATOR, true"})
  void theNetworkIsNotRuledOutWhereItHasToAct(Move move, boolean ruledOut) {
    CheckResult like = accepted(Cause.CERTIFICATE_UNTRUSTED, EndedBy.OUR_ABORT, null);
    CheckResult untrusted =
        new CheckResult(
            like.request(),
            like.engine(),
            like.startedAt(),
            like.outcome(),
            like.stage(),
            like.cause(),
            like.summary(),
            move,
            like.endedBy(),
            like.advice(),
            like.warnings(),
            like.total(),
            like.stages(),
            null,
            null,
            null,
            null,
            Handshakes.trusted(),
            null,
            like.localAddress(),
            like.remoteAddress(),
            like.observed());

    assertThat(RuledOut.of(untrusted).isPresent()).isEqualTo(ruledOut);
  }
}
