package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong between the association request and its acceptance. */
abstract class AssociateFailuresContract extends EchoEngineContract {

  /** Source and reason, as PS3.8 Table 9-21 has them, to the cause of CONTRACT.md. */
  private static final Map<String, Cause> REJECTIONS =
      Map.of(
          "1/1", Cause.REJECTED_NO_REASON,
          "1/2", Cause.REJECTED_APPLICATION_CONTEXT,
          "1/3", Cause.REJECTED_CALLING_AE,
          "1/7", Cause.REJECTED_CALLED_AE,
          "2/1", Cause.REJECTED_NO_REASON,
          "2/2", Cause.REJECTED_PROTOCOL_VERSION,
          "3/1", Cause.REJECTED_BUSY,
          "3/2", Cause.REJECTED_BUSY);

  @Test
  void eachRejectionHasItsCauseAndKeepsItsNumbers() {
    List<AssociateRj> rejections = new ArrayList<>();
    for (int result : new int[] {1, 2, 0, 3, 255}) {
      for (int source = 0; source <= 4; source++) {
        for (int reason : new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 56, 255}) {
          rejections.add(new AssociateRj(result, source, reason));
        }
      }
    }
    Script[] scripts =
        rejections.stream()
            .map(rj -> (Script) line -> answerRequest(line, rj))
            .toArray(Script[]::new);
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      for (AssociateRj rj : rejections) {
        CheckResult result = check(request(peer.port()));
        assertThatResult(result)
            .failedBy(
                REJECTIONS.getOrDefault(rj.source() + "/" + rj.reason(), Cause.REJECTED_OTHER),
                CheckStage.ASSOCIATE,
                EndedBy.PEER_REJECTION)
            .hasNoWarnings();
        assertThat(result.reject()).isEqualTo(rj);
        assertThat(result.stage(CheckStage.ASSOCIATE).detail()).contains(rj.numbers());
        assertThat(result.negotiated()).isNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "2,0", "2,1", "2,2", "2,3", "2,4", "2,5", "2,6", "1,0", "255,255"})
  void anAbortKeepsItsSourceAndReason(int source, int reason) {
    CheckResult result = check(line -> answerRequest(line, new Abort(source, reason)));

    assertThatResult(result).failedBy(Cause.ABORTED, CheckStage.ASSOCIATE, EndedBy.PEER_ABORT);
    assertThat(result.abort()).isEqualTo(new Abort(source, reason));
  }

  /** A name that is none is not shown as one; many contexts are not all named. */
  @Test
  void whatAnOddAcceptanceSaysIsTold() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              List<PresentationContextAc> many =
                  IntStream.rangeClosed(1, 20)
                      .mapToObj(n -> new PresentationContextAc(2 * n + 1, 0, "1.2.840.10008.1.2"))
                      .toList();
              line.send(Answers.acceptance(rq, many));
              line.confirmRelease();
            });

    assertThatResult(result)
        .failedBy(Cause.VERIFICATION_NOT_ACCEPTED, CheckStage.ASSOCIATE, EndedBy.OUR_RELEASE)
        .hasWarnings(Warning.Code.NONSTANDARD_REPLY)
        .says("but 3, 5, 7, 9, 11 and 15 more, which we did not propose");
  }

  /** Who may not, what is not there, and what is not told are different things to ask for. */
  @ParameterizedTest
  @CsvSource({
    "1, may use Verification",
    "2, refused Verification without a reason",
    "3, whether Verification is turned on",
    "4, which transfer syntaxes",
    "5, which PS3.8 does not define"
  })
  void whatIsToBeAskedForGoesByTheResultOfTheContext(int contextResult, String words) {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, contextResult)));
              line.confirmRelease();
            });

    assertThat(result.advice().getFirst()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 255})
  void aRefusedContextIsReleasedAndItsResultKept(int contextResult) {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, contextResult)));
              line.confirmRelease();
            });

    assertThatResult(result)
        .failedBy(Cause.VERIFICATION_NOT_ACCEPTED, CheckStage.ASSOCIATE, EndedBy.OUR_RELEASE)
        .hasNoWarnings()
        .says("context result " + contextResult);
    assertThat(result.negotiated())
        .isEqualTo(
            new Negotiated(Answers.CLASS_UID, Answers.VERSION_NAME, 16_384L, null, contextResult));
    assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
  }

  @Test
  void aRefusedContextIsTheCauseThoughThePeerDoesNotConfirmTheRelease() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, 3)));
              line.receive(ReleaseRq.class);
            });

    assertThatResult(result)
        .failedBy(Cause.VERIFICATION_NOT_ACCEPTED, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE)
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED);
    assertThat(result.warnings().getFirst().text()).doesNotContain("After the echo");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void anUnansweredContextIsNotAccepted(int answeredId) {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(
                  Answers.acceptance(
                      rq,
                      answeredId == 0
                          ? List.of()
                          : List.of(
                              new PresentationContextAc(
                                  answeredId, 0, Uids.IMPLICIT_VR_LITTLE_ENDIAN))));
              line.confirmRelease();
            });

    assertThatResult(result)
        .failedBy(Cause.VERIFICATION_NOT_ACCEPTED, CheckStage.ASSOCIATE, EndedBy.OUR_RELEASE)
        .says("did not answer our presentation context 1")
        .says(answeredId == 0 ? "context 1)" : "but 3, which we did not propose)");
  }

  @Test
  void closedOnAccept() {
    assertThatResult(check(line -> {}, line -> {}))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void resetOnAccept() {
    assertThatResult(check(Line::reset, Line::reset))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_RESET);
  }

  @Test
  void closedAfterTheRequest() {
    CheckResult result = check(Line::receive);

    assertThatResult(result)
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
    assertThat(result.remoteAddress()).isNotNull();
  }

  @Test
  void tlsIsRuledOutOnlyByAnAnswerThatIsNoTls() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            Line::receive,
            line -> line.sendHex("07 00 00 00 00 04 00 00 02 00"),
            Line::receive,
            _ -> {},
            Line::discardUntilClosed,
            _ -> {}, // behind a header of the PROXY protocol
            Line::receive)) {
      CheckResult answered = check(request(peer.port()));
      CheckResult closed = check(request(peer.port()));
      CheckResult notAsked = check(request(peer.port()).withTlsProbe(false));

      assertThat(answered.summary()).contains("the port does not use TLS");
      assertThat(closed.summary()).doesNotContain("the port does not use TLS");
      assertThat(closed.advice()).anyMatch(advice -> advice.contains("it closed our TLS probe"));
      assertThat(notAsked.advice()).anyMatch(advice -> advice.contains("try it with TLS"));
    }
  }

  @Test
  void anAnswerThatWasBegunIsNoMatterOfTls() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.bytes(Answers.acceptance(rq)).slice(0, 20));
            });

    assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
    assertThat(result.advice()).noneMatch(advice -> advice.contains("TLS"));
    assertThat(result.advice()).anyMatch(advice -> advice.contains("the program crashed"));
  }

  @Test
  void anAnswerThatWasBegunAndIsNotWholeInTimeIsToldFromNone() {
    CheckResult begun =
        checkHurriedly(
            CheckStage.ASSOCIATE,
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.bytes(Answers.acceptance(rq)).slice(0, 20));
              line.staySilent();
            });

    assertThat(begun.cause()).isEqualTo(Cause.ASSOCIATE_TIMEOUT);
    assertThat(begun.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(begun.summary()).contains("began to answer").contains("only 20 of ");
  }

  @Test
  void halfClosedAfterTheRequest() {
    assertThatResult(
            check(
                line -> {
                  line.receive();
                  line.halfClose();
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void resetAfterTheRequest() {
    assertThatResult(
            check(
                line -> {
                  line.receive();
                  line.reset();
                }))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_RESET);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 7, 100})
  void closedInTheMiddleOfTheAnswer(int length) {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.bytes(Answers.acceptance(rq)).slice(0, length));
            });

    assertThatResult(result)
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE)
        .says("after " + length + (length == 1 ? " byte" : " "));
  }

  @Test
  void silenceEndsAtTheDeadline() {
    assertThatResult(checkHurriedly(CheckStage.ASSOCIATE, Line::staySilent))
        .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProgramThatHangsIsToldFromDataThatIsLost() {
    CheckResult result = checkHurriedly(CheckStage.ASSOCIATE, Line::staySilent);

    assertThatResult(result).says("acknowledged our request");
    assertThat(result.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(result.observed().unacknowledgedBytes()).isZero();
  }

  @Test
  void aRefusalIsNotEndedByTheTimeThatItsReleaseTakes() {
    CheckResult result =
        checkHurriedly(
            CheckStage.RELEASE,
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, 3)));
              line.staySilent();
            });

    assertThatResult(result)
        .failedBy(Cause.VERIFICATION_NOT_ACCEPTED, CheckStage.ASSOCIATE, EndedBy.OUR_RELEASE)
        .hasWarnings(Warning.Code.RELEASE_TIMEOUT);
  }

  /** A peer that lacks a part of our request would wait for it behind a FIN, and others for it. */
  @Test
  void aPeerThatIsLeftAfterADeadlineIsToldByAResetBehindTheAbort() {
    AtomicReference<Pdu> last = new AtomicReference<>();
    AtomicReference<String> end = new AtomicReference<>("none");
    CheckResult result =
        checkHurriedly(
            CheckStage.ASSOCIATE,
            line -> {
              line.receive(AssociateRq.class);
              last.set(line.receive());
              try {
                end.set("FIN: " + line.socket().getInputStream().read());
              } catch (SocketException e) {
                end.set(String.valueOf(e.getMessage()));
              }
            });

    assertThatResult(result)
        .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
    assertThat(last.get()).isEqualTo(Abort.byServiceUser());
    assertThat(end.get()).isEqualTo("Connection reset");
  }

  @Test
  void aDripEndsAtTheDeadline() {
    CheckResult result =
        checkHurriedly(
            CheckStage.ASSOCIATE,
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.drip(Answers.bytes(Answers.acceptance(rq)), Duration.ofMillis(70));
            });

    assertThatResult(result)
        .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE)
        .says("of an A-ASSOCIATE-AC");
  }

  @Test
  void anAnswerWithoutItsEndIsWaitedForUntilTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ASSOCIATE,
                line -> {
                  line.receive();
                  line.sendHex("02 00 00 0F FF FF");
                  line.flood(Octets.of(new byte[1000]));
                },
                Line::staySilent))
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02 00 FF FF FF FF",
        "02 00 00 10 00 01",
        "02 00 00 00 00 43",
        "02 00 00 00 00 00",
        "03 00 FF FF FF FF",
        "03 00 00 00 00 05 00 01 01 07 00",
        "03 00 00 00 00 03 00 01 01",
        "07 00 7F FF FF FF",
        "04 00 FF FF FF FF",
        "01 00 00 00 00 01 00",
        "08 00 00 00 00 00",
        "0A 00 00 00 00 04 00 00 00 00"
      })
  void aPduThatBreaksTheProtocolIsMalformed(String hex) {
    CheckResult result =
        check(
            line -> {
              line.receive();
              line.sendHex(hex);
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT)
        .says("at byte ");
  }

  @Test
  void anAcceptanceWithAnItemBeyondItsEndIsMalformed() {
    CheckResult result =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.with(Answers.bytes(Answers.acceptance(rq)), 76, 0xFF));
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT)
        .says("Application context item");
  }

  static Stream<Pdu> misplaced() {
    return Stream.of(Answers.echoSuccess(), new ReleaseRq(), new ReleaseRp());
  }

  @ParameterizedTest
  @MethodSource("misplaced")
  void aPduThatHasNoPlaceHereIsUnexpected(Pdu pdu) {
    CheckResult result =
        check(
            line -> {
              line.receive();
              line.send(pdu);
              assertThat(line.receive(Abort.class))
                  .isEqualTo(Abort.byServiceProvider(Abort.UNEXPECTED_PDU));
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.UNEXPECTED_PDU, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT)
        .says(pdu.type().standardName());
  }

  @Test
  void anEchoServiceThatReturnsOurRequestIsRecognized() {
    CheckResult result =
        check(
            line -> {
              line.send(line.receive());
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.UNEXPECTED_PDU, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT);
    assertThat(result.summary()).contains("our own request came back");
  }

  @Test
  void aPeerThatNeverReadsEndsAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ASSOCIATE,
                line -> {
                  line.pause(SHORT.multipliedBy(2));
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
  }

  private static void answerRequest(Line line, Pdu answer) throws Exception {
    line.receive(AssociateRq.class);
    line.send(answer);
    line.discardUntilClosed();
  }
}
