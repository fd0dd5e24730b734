package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.capture.Recorder;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketsTest {

  static CheckResult aborted(String name, String calledAe) {
    return failed(name, calledAe, Cause.ABORTED, CheckStage.ECHO);
  }

  static CheckResult failed(Cause cause, CheckStage stage) {
    return failed("x", "A", cause, stage);
  }

  private static CheckResult failed(String name, String calledAe, Cause cause, CheckStage stage) {
    return new CheckResult(
        CheckRequest.of(name, new AeTitle(calledAe), new AeTitle("ME"), "pacs", 104),
        "echolot",
        OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00"),
        Outcome.FAILURE,
        stage,
        cause,
        "The peer aborted",
        Move.PEER_ADMINISTRATOR,
        EndedBy.PEER_ABORT,
        List.of("Look at its log", "Ask its vendor"),
        List.of(new Warning(Warning.Code.SLOW_PEER, "It took long.")),
        Duration.ofMillis(12),
        Stream.of(CheckStage.values())
            .map(
                s ->
                    s == CheckStage.ECHO
                        ? new StageResult(s, StageState.FAILED, Duration.ofMillis(7), "A-ABORT")
                        : StageResult.skipped(s, ""))
            .toList(),
        null,
        new Abort(2, 6),
        null,
        new Negotiated("1.2.3", "PACS_1", 16_384L, "1.2.840.10008.1.2", 0),
        null,
        null,
        new InetSocketAddress("10.1.9.8", 50_000),
        new InetSocketAddress("10.1.2.3", 104));
  }

  /** The same as what its cause means in particular. */
  static CheckResult meaning(CheckResult like, String variant) {
    return changed(like, like.reject(), like.endedBy(), like.warnings(), variant);
  }

  /** The same where all that we sent was acknowledged. */
  static CheckResult acknowledged(CheckResult like) {
    return seen(
        like,
        like.reject(),
        like.endedBy(),
        like.warnings(),
        new Observed(null, null, 0, List.of(), like.observed().variant()));
  }

  /** A system that denies the title is not called by it, and is asked by its address. */
  @Test
  void aTitleThatThePeerDeniesIsNotItsName() {
    CheckResult denied = rejected(Cause.REJECTED_CALLED_AE, new AssociateRj(1, 1, 7));

    assertThat(Parties.of(denied).called()).isEqualTo("the system at 10.1.2.3:104");
    assertThat(Parties.of(failed(Cause.ABORTED, CheckStage.ECHO)).called())
        .isEqualTo("A (10.1.2.3:104)");
  }

  @Test
  void whoMadeTheCheckIsNamedFirstIfTheFirstStepNeedsNobodyElse() {
    CheckResult failed = failed(Cause.ABORTED, CheckStage.ECHO);
    CheckResult repeated =
        failed.withAdvice(
            Move.PEER_ADMINISTRATOR,
            List.of("Check again several times.", "Ask the network team."));

    assertThat(Parties.of(repeated).moveOf(repeated))
        .isEqualTo(
            "first the administrator of ME (10.1.9.8), then the administrator of A"
                + " (10.1.2.3:104)");
    assertThat(Parties.of(failed).moveOf(failed))
        .isEqualTo("the administrator of A (10.1.2.3:104)");
  }

  static CheckResult rejected(Cause cause, AssociateRj reject) {
    CheckResult like = failed(cause, CheckStage.ASSOCIATE);
    return changed(like, reject, EndedBy.PEER_REJECTION, like.warnings(), null);
  }

  /** The same from where the peer is. */
  static CheckResult onOneComputer(CheckResult like) {
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
        new InetSocketAddress("10.1.2.3", 50_000),
        like.remoteAddress());
  }

  private static CheckResult changed(
      CheckResult like,
      @Nullable AssociateRj reject,
      EndedBy endedBy,
      List<Warning> warnings,
      @Nullable String variant) {
    return seen(
        like, reject, endedBy, warnings, new Observed(null, null, null, List.of(), variant));
  }

  private static CheckResult seen(
      CheckResult like,
      @Nullable AssociateRj reject,
      EndedBy endedBy,
      List<Warning> warnings,
      Observed observed) {
    return new CheckResult(
        like.request(),
        like.engine(),
        like.startedAt(),
        like.outcome(),
        like.stage(),
        like.cause(),
        like.summary(),
        like.move(),
        endedBy,
        like.advice(),
        warnings,
        like.total(),
        like.stages(),
        reject,
        like.abort(),
        like.echoStatus(),
        like.negotiated(),
        like.tls(),
        like.userIdentity(),
        like.localAddress(),
        like.remoteAddress(),
        observed);
  }

  /** A check that succeeded may still leave somebody something to do: it is said who that is. */
  @Test
  void warningsOfASuccessNameWhoseMoveTheyAre() {
    CheckResult like = failed(Cause.ECHO_STATUS, CheckStage.ECHO);
    CheckResult succeeded =
        new CheckResult(
            like.request(),
            like.engine(),
            like.startedAt(),
            Outcome.SUCCESS,
            null,
            null,
            "The peer answered the C-ECHO with Success",
            Move.NOBODY,
            EndedBy.OUR_RELEASE,
            List.of(),
            List.of(
                new Warning(Warning.Code.CERTIFICATE_REFUSED_ELSEWHERE, "Its key is short."),
                new Warning(Warning.Code.CERTIFICATE_EXPIRES_SOON, "Ours ends.", Move.OURS),
                new Warning(Warning.Code.DELAYED_ACK_STALL, "It stalls others."),
                new Warning(Warning.Code.RELEASE_TIMEOUT, "Not confirmed.")),
            like.total(),
            like.stages(),
            null,
            null,
            0,
            like.negotiated(),
            null,
            null,
            like.localAddress(),
            like.remoteAddress(),
            Observed.NOTHING);

    assertThat(text(succeeded))
        .contains(
            "the administrator of ME (10.1.9.8), for the warning CERTIFICATE_EXPIRES_SOON; the"
                + " administrator of A (10.1.2.3:104), for the warning"
                + " CERTIFICATE_REFUSED_ELSEWHERE; the check succeeded")
        .contains("Its key is short. Whose move: the administrator of A (10.1.2.3:104).")
        .contains("Ours ends. Whose move: the administrator of ME (10.1.9.8).")
        .contains("Not confirmed. No action needed.");
  }

  @Test
  void aReleaseThatWasNotConfirmedDidNotEndTheCheck() {
    CheckResult like = failed(Cause.ECHO_STATUS, CheckStage.ECHO);
    Warning late = new Warning(Warning.Code.RELEASE_TIMEOUT, "The peer did not confirm it.");

    assertThat(text(changed(like, null, EndedBy.OUR_RELEASE, List.of(late), null)))
        .contains("by closing the connection, because the release was not confirmed in time")
        .doesNotContain("by releasing the association");
    assertThat(text(changed(like, null, EndedBy.OUR_RELEASE, List.of(), null)))
        .contains("by releasing the association");
  }

  /** Whether we aborted or only closed shows in what we sent. */
  @Test
  void howWeEndedACheckIsToldByWhatWeSent() {
    CheckResult like = failed(Cause.MALFORMED_PDU, CheckStage.ECHO);
    CheckResult ours = changed(like, null, EndedBy.OUR_ABORT, List.of(), null);
    CheckResult late = changed(like, null, EndedBy.OUR_DEADLINE, List.of(), null);
    Recording aborted = sent(new Abort(2, 6));
    Recording closed = sent(new ReleaseRq());

    assertThat(text(ours, aborted))
        .contains("Ended by:            ME (10.1.9.8), by sending an A-ABORT");
    assertThat(text(ours, closed)).contains("ME (10.1.9.8), by closing the connection");
    assertThat(text(ours)).contains("ME (10.1.9.8), by aborting or closing the connection");
    assertThat(text(late, aborted))
        .contains("ME (10.1.9.8), by its timeout; it then sent an A-ABORT");
    assertThat(text(late, closed)).doesNotContain("then sent an A-ABORT");
  }

  /** Their vendor has to see them, and has only the ticket. */
  @Test
  void theBytesThatNobodyCouldReadAreInTheTicket() {
    Recording recording =
        new Recording(
            List.of(
                new CheckEvent.InAssociation(
                    new AssociationEvent.UnreadableReceived(
                        Octets.parseHex("02 00 AF 00 00 00"), "PDU length", Instant.EPOCH))),
            0,
            0);

    assertThat(text(failed(Cause.MALFORMED_PDU, CheckStage.ASSOCIATE), recording))
        .contains("6 bytes received that can't be read", "AF 00 00 00");
  }

  @Test
  void ofTwoWhoMayHaveToActTheOneIsFirstForWhomTheFirstStepIs() {
    CheckResult like = failed(Cause.CONNECTION_REFUSED, CheckStage.CONNECT);

    assertThat(text(like.withAdvice(Move.OURS_OR_PEER, List.of("Check the port.", "Ask."))))
        .contains("first the administrator of ME (10.1.9.8), then that of A (10.1.2.3:104)");
    assertThat(
            text(
                like.withAdvice(
                    Move.OURS_OR_PEER, List.of("Ask the peer's administrator whether it runs."))))
        .contains("first the administrator of A (10.1.2.3:104), then that of ME (10.1.9.8)");
  }

  private static Recording sent(Pdu pdu) {
    return new Recording(
        List.of(
            new CheckEvent.InAssociation(new PduSent(pdu, PduEncoder.encode(pdu), Instant.EPOCH))),
        0,
        0);
  }

  private static String text(CheckResult result, Recording recording) {
    return Tickets.of(new Evidence(result, recording, null), TicketFormat.TEXT, null);
  }

  @Test
  void whatClosesOnTheSameComputerIsNoDeviceInBetween() {
    CheckResult like =
        changed(
            failed(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO),
            null,
            EndedBy.PEER_CLOSE,
            List.of(),
            null);

    assertThat(text(like)).contains("A (10.1.2.3:104) or a device in between, by closing");
    assertThat(text(onOneComputer(like)))
        .contains("A (10.1.2.3:104) or a proxy or tunnel on the same computer, by closing")
        .doesNotContain("in between");
  }

  @Test
  void anAbortIsSaidToBeOneOfTheAssociation() {
    assertThat(text(failed(Cause.ABORTED, CheckStage.ECHO)).lines())
        .anyMatch(line -> line.matches(" *Ended by: .*, by an A-ABORT"));
    assertThat(text(failed(Cause.TLS_FAILED, CheckStage.TLS)).lines())
        .anyMatch(line -> line.matches(" *Ended by: .*, by a TLS alert"));
  }

  /** What is said of them is true of no other address. */
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "224.0.0.1", "ff02::1"})
  void addressesOfNoComputerInParticularAreNotHidden(String address) {
    HiddenNames names = new HiddenNames();

    assertThat(names.ofHost(address)).isEqualTo(address);
    assertThat(names.hide("nothing can be called at " + address)).endsWith(" at " + address);
  }

  /** An address that a certificate has as a name is told as the address that was called. */
  @Test
  void anAddressInACertificateHasThePlaceholderThatItHasElsewhere() {
    HiddenNames names = new HiddenNames();

    assertThat(names.of(HiddenNames.Kind.NAME, "10.1.2.3"))
        .isEqualTo(names.ofHost("10.1.2.3"))
        .isEqualTo("192.0.2.1");
  }

  /** They have the shape of addresses. */
  @Test
  void sectionsOfTheStandardAreNotHidden() {
    CheckResult like = failed(Cause.MALFORMED_PDU, CheckStage.ECHO);
    Warning warning =
        new Warning(
            Warning.Code.NONSTANDARD_REPLY,
            "Not proposed (PS3.8 9.3.3.2), by 10.8.9.3 (PS3.15 9.1.5.1).");
    CheckResult result = changed(like, null, EndedBy.OUR_ABORT, List.of(warning), null);

    assertThat(
            Tickets.of(
                new Evidence(result, Recording.EMPTY, null), TicketFormat.TEXT, new Disguise()))
        .contains("(PS3.8 9.3.3.2)")
        .contains("(PS3.15 9.1.5.1)")
        .doesNotContain("10.8.9.3");
  }

  private static String text(CheckResult result) {
    return Tickets.of(new Evidence(result, Recording.EMPTY, null), TicketFormat.TEXT, null);
  }

  /** What a firewall team needs, though there was no connection. */
  private static CheckResult forbidden() {
    CheckResult like = failed(Cause.HOST_UNREACHABLE, CheckStage.CONNECT);
    return new CheckResult(
        like.request(),
        like.engine(),
        like.startedAt(),
        like.outcome(),
        like.stage(),
        like.cause(),
        "Host unreachable: 10.77.1.1 forbids the connection to 10.1.2.3",
        Move.NETWORK,
        EndedBy.NEVER_BEGAN,
        like.advice(),
        List.of(),
        like.total(),
        like.stages(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        like.remoteAddress(),
        new Observed(
            new Origin(
                InetAddress.ofLiteral("10.1.9.8"),
                "eth0",
                List.of(InetAddress.ofLiteral("10.77.3.10"))),
            new IcmpAnswer(3, 13, InetAddress.ofLiteral("10.77.1.1")),
            null,
            List.of(),
            null));
  }

  @Test
  void aCallThatNeverConnectedTellsWhereItWouldHaveComeFromAndWhoRefusedIt() {
    assertThat(text(forbidden()).lines())
        .anyMatch(line -> line.matches(" *Calling address: +10\\.1\\.9\\.8 \\(eth0\\), no conn.*"))
        .anyMatch(line -> line.matches(" *Caller also has: +10\\.77\\.3\\.10"))
        .anyMatch(
            line -> line.matches(" *ICMP error: +ICMP 3/13, administratively.*10\\.77\\.1\\.1"));
  }

  @Test
  void theAddressesOfTheWayAreHiddenToo() {
    String hidden =
        Tickets.of(
            new Evidence(forbidden(), Recording.EMPTY, null), TicketFormat.TEXT, new Disguise());

    assertThat(hidden)
        .contains("Caller also has", "ICMP error")
        .doesNotContain("10.1.9.8", "10.77.3.10", "10.77.1.1");
  }

  @Test
  void tellsAllThatTheOtherSideNeeds() {
    assertThat(text(aborted("Main PACS", "PACS")).lines())
        .contains(
            "DICOM C-ECHO to \"Main PACS\" failed",
            "The peer aborted.",
            "  The peer:            PACS (10.1.2.3:104)",
            "  We:                  ME (10.1.9.8)",
            "  Whose move:          the administrator of PACS (10.1.2.3:104)",
            "  What to do:          1. Look at its log",
            "                       2. Ask its vendor",
            "  Called AE title:     \"PACS\"",
            "  Calling AE title:    \"ME\"",
            "  Host and port:       pacs:104",
            "  Called address:      10.1.2.3:104",
            "  Calling address:     10.1.9.8:50000",
            "  Began (local time):  2026-11-23 10:15:30.123 +01:00",
            "  Began (UTC):         2026-11-23 09:15:30.123 +00:00",
            "  Ended by:            PACS (10.1.2.3:104), by an A-ABORT",
            "  Cause:               ABORTED at ECHO",
            "  ✗ Echo        7.00 ms  A-ABORT",
            "  Implementation:      PACS_1, class UID 1.2.3",
            "  Max PDU length:      16384 bytes",
            "  Verification:        context result 0 (accepted)",
            "  SLOW_PEER: It took long. Whose move: the administrator of PACS (10.1.2.3:104).")
        .anyMatch(
            l -> l.startsWith("  A-ABORT:") && l.contains("source 2") && l.contains("reason 6"))
        .anyMatch(l -> l.startsWith("  Made by:             Echolot ") && l.contains("Java"));
  }

  @Test
  void anOddTitleIsShownWithItsBytes() {
    assertThat(text(aborted("x", "A  B"))).contains("\"A  B\"  [41 20 20 42 20");
  }

  @Test
  void theLogIsWithoutTracesAndBounded() {
    Recorder recorder = new Recorder();
    IntStream.range(0, 1_000)
        .forEach(
            i ->
                recorder.told(
                    new CheckEvent.Remarked(CheckStage.ECHO, "number " + i + ".", Instant.EPOCH)));
    byte[] released = {6, 0, 0, 0, 0, 4, 0, 0, 0, 0};
    recorder.told(
        new CheckEvent.InAssociation(
            new PduReceived(new ReleaseRp(), Octets.of(released), List.of(), Instant.EPOCH)));
    Evidence evidence = new Evidence(aborted("x", "A"), recorder.recording(), null);

    assertThat(Tickets.of(evidence, TicketFormat.TEXT, null))
        .contains("number 0.", "number 99.", "… 802 lines left out …", "number 902.", "number 999.")
        .contains("Association released")
        .doesNotContain("number 100.", "number 901.", "PS3.8 9.3.7");
  }

  /** A step that only who makes the check can do is theirs, whoever has to act after it. */
  @Test
  void whoeverTheFirstStepIsForIsNamedFirst() {
    CheckResult aborted = aborted("x", "A");
    String move = "Whose move: +";

    assertThat(text(aborted.withAdvice(Move.NETWORK, List.of("Check the address: who is that?"))))
        .containsPattern(move + "first the administrator of ME .*, then the network team\n");
    assertThat(text(aborted.withAdvice(Move.NETWORK, List.of("Ask the network team.", "Try."))))
        .containsPattern(move + "the network team\n");
  }

  @Test
  void whatWasDifferentWhenItLastWorkedIsSaid() {
    CheckResult now = aborted("Main PACS", "PACS");
    CheckResult then = succeeded(now, "10.1.2.99", "PACS_0");
    String ticket = Tickets.of(new Evidence(now, Recording.EMPTY, then), TicketFormat.TEXT, null);

    assertThat(ticket.lines())
        .contains(
            "When it last worked",
            "  Last success:        2026-11-22 08:00:00.000 +01:00",
            "  Changed since:       1. The called AE title was \"OLD\", but is now \"PACS\"",
            "                       2. The called address was 10.1.2.99, but is now 10.1.2.3",
            "                       3. The peer's implementation was PACS_0, but is now PACS_1");
    assertThat(text(now)).doesNotContain("When it last worked");
    assertThat(Tickets.of(new Evidence(then, Recording.EMPTY, then), TicketFormat.TEXT, null))
        .as("of a success")
        .doesNotContain("When it last worked");
  }

  /** Whoever answers in the peer's place answers, too. */
  @Test
  void otherSoftwareAtTheSamePlaceIsWorthAQuestion() {
    CheckResult like = aborted("Main PACS", "PACS");
    CheckResult then = succeeded(like, "10.1.2.3", "PACS_0");
    CheckResult now = succeeded(like, "10.1.2.3", "PACS_1");

    assertThat(Parties.of(now).moveOf(now, then))
        .isEqualTo("nobody's, if the peer's software was changed on purpose; the check succeeded");
    assertThat(Parties.of(now).moveOf(now, now)).isEqualTo("nobody's: the check succeeded");
  }

  /** What answers differently from call to call shows only if both calls are seen. */
  @Test
  void aCheckThatFailedOtherwiseThanTheOneBeforeSaysSo() {
    CheckResult now = aborted("Main PACS", "PACS");
    Evidence.Failure rejected =
        new Evidence.Failure(now.startedAt().minusSeconds(1), Cause.REJECTED_CALLED_AE);
    Evidence evidence = new Evidence(now, Recording.EMPTY, null);

    assertThat(Tickets.of(evidence.after(rejected), TicketFormat.TEXT, null))
        .contains("in another way: Called AE title not recognized (REJECTED_CALLED_AE).");
    assertThat(
            Tickets.of(
                evidence.after(new Evidence.Failure(now.startedAt(), Cause.ABORTED)),
                TicketFormat.TEXT,
                null))
        .doesNotContain("The check before");
  }

  private static CheckResult succeeded(CheckResult like, String address, String implementation) {
    return new CheckResult(
        CheckRequest.of("Main PACS", new AeTitle("OLD"), new AeTitle("ME"), "pacs", 104),
        "echolot",
        OffsetDateTime.parse("2026-11-22T08:00:00+01:00"),
        Outcome.SUCCESS,
        null,
        null,
        "The peer answered",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(),
        Duration.ofMillis(12),
        like.stages(),
        null,
        null,
        0,
        new Negotiated("1.2.3", implementation, 16_384L, "1.2.840.10008.1.2", 0),
        null,
        null,
        new InetSocketAddress("10.1.9.8", 50_000),
        new InetSocketAddress(address, 104));
  }

  @Test
  void nothingThatCameFromElsewhereMovesACursorOrMakesALine() {
    String ticket = text(aborted("evil\u001b[2J\nline\u202e", "A"));

    assertThat(ticket).contains("evil\\x1B[2J\\x0Aline\\u202E").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aCheckThatNeverBeganHasATicketToo() {
    CheckRequest request = CheckRequest.of("x", new AeTitle("A"), new AeTitle("B"), "h", 1);
    assertThat(text(CheckResult.cancelledBeforeItBegan(request, "echolot")))
        .startsWith("DICOM C-ECHO to \"x\" was stopped\nStopped by the user before it began.\n")
        .contains("no connection was made")
        .doesNotContain("Answer of A");
  }
}
