package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.echolot.check.Timeouts;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that speak TLS badly, or well and DICOM badly. */
abstract class TlsContract extends EchoEngineContract {

  @TempDir private static Path folder;

  private final Made server = new CertificateKit(folder).selfSigned("scripted").make();
  private final SSLContext context = server.asServer();

  /** The warning unrecognized_name (RFC 6066 section 3). */
  private static final String NAME_WARNING = "15 03 03 00 02 01 70";

  private CheckRequest over(TlsProfile profile, int port) {
    return request(port)
        .withTls(new TlsSettings(server.file(), null, null, null, true, null, profile));
  }

  private CheckResult checkTls(Script... scripts) {
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      return check(over(TlsProfile.RUNTIME, peer.port()));
    }
  }

  private CheckResult checkTlsHurriedly(TlsProfile profile, Script... scripts) {
    return checkTlsWithin(SHORT, profile, scripts);
  }

  private CheckResult checkTlsWithin(Duration timeout, TlsProfile profile, Script... scripts) {
    Timeouts hurried =
        new Timeouts(AMPLE.connect(), timeout, AMPLE.associate(), AMPLE.echo(), AMPLE.release());
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      CheckResult result = check(over(profile, peer.port()).withTimeouts(hurried));
      assertThat(result.total()).isLessThan(timeout.plus(GRACE));
      return result;
    }
  }

  /** A ServerHello of TLS 1.2 without extensions. */
  private static String serverHello(String version, String suite) {
    return "16 03 03 00 2A 02 00 00 26 "
        + version
        + " 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F"
        + " 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F 00 "
        + suite
        + " 00";
  }

  /** Waits for the ClientHello, and answers with bytes of one's own. */
  private static Script answering(String hex) {
    return line -> {
      line.receiveSome();
      line.sendHex(hex);
      line.discardUntilClosed();
    };
  }

  private Script serving(Consumer<SSLSocket> setUp, Script behindTls) {
    return line -> {
      try (Line tls = line.overTls(context, setUp)) {
        behindTls.play(tls);
      }
    };
  }

  private Script serving(Script behindTls) {
    return serving(socket -> {}, behindTls);
  }

  private static void only(SSLSocket socket, String version) {
    socket.setEnabledProtocols(new String[] {version});
  }

  @Test
  void silence() {
    assertThatResult(
            checkTlsHurriedly(
                TlsProfile.RUNTIME,
                Line::discardUntilClosed,
                Line::discardUntilClosed,
                Line::discardUntilClosed,
                Line::discardUntilClosed))
        .failedBy(Cause.TLS_TIMEOUT, CheckStage.TLS, EndedBy.OUR_DEADLINE)
        .says("our ClientHello but did not answer it");
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void aHandshakeThatDripsInEndsAtTheDeadline(TlsProfile profile) {
    Octets record = Octets.parseHex("16 03 03 40 00" + " 02 00 3F FC".repeat(120));
    assertThatResult(
            // Something of it has to be there before the deadline, on a busy machine too.
            checkTlsWithin(
                Duration.ofSeconds(2),
                profile,
                line -> {
                  line.receiveSome();
                  line.drip(record, Duration.ofMillis(20));
                }))
        .failedBy(Cause.TLS_TIMEOUT, CheckStage.TLS, EndedBy.OUR_DEADLINE)
        .says("incomplete after");
  }

  @ParameterizedTest
  @CsvSource({
    "16 03 03 00 04 00 00 00 00, RUNTIME",
    "16 03 03 00 04 00 00 00 00, LEGACY",
    "15 03 03 00 02 01 70, RUNTIME",
    "15 03 03 00 02 01 70, LEGACY",
    "14 03 03 00 01 01, RUNTIME",
    "16 03 03 00 01 00, RUNTIME",
    "17 03 03 00 01 00, RUNTIME",
  })
  void whatNeverEndsEndsAtTheDeadlineOrIsRefused(String hex, TlsProfile profile) {
    CheckResult result =
        checkTlsHurriedly(
            profile,
            line -> {
              line.receiveSome();
              line.flood(Octets.parseHex(hex.repeat(500)));
            });

    assertThat(result.stage()).isEqualTo(CheckStage.TLS);
    assertThat(result.cause()).isIn(Cause.TLS_TIMEOUT, Cause.TLS_FAILED);
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void aRecordThatIsTooLongIsRefused(TlsProfile profile) {
    CheckResult result =
        checkTlsHurriedly(
            profile,
            line -> {
              line.receiveSome();
              line.sendHex("16 03 03 FF FF");
              line.flood(Octets.of(new byte[16_384]));
            });

    assertThat(result.stage()).isEqualTo(CheckStage.TLS);
    assertThat(result.cause()).isIn(Cause.TLS_TIMEOUT, Cause.TLS_FAILED);
  }

  @Test
  void closedAtOnce() {
    assertThatResult(checkTls(Line::receiveSome))
        .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.PEER_CLOSE)
        .says("after our ClientHello");
  }

  @Test
  void onlyHalfClosed() {
    assertThatResult(
            checkTls(
                line -> {
                  line.receiveSome();
                  line.halfClose();
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.PEER_CLOSE);
  }

  @Test
  void resetAtOnce() {
    assertThatResult(
            checkTls(
                line -> {
                  line.receiveSome();
                  line.reset();
                }))
        .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.PEER_RESET);
  }

  @Test
  void closedInTheMiddle() {
    assertThatResult(
            checkTls(
                line -> {
                  line.receiveSome();
                  line.sendHex("16 03 03 00 2A 02 00 00 26");
                }))
        .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.PEER_CLOSE)
        .says("after the first bytes of an answer");
  }

  @Test
  void dicomAnswersTheClientHello() {
    assertThatResult(checkTls(answering("07 00 00 00 00 04 00 00 02 01")))
        .failedBy(Cause.PEER_NOT_TLS, CheckStage.TLS, EndedBy.OUR_ABORT)
        .says("DICOM without TLS");
  }

  @Test
  void dicomClosesOnTheClientHelloAndSaysWhatItIsWhenAsked() {
    assertThatResult(
            checkTls(
                line -> {
                  line.receiveSome();
                  line.reset();
                },
                line -> {
                  line.receive();
                  line.send(new Abort(0, 0));
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.PEER_NOT_TLS, CheckStage.TLS, EndedBy.PEER_RESET)
        .says("DICOM without TLS");
  }

  @Test
  void nobodyIsAskedTwiceWhoIsNotToBe() {
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::receiveSome)) {
      check(over(TlsProfile.RUNTIME, peer.port()).withTlsProbe(false));

      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void anotherServiceAnswers() {
    assertThatResult(
            checkTls(
                line -> {
                  line.receiveSome();
                  line.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                  line.discardUntilClosed();
                }))
        .failedBy(Cause.PEER_NOT_TLS, CheckStage.TLS, EndedBy.OUR_ABORT)
        .says("a web server (HTTP)");
  }

  @ParameterizedTest
  @CsvSource({
    "28, TLS_NO_COMMON_PROTOCOL, handshake_failure (40)",
    "46, TLS_NO_COMMON_PROTOCOL, protocol_version (70)",
    "47, TLS_NO_COMMON_PROTOCOL, insufficient_security (71)",
    "50, TLS_FAILED, internal_error (80)",
    "70, TLS_FAILED, unrecognized_name (112)",
    // Nothing of ours was shown that it could be about.
    "31, TLS_FAILED, the peer denies us access (alert access_denied (49))",
    "2D, TLS_FAILED, did not request one of ours",
    "74, CLIENT_CERTIFICATE_REQUIRED, certificate_required (116)",
    "C8, TLS_FAILED, 'number 200, which TLS does not define'",
  })
  void anAlertEndsIt(String code, Cause cause, String name) {
    CheckResult result = checkTls(answering("15 03 03 00 02 02 " + code));

    assertThatResult(result).failedBy(cause, CheckStage.TLS, EndedBy.PEER_ABORT).says(name);
    assertThat(Objects.requireNonNull(Objects.requireNonNull(result.tls()).alert()).description())
        .isEqualTo(Integer.parseInt(code, 16));
  }

  /** As with OpenSSL and browsers; Java's engine would end there. */
  @ParameterizedTest
  @CsvSource({"TLSv1.2, RUNTIME", "TLSv1.3, RUNTIME", "TLSv1.2, LEGACY"})
  void aPeerThatWarnsThatItDoesNotKnowTheServerNameMayGoOn(String version, TlsProfile profile) {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.sendHex(NAME_WARNING);
              serving(socket -> only(socket, version), Line::serveEcho).play(line);
            })) {
      CheckResult result = check(over(profile, peer.port()));

      assertThatResult(result).succeeded();
      assertThat(result.warning(Warning.Code.SERVER_NAME_NOT_KNOWN).orElseThrow().text())
          .contains("went on");
    }
  }

  /** Whatever it warns of; Java's engine would end there, too. */
  @ParameterizedTest
  @CsvSource({"71, bad_certificate_status_response (113)", "28, handshake_failure (40)"})
  void aPeerThatWarnsOfSomethingElseMayGoOnToo(String code, String named) {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.sendHex("15 03 03 00 02 01 " + code);
              serving(socket -> only(socket, "TLSv1.2"), Line::serveEcho).play(line);
            })) {
      CheckResult result = check(over(TlsProfile.RUNTIME, peer.port()));

      assertThatResult(result).succeeded();
      assertThat(result.warning(Warning.Code.TLS_ALERT_IGNORED).orElseThrow().text())
          .contains(named);
    }
  }

  @Test
  void warningsWithoutEndAreNotPassedOver() {
    CheckResult result = checkTls(answering(NAME_WARNING.repeat(6)));

    assertThatResult(result).failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.PEER_ABORT);
  }

  @ParameterizedTest
  @CsvSource({"03 02, C0 2F, TLS 1.1", "03 01, C0 2F, TLS 1.0", "03 03, 00 05, TLS_RSA_WITH_RC4"})
  void choosesWhatWasNotOffered(String version, String suite, String says) {
    assertThatResult(checkTls(answering(serverHello(version, suite))))
        .failedBy(Cause.TLS_NO_COMMON_PROTOCOL, CheckStage.TLS, EndedBy.OUR_ABORT)
        .says(says);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "16 03 03 00 04 63 00 00 00",
        "16 03 03 00 05 02 00 00 01 00",
        "17 03 03 00 05 01 02 03 04 05",
        "14 03 03 00 01 07",
      })
  void nonsense(String hex) {
    assertThatResult(checkTls(answering(hex)))
        .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.OUR_ABORT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void answersOverTls(String version) {
    CheckResult result = checkTls(serving(socket -> only(socket, version), Line::serveEcho));

    assertThatResult(result).succeeded().hasNoWarnings().endedBy(EndedBy.OUR_RELEASE);
    assertThat(Objects.requireNonNull(result.tls()).protocol()).isEqualTo(version);
  }

  @Test
  void answersOverTlsInSmallPieces() {
    assertThatResult(
            checkTls(
                serving(
                    line -> {
                      var rq = line.receive(AssociateRq.class);
                      line.sendInPieces(Answers.bytes(Answers.acceptance(rq)), 7);
                      line.receive();
                      line.send(Answers.echoSuccess());
                      line.confirmRelease();
                    })))
        .succeeded();
  }

  @Test
  void rejectsOverTls() {
    assertThatResult(
            checkTls(
                serving(
                    line -> {
                      line.receive();
                      line.send(new AssociateRj(1, 1, 7));
                      line.discardUntilClosed();
                    })))
        .failedBy(Cause.REJECTED_CALLED_AE, CheckStage.ASSOCIATE, EndedBy.PEER_REJECTION);
  }

  @Test
  void staysSilentOverTls() {
    try (ScriptedPeer peer = ScriptedPeer.playing(serving(Line::discardUntilClosed))) {
      assertThatResult(
              check(
                  over(TlsProfile.RUNTIME, peer.port())
                      .withTimeouts(hurried(CheckStage.ASSOCIATE))))
          .failedBy(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE, EndedBy.OUR_DEADLINE);
    }
  }

  /** In TLS 1.3 each is a KeyUpdate that wants an answer, before that a new handshake. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void whoAsksForNewKeysForEverIsLeftLongBeforeTheDeadline(String version) {
    AtomicReference<SSLSocket> socket = new AtomicReference<>();
    Script storm =
        serving(
            tls -> {
              only(tls, version);
              socket.set(tls);
            },
            line -> {
              try {
                while (true) {
                  Objects.requireNonNull(socket.get()).startHandshake();
                  if (version.equals("TLSv1.2")) {
                    line.discardUntilClosed();
                    return;
                  }
                }
              } catch (IOException _) {
                // Left.
              }
            });
    CheckResult result = checkTls(storm);

    assertThat(result.stage()).isEqualTo(CheckStage.ASSOCIATE);
    assertThat(result.cause()).as("%s", result).isNotEqualTo(Cause.ASSOCIATE_TIMEOUT);
    assertThat(result.total()).isLessThan(AMPLE.associate().dividedBy(2));
  }

  @Test
  void closesOverTlsWithoutHavingAskedForACertificate() {
    assertThatResult(checkTls(serving(Line::receive)))
        .failedBy(Cause.CLOSED_BEFORE_REPLY, CheckStage.ASSOCIATE, EndedBy.PEER_CLOSE);
  }

  @Test
  void closesRightAfterAHandshakeInWhichItAskedForACertificate() {
    CheckResult result = checkTls(serving(socket -> socket.setWantClientAuth(true), Line::receive));

    assertThatResult(result)
        .failedBy(Cause.CLIENT_CERTIFICATE_REQUIRED, CheckStage.TLS, EndedBy.PEER_CLOSE)
        .says("very likely");
    assertThat(result.stage(CheckStage.TLS).state()).isEqualTo(StageState.FAILED);
    assertThat(result.stage(CheckStage.ASSOCIATE).state()).isEqualTo(StageState.SKIPPED);
  }

  @Test
  void resetsRightAfterAHandshakeInWhichItAskedForACertificate() {
    assertThatResult(
            checkTls(
                line -> {
                  try (Line tls = line.overTls(context, socket -> socket.setWantClientAuth(true))) {
                    tls.receive();
                    line.reset();
                  }
                }))
        .failedBy(Cause.CLIENT_CERTIFICATE_REQUIRED, CheckStage.TLS, EndedBy.PEER_RESET);
  }

  @Test
  void rejectsThoughItAskedForACertificate() {
    assertThatResult(
            checkTls(
                serving(
                    socket -> socket.setWantClientAuth(true),
                    line -> {
                      line.receive();
                      line.send(new AssociateRj(1, 1, 3));
                      line.discardUntilClosed();
                    })))
        .failedBy(Cause.REJECTED_CALLING_AE, CheckStage.ASSOCIATE, EndedBy.PEER_REJECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void insistsOnACertificate(String version) {
    CheckResult result =
        checkTls(
            line -> {
              try {
                Line _ =
                    line.overTls(
                        context,
                        socket -> {
                          only(socket, version);
                          socket.setNeedClientAuth(true);
                        });
              } catch (IOException _) {
                // It goes without one.
              }
            });

    assertThatResult(result)
        .failedBy(Cause.CLIENT_CERTIFICATE_REQUIRED, CheckStage.TLS, EndedBy.PEER_ABORT)
        .says("none is set");
  }

  @Test
  void aFileThatCantBeUsedTroublesNobody() throws IOException {
    Path empty = Files.createTempFile(folder, "empty", ".pem");
    try (ScriptedPeer peer = ScriptedPeer.playing()) {
      CheckResult result =
          check(
              request(peer.port())
                  .withTls(
                      new TlsSettings(empty, null, null, null, true, null, TlsProfile.RUNTIME)));

      assertThatResult(result)
          .failedBy(Cause.TLS_FAILED, CheckStage.TLS, EndedBy.NEVER_BEGAN)
          .says(empty + " is empty");
      assertThat(result.stage(CheckStage.RESOLVE).state()).isEqualTo(StageState.SKIPPED);
      assertThat(result.stage(CheckStage.CONNECT).state()).isEqualTo(StageState.SKIPPED);
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void whatTheHandshakeShowedIsToldWhenItEnded() {
    List<String> told = new ArrayList<>();
    CheckListener listener =
        event -> {
          if (event instanceof TlsShown shown) {
            told.add("shown " + shown.report().chain().size());
          } else if (event instanceof StageEnded ended) {
            told.add(ended.result().stage() + " " + ended.result().state());
          }
        };
    try (ScriptedPeer peer = ScriptedPeer.playing(serving(Line::serveEcho))) {
      check(over(TlsProfile.RUNTIME, peer.port()), listener, new StopSignal());
    }

    assertThat(told).containsSubsequence("CONNECT OK", "shown 1", "TLS OK", "ASSOCIATE OK");
  }

  @Test
  void stoppedInTheMiddleOfTheHandshake() {
    StopSignal stop = new StopSignal();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.receiveSome();
              stop.stop();
              line.discardUntilClosed();
            })) {
      CheckResult result = check(over(TlsProfile.RUNTIME, peer.port()), CheckListener.NONE, stop);

      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.stage()).isEqualTo(CheckStage.TLS);
      assertThat(result.endedBy()).isEqualTo(EndedBy.OUR_STOP);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNTIME", "LEGACY"})
  void aStopAtAnyMomentIsNeverTakenForAFault(TlsProfile profile) {
    for (int i = 0; i < 40; i++) {
      StopSignal stop = new StopSignal();
      Duration delay = Duration.ofNanos(i * 300_000L);
      try (ScriptedPeer peer =
          ScriptedPeer.playing(
              line -> {
                Threads.startVirtual(
                    "stop",
                    () -> {
                      LockSupport.parkNanos(delay.toNanos());
                      stop.stop();
                    });
                try (Line tls = line.overTls(context, socket -> {})) {
                  tls.serveEcho();
                } catch (IOException | AssertionError _) {
                  // The other side is stopped somewhere on the way.
                }
              })) {
        CheckResult result = check(over(profile, peer.port()), CheckListener.NONE, stop);

        assertThat(result.outcome()).as("%s", result).isIn(Outcome.CANCELLED, Outcome.SUCCESS);
      }
    }
  }
}
