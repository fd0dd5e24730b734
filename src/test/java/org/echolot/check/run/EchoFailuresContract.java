package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.dicom.dimse.CEchoRq;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong between the C-ECHO-RQ and its response. */
abstract class EchoFailuresContract extends EchoEngineContract {

  private static final int[] REQUIRED = {
    CommandSet.COMMAND_FIELD,
    CommandSet.MESSAGE_ID_BEING_RESPONDED_TO,
    CommandSet.COMMAND_DATA_SET_TYPE,
    CommandSet.STATUS
  };

  @ParameterizedTest
  @CsvSource({
    "0x0122, SOP Class not supported",
    "0x0210, Duplicate invocation",
    "0x0211, Unrecognized operation",
    "0x0212, Mistyped argument",
    "0x0110, Processing failure",
    "0xA700, Refused: Out of resources",
    "0xB000, Warning",
    "0xFE00, Cancel",
    "0xFF00, Pending",
    "0x0001, Warning",
    "0xFFFF, which DICOM does not define"
  })
  void aStatusOtherThanSuccessIsAFailureThatKeepsItsNumber(int status, String meaning) {
    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              line.send(Answers.echo(status));
              line.confirmRelease();
            });

    assertThatResult(result)
        .failedBy(Cause.ECHO_STATUS, CheckStage.ECHO, EndedBy.OUR_RELEASE)
        .hasNoWarnings();
    assertThat(result.echoStatus()).isEqualTo(status);
    assertThat(result.summary()).contains("%04XH".formatted(status), meaning);
    assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
  }

  @Test
  void silenceEndsAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ECHO,
                line -> {
                  line.serveUntilEcho();
                  line.staySilent();
                }))
        .failedBy(Cause.ECHO_TIMEOUT, CheckStage.ECHO, EndedBy.OUR_DEADLINE);
  }

  @Test
  void aDripEndsAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ECHO,
                line -> {
                  line.serveUntilEcho();
                  line.drip(Answers.bytes(Answers.echoSuccess()), Duration.ofMillis(70));
                }))
        .failedBy(Cause.ECHO_TIMEOUT, CheckStage.ECHO, EndedBy.OUR_DEADLINE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 16_000})
  void fragmentsWithoutEndEndAtTheDeadline(int size) {
    Octets fragment =
        Answers.bytes(new PDataTf(List.of(Pdv.command(1, false, Octets.of(new byte[size])))));
    assertThatResult(
            checkHurriedly(
                CheckStage.ECHO,
                line -> {
                  line.serveUntilEcho();
                  line.flood(fragment);
                }))
        .failedBy(Cause.ECHO_TIMEOUT, CheckStage.ECHO, EndedBy.OUR_DEADLINE)
        .says("never marked the end of a response");
  }

  @Test
  void aCommandFarTooLongIsNoResponse() {
    PDataTf fragment = new PDataTf(List.of(Pdv.command(1, false, Octets.of(new byte[16_000]))));
    PDataTf last = new PDataTf(List.of(Pdv.command(1, true, Octets.of(new byte[16_000]))));
    assertThatResult(
            failingEcho(
                line -> {
                  line.send(fragment, fragment, fragment, fragment, last);
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT);
  }

  @Test
  void anAbortKeepsItsSourceAndReason() {
    CheckResult result = failingEcho(line -> line.send(new Abort(2, 6)));

    assertThatResult(result).failedBy(Cause.ABORTED, CheckStage.ECHO, EndedBy.PEER_ABORT);
    assertThat(result.abort()).isEqualTo(new Abort(2, 6));
  }

  @Test
  void anAbortRightAfterTheAcceptanceIsReadThoughTheConnectionIsGone() {
    for (int i = 0; i < 20; i++) {
      assertThatResult(
              check(
                  line -> {
                    line.acceptAssociation();
                    line.send(new Abort(0, 0));
                  }))
          .failedBy(Cause.ABORTED, CheckStage.ECHO, EndedBy.PEER_ABORT);
    }
  }

  @Test
  void anAbortIsReadThoughTheConnectionBrokeBeforeWeAsked() {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  line.send(
                      Answers.joined(
                          Answers.bytes(Answers.acceptance(rq)), Answers.bytes(new Abort(2, 5))));
                  line.reset();
                }))
        .failedBy(Cause.ABORTED, CheckStage.ECHO, EndedBy.PEER_ABORT);
  }

  @Test
  void resetAfterTheAcceptance() {
    assertThatResult(
            check(
                line -> {
                  line.acceptAssociation();
                  line.reset();
                }))
        .failedBy(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RESET);
  }

  @Test
  void aReleaseIsTheCauseThoughTheConnectionBrokeBeforeWeConfirmed() {
    assertThatResult(
            failingEcho(
                line -> {
                  line.send(new ReleaseRq());
                  line.reset();
                }))
        .failedBy(Cause.RELEASED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RELEASE);
  }

  @Test
  void closedAfterTheAcceptance() {
    assertThatResult(check(Line::acceptAssociation))
        .failedBy(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_CLOSE);
  }

  @Test
  void closedAfterTheRequest() {
    assertThatResult(failingEcho(line -> {}))
        .failedBy(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_CLOSE);
  }

  @Test
  void resetAfterTheRequest() {
    assertThatResult(failingEcho(Line::reset))
        .failedBy(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RESET);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 12, 50})
  void closedInTheMiddleOfTheResponse(int length) {
    assertThatResult(
            failingEcho(line -> line.send(Answers.bytes(Answers.echoSuccess()).slice(0, length))))
        .failedBy(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_CLOSE)
        .says("after " + length + (length == 1 ? " byte" : " "));
  }

  @Test
  void aReleaseInsteadOfAResponseIsConfirmed() {
    assertThatResult(
            failingEcho(
                line -> {
                  line.send(new ReleaseRq());
                  line.receive(ReleaseRp.class);
                }))
        .failedBy(Cause.RELEASED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RELEASE);
  }

  @Test
  void aReleaseIsTheCauseThoughThePeerDoesNotWaitForItsConfirmation() {
    assertThatResult(failingEcho(line -> line.send(new ReleaseRq())))
        .failedBy(Cause.RELEASED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RELEASE);
  }

  @Test
  void aReleaseWithoutACloseDoesNotHoldUsUp() {
    CheckResult result =
        checkHurriedly(
            CheckStage.ECHO,
            line -> {
              line.serveUntilEcho();
              line.send(new ReleaseRq());
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .failedBy(Cause.RELEASED_DURING_ECHO, CheckStage.ECHO, EndedBy.PEER_RELEASE);
  }

  static List<Pdu> misplaced() {
    AssociateRq rq = VerificationProposal.of(request(104), null);
    return List.of(rq, Answers.acceptance(rq), new AssociateRj(1, 1, 7), new ReleaseRp());
  }

  @ParameterizedTest
  @MethodSource("misplaced")
  void aPduThatHasNoPlaceHereIsUnexpected(Pdu pdu) {
    assertThatResult(
            failingEcho(
                line -> {
                  line.send(pdu);
                  assertThat(line.receive(Abort.class))
                      .isEqualTo(Abort.byServiceProvider(Abort.UNEXPECTED_PDU));
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.UNEXPECTED_PDU, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says(pdu.type().standardName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04 00 FF FF FF FF",
        "04 00 00 00 40 01",
        "04 00 00 00 00 05 00 00 00 01 01",
        "04 00 00 00 00 06 FF FF FF FF 01 03",
        "04 00 00 00 00 06 00 00 00 03 01 03",
        "04 00 00 00 00 06 00 00 00 00 01 03",
        "04 00 00 00 00 06 00 00 00 01 01 03",
        "48 54 54 50 2F 31",
        "15 03 03 00 02 02 28"
      })
  void bytesThatBreakTheProtocolAreMalformed(String hex) {
    assertThatResult(
            failingEcho(
                line -> {
                  line.sendHex(hex);
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("at byte ");
  }

  @Test
  void rubbishBehindTheAcceptanceIsMalformed() {
    assertThatResult(
            check(
                line -> {
                  AssociateRq rq = line.receive(AssociateRq.class);
                  line.send(
                      Answers.joined(
                          Answers.bytes(Answers.acceptance(rq)),
                          Octets.parseHex("99 88 77 66 55 44")));
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ECHO, EndedBy.OUR_ABORT);
  }

  @Test
  void aCommandSetThatCannotBeReadIsMalformed() {
    assertThatResult(
            answeredWith(Answers.command(1, Octets.parseHex("00 00 00 01 FF FF FF FF 30 80"))))
        .failedBy(Cause.MALFORMED_PDU, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("of the command set");
  }

  @Test
  void anEmptyCommandSetIsAWrongResponse() {
    assertThatResult(answeredWith(Answers.command(1, Octets.EMPTY)))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT);
  }

  @Test
  void aResponseToAnotherMessageIsWrong() {
    assertThatResult(
            answeredWith(
                Answers.inContext(
                    1,
                    response().unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 2).build())))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("message 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x8001, 0x8020, 0x0030, 0x0FFF, 0xFFFF})
  void anotherCommandIsWrong(int command) {
    assertThatResult(
            answeredWith(
                Answers.inContext(
                    1, response().unsignedShort(CommandSet.COMMAND_FIELD, command).build())))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("%04XH".formatted(command));
  }

  @Test
  void ourOwnCommandReturnedIsWrong() {
    assertThatResult(answeredWith(Answers.inContext(1, new CEchoRq(1).toCommandSet())))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("C-ECHO-RQ");
  }

  @Test
  void eachRequiredElementThatIsMissingIsNamed() {
    for (int missing : REQUIRED) {
      CommandSet.Builder builder = new CommandSet.Builder();
      for (int tag : REQUIRED) {
        if (tag != missing) {
          builder.unsignedShort(
              tag,
              switch (tag) {
                case CommandSet.COMMAND_FIELD -> 0x8030;
                case CommandSet.COMMAND_DATA_SET_TYPE -> 0x0101;
                case CommandSet.STATUS -> 0;
                default -> 1;
              });
        }
      }
      assertThatResult(answeredWith(Answers.inContext(1, builder.build())))
          .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
          .says(CommandSet.nameOf(missing));
    }
  }

  @Test
  void aDataSetInsteadOfACommandIsWrong() {
    assertThatResult(
            answeredWith(
                new PDataTf(
                    List.of(new Pdv(1, 2, Answers.echoSuccess().pdvs().getFirst().data())))))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("data set");
  }

  @Test
  void aResponseInAnotherContextIsWrong() {
    assertThatResult(answeredWith(Answers.inContext(3, response().build())))
        .failedBy(Cause.WRONG_RESPONSE, CheckStage.ECHO, EndedBy.OUR_ABORT)
        .says("context 3");
  }

  private static CommandSet.Builder response() {
    return new CommandSet.Builder()
        .unsignedShort(CommandSet.COMMAND_FIELD, 0x8030)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, 0x0101)
        .unsignedShort(CommandSet.STATUS, 0);
  }

  private CheckResult answeredWith(PDataTf answer) {
    return failingEcho(
        line -> {
          line.send(answer);
          line.discardUntilClosed();
        });
  }

  private CheckResult failingEcho(Script afterRequest) {
    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              afterRequest.play(line);
            });
    assertThat(result.negotiated()).isNotNull();
    assertThat(result.echoStatus()).isNull();
    assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.SKIPPED);
    return result;
  }
}
