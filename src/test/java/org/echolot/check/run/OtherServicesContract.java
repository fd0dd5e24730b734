package org.echolot.check.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.Octets;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports on which something else than plain DICOM answers. */
abstract class OtherServicesContract extends EchoEngineContract {

  private static final String SERVER_HELLO = "16 03 03 00 04 02 00 00 00";
  private static final String HANDSHAKE_FAILURE = "15 03 03 00 02 02 28";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 400 Bad Request\\r\\nServer: nginx\\r\\n\\r\\n | HTTP",
        "<html><body>no</body></html> | HTTP",
        "SSH-2.0-OpenSSH_9.2p1 Debian-2\\r\\n | SSH",
        "220 mail.example.org ESMTP Postfix\\r\\n | SMTP",
        "220 (vsFTPd 3.0.3)\\r\\n | FTP",
        "+OK Dovecot ready.\\r\\n | POP3",
        "* OK [CAPABILITY IMAP4rev1] ready\\r\\n | IMAP",
        "\\013MSH^~\\\\&ACK\\034\\r | HL7",
        "\\377\\375\\030\\377\\375\\040\\377\\375 | Telnet",
        "RFB 003.008\\n | VNC"
      })
  void aServiceThatIsKnownIsNamed(String answer, String service) {
    CheckResult result =
        check(
            line -> {
              line.send(answer.translateEscapes());
              line.discardUntilClosed();
            });

    assertThatResult(result).failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT);
    assertThat(result.summary()).contains(service);
  }

  @Test
  void anAnswerThatIsFollowedByACloseIsKnownAsWell() {
    assertThatResult(
            check(
                line -> {
                  line.receive();
                  line.send("HTTP/1.0 400 Bad Request\r\n\r\n");
                }))
        .failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT)
        .says("HTTP");
  }

  @Test
  void aFewBytesOfAnotherServiceAreNotWaitedOnUntilTheDeadline() {
    CheckResult result =
        check(
            line -> {
              line.receive();
              line.send("-ERR");
              line.discardUntilClosed();
            });

    assertThatResult(result).failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT);
    assertThat(result.stage(CheckStage.ASSOCIATE).duration())
        .isLessThan(result.request().timeouts().associate().dividedBy(2));
  }

  @Test
  void aBannerThatIsCutShortByTheCloseIsKnownAndThePeerEndedIt() {
    assertThatResult(
            check(
                line -> {
                  line.send("SSH-");
                  line.halfClose();
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void aBannerThatIsTooShortForAPduIsKnownAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ASSOCIATE,
                line -> {
                  line.send("\u00FF\u00FD\u0018");
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE)
        .says("Telnet");
  }

  @Test
  void aBannerThatComesInPiecesIsKnown() {
    assertThatResult(
            check(
                line -> {
                  line.sendInPieces(
                      Octets.of("220 files.example.org FTP ready\r\n".getBytes(US_ASCII)), 1);
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.NOT_DICOM, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT)
        .says("FTP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 00 00 00 00 00 00 00 00 00",
        "4A 00 00 00 0A 38 2E 30 2E 33 36",
        "80 81 82 83 84 85 86",
        "0B 00 00 00 00 04 00 00 00 00",
        "20 20 20 20 20 20 20 20"
      })
  void bytesThatNoServiceIsKnownForAreShownAndNothingIsMadeUp(String hex) {
    CheckResult result =
        check(
            line -> {
              line.receive();
              line.sendHex(hex);
              line.discardUntilClosed();
            });

    assertThat(result.cause()).isIn(Cause.NOT_DICOM, Cause.MALFORMED_PDU);
    assertThat(result.summary()).doesNotContain("HL7", "HTTP", "Telnet");
    assertThatResult(result).endedBy(EndedBy.OUR_ABORT);
  }

  @Test
  void randomBytesFailOnTimeWithACause() {
    Random random = new Random(20260101);
    for (int i = 0; i < 60; i++) {
      byte[] rubbish = new byte[1 + random.nextInt(64)];
      random.nextBytes(rubbish);
      CheckResult result =
          checkHurriedly(
              CheckStage.ASSOCIATE,
              line -> {
                line.receive();
                line.send(Octets.of(rubbish));
              });

      assertThat(result.cause())
          .as("%s for %s", result, Octets.of(rubbish))
          .isIn(
              Cause.NOT_DICOM,
              Cause.MALFORMED_PDU,
              Cause.CLOSED_BEFORE_REPLY,
              Cause.PEER_EXPECTS_TLS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HANDSHAKE_FAILURE, SERVER_HELLO})
  void aTlsRecordInAnswerTellsThatTlsIsExpected(String record) {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.receive();
              line.sendHex(record);
              line.discardUntilClosed();
            })) {
      CheckResult result = check(request(peer.port()));

      assertThatResult(result)
          .failedBy(Cause.PEER_EXPECTS_TLS, CheckStage.ASSOCIATE, EndedBy.OUR_ABORT);
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void closedAfterTheRequestAndTlsOnTheNextConnection() {
    assertThatResult(check(Line::receive, OtherServicesContract::answerHello))
        .failedBy(Cause.PEER_EXPECTS_TLS, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void resetAfterTheRequestAndTlsOnTheNextConnection() {
    assertThatResult(
            check(
                line -> {
                  line.receive();
                  line.reset();
                },
                OtherServicesContract::answerHello))
        .failedBy(Cause.PEER_EXPECTS_TLS, CheckStage.ASSOCIATE, EndedBy.PEER_RESET);
  }

  @Test
  void silenceAndTlsOnTheNextConnection() {
    assertThatResult(
            checkHurriedly(
                CheckStage.ASSOCIATE, Line::staySilent, OtherServicesContract::answerHello))
        .failedBy(Cause.PEER_EXPECTS_TLS, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
  }

  @Test
  void aServerThatSpeaksRealTlsIsRecognized() throws Exception {
    try (TestTlsServer server = TestTlsServer.start()) {
      CheckResult result = check(request(server.port()));

      assertThat(result.cause()).isEqualTo(Cause.PEER_EXPECTS_TLS);
    }
  }

  @Test
  void silenceOnTheNextConnectionTooIsNoTls() {
    assertThatResult(checkHurriedly(CheckStage.ASSOCIATE, Line::staySilent, Line::staySilent))
        .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
  }

  @Test
  void aHelloThatIsAnsweredWithAnAbortIsNoTls() {
    assertThatResult(
            check(
                Line::receive,
                line -> {
                  line.sendHex("07 00 00 00 00 04 00 00 02 01");
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void noProbeIsMadeWhereItIsTurnedOff() {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::receive)) {
      CheckResult result = check(request(peer.port()).withTlsProbe(false));

      assertThatResult(result)
          .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void noProbeIsMadeWhereThePeerSaidSomething() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.receive();
              line.sendHex("02 00 00");
            })) {
      check(request(peer.port()));

      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  private static void answerHello(Line line) throws Exception {
    line.sendHex(HANDSHAKE_FAILURE);
    line.discardUntilClosed();
  }
}
