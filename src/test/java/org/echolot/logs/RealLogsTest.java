package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.Uids;
import org.echolot.peer.Answers;
import org.echolot.peer.HeldPort;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.Echoscu;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines that Debian's DCMTK and Orthanc, and Java, write when they meet trouble are taken for what
 * they are.
 */
@Timeout(120)
class RealLogsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  /** What a peer does to its callers, and what DCMTK's {@code echoscu} writes of it. */
  record Trouble(String pattern, Script script) {
    @Override
    public String toString() {
      return pattern;
    }
  }

  static List<Trouble> troubles() {
    return List.of(
        new Trouble("rejected-calling", rejecting(1, 1, 3)),
        new Trouble("rejected-called", rejecting(1, 1, 7)),
        new Trouble("rejected-context", rejecting(1, 1, 2)),
        new Trouble("rejected-version", rejecting(1, 2, 2)),
        new Trouble("rejected-busy", rejecting(2, 3, 1)),
        new Trouble("rejected-busy", rejecting(2, 3, 2)),
        new Trouble("dcmtk-rejected-unknown-code", rejecting(1, 1, 9)),
        new Trouble("dcmtk-rejected-no-reason", rejecting(1, 1, 1)),
        new Trouble("got-tls-alert", answering("15 03 01 00 02 02 28")),
        new Trouble("got-http-answer", greeting("HTTP/1.1 400 Bad Request\r\n\r\n")),
        new Trouble("got-ssh", greeting("SSH-2.0-OpenSSH_9.2\r\n")),
        new Trouble("got-greeting", greeting("220 mail.example ESMTP\r\n")),
        new Trouble("dcmtk-closed", Line::receive),
        new Trouble("dcmtk-read-timeout", Line::staySilent),
        new Trouble(
            "dcmtk-no-context",
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(
                  Answers.acceptance(
                      rq,
                      Answers.contexts(rq, PresentationContextAc.ABSTRACT_SYNTAX_NOT_SUPPORTED)));
              line.discardUntilClosed();
            }),
        new Trouble(
            "dcmtk-echo-closed",
            line -> {
              line.serveUntilEcho();
              line.send(Abort.byServiceUser());
              line.discardUntilClosed();
            }),
        new Trouble(
            "dcmtk-echo-timeout",
            line -> {
              line.serveUntilEcho();
              line.staySilent();
            }),
        new Trouble(
            "dcmtk-echo-released",
            line -> {
              line.serveUntilEcho();
              line.send(new ReleaseRq());
              line.discardUntilClosed();
            }),
        new Trouble(
            "dcmtk-wrong-response",
            line -> {
              line.serveUntilEcho();
              line.send(
                  Answers.inContext(1, new CEchoRsp(7, 0, Uids.VERIFICATION, null).toCommandSet()));
              line.discardUntilClosed();
            }),
        new Trouble(
            "dcmtk-echo-status",
            line -> {
              line.serveUntilEcho();
              line.send(Answers.echo(0x0122));
              line.confirmRelease();
            }));
  }

  private static Script rejecting(int result, int source, int reason) {
    return line -> {
      line.receive(AssociateRq.class);
      line.send(new AssociateRj(result, source, reason));
      line.discardUntilClosed();
    };
  }

  private static Script answering(String hex) {
    return line -> {
      line.receive(AssociateRq.class);
      line.sendHex(hex);
      line.discardUntilClosed();
    };
  }

  private static Script greeting(String text) {
    return line -> {
      line.receive(AssociateRq.class);
      line.send(text);
      line.discardUntilClosed();
    };
  }

  @TempDir private Path folder;

  /** And of all causes that the entry names, one is what our own check finds with that peer. */
  @ParameterizedTest
  @MethodSource("troubles")
  void whatEchoscuMeetsIsToldByItsLines(Trouble trouble) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(trouble.script)) {
      String log = Echoscu.run(peer.port(), "PEER", "-ta", "1", "-td", "1").output();

      assertThat(causesOf(log, trouble.pattern)).contains(causeOf(check(peer.port())));
    }
  }

  @Test
  void echoscuIsRefused() throws IOException {
    try (HeldPort closed = HeldPort.open()) {
      String log = Echoscu.run(closed.number(), "PEER").output();

      assertThat(causesOf(log, "dcmtk-refused")).contains(causeOf(check(closed.number())));
    }
  }

  @Test
  void echoscuIsAnswered() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      String log = Echoscu.run(peer.port(), "PEER").output();

      assertThat(explanation(log).unknown()).as(log).isZero();
      assertThat(ids(log)).containsExactlyInAnyOrder("dcmtk-requesting", "dcmtk-echo-success");
    }
  }

  @Test
  void storescpIsCalledByWhatIsNoDicom() throws IOException {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      call(storescp, line -> line.sendHex("16 03 01 00 05 01 00 00 01 03"));
      assertWrites(storescp, "got-tls-hello");
      call(storescp, line -> line.send("GET / HTTP/1.0\r\n\r\n"));
      assertWrites(storescp, "got-http-request");
    }
  }

  @Test
  void storescpRefusesByItsOption() {
    try (RealPeer storescp = DcmtkServer.storescp("--refuse")) {
      Cause cause = causeOf(check(storescp.port()));

      assertWrites(storescp, "dcmtk-refused-by-option");
      assertThat(causesOf(storescp.log(), "dcmtk-refused-by-option")).contains(cause);
    }
  }

  @Test
  void storescpWithTlsIsCalledWithout() {
    Made server = new CertificateKit(folder).selfSigned("storescp").make();
    try (RealPeer storescp =
        DcmtkServer.storescp("+tls", server.key().toString(), server.file().toString(), "-ic")) {
      assertThat(check(storescp.port()).isSuccess()).isFalse();

      assertWrites(storescp, "tls-wrong-version");
    }
  }

  @Test
  void dcmqrscpKnowsNeitherTitleNorCaller() {
    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscp("ECHOLOT")) {
      assertThat(check(dcmqrscp.port()).isSuccess()).isFalse();
      assertWrites(dcmqrscp, "dcmqrscp-bad-service");
    }
  }

  @Test
  void orthancRejectsAWrongCalledTitle() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomCheckCalledAet", "true").start()) {
      Cause cause = causeOf(check(orthanc.port()));

      assertWrites(orthanc, "orthanc-bad-called");
      assertThat(causesOf(orthanc.log(), "orthanc-bad-called")).contains(cause);
      assertThat(ids(orthanc.log())).contains("orthanc-listening", "orthanc-received");
    }
  }

  @Test
  void orthancTakesNoEchoFromACallerThatItDoesNotKnow() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomAlwaysAllowEcho", "false").start()) {
      Cause cause = causeOf(check(orthanc.port()));

      assertWrites(orthanc, "orthanc-not-listed");
      assertWrites(orthanc, "orthanc-echo-rejected");
      assertThat(causesOf(orthanc.log(), "orthanc-echo-rejected")).contains(cause);
    }
  }

  @Test
  void javaIsRefused() throws IOException {
    try (HeldPort closed = HeldPort.open()) {
      assertThat(ids(thrownBy(() -> new Socket(LOOPBACK, closed.number()).close())))
          .containsExactly("os-refused");
    }
  }

  @Test
  void javaGetsAnAnswerThatIsNotTls() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.receiveSome();
              line.send("220 mail.example ESMTP\r\n");
              line.discardUntilClosed();
            })) {
      assertThat(ids(thrownBy(() -> shakeHands(peer)))).containsExactly("tls-wrong-version");
    }
  }

  @Test
  void javaDoesNotTrustACertificate() {
    Made server = new CertificateKit(folder).selfSigned("stranger").make();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              try (Line tls = line.overTls(server.asServer(), _ -> {})) {
                tls.discardUntilClosed();
              } catch (SSLException | SocketException _) {
                // It says what it thinks of the certificate, too, or is gone before all was said.
              }
            })) {
      assertThat(ids(thrownBy(() -> shakeHands(peer)))).containsExactly("tls-verify-untrusted");
    }
  }

  @Test
  void javaReceivesAnAlert() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.receiveSome();
              line.sendHex("15 03 03 00 02 02 28");
              line.discardUntilClosed();
            })) {
      assertThat(ids(thrownBy(() -> shakeHands(peer)))).containsExactly("tls-handshake-failure");
    }
  }

  private static void shakeHands(ScriptedPeer peer) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket socket = (SSLSocket) factory.createSocket(LOOPBACK, peer.port())) {
      socket.startHandshake();
    }
  }

  private static String thrownBy(ThrowingCallable call) {
    return String.valueOf(catchThrowable(call));
  }

  private static CheckResult check(int port) {
    CheckRequest request =
        CheckRequest.of("peer", new AeTitle("PEER"), new AeTitle("ECHOLOT"), "127.0.0.1", port)
            .withTimeouts(Timeouts.all(Duration.ofSeconds(1)))
            .withTlsProbe(false);
    return new OwnEngine().check(request, CheckListener.NONE, new StopSignal());
  }

  private static Cause causeOf(CheckResult result) {
    Cause cause = result.cause();
    assertThat(cause).as("%s", result).isNotNull();
    return cause;
  }

  /** A call that ends at once. */
  private static void call(RealPeer peer, Script script) {
    try (Line line = Line.callTo(new InetSocketAddress(LOOPBACK, peer.port()))) {
      script.play(line);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The server may write a moment after it answered. */
  private static void assertWrites(RealPeer peer, String pattern) {
    await(pattern + " in what " + peer.log())
        .atMost(PATIENCE)
        .until(() -> ids(peer.log()).contains(pattern));
  }

  /** The causes that the entry names, which has to be among those that explain the log. */
  private static List<Cause> causesOf(String log, String pattern) {
    assertThat(ids(log)).as(log).contains(pattern);
    return explanation(log).explained().stream()
        .filter(e -> e.pattern().id().equals(pattern))
        .findFirst()
        .orElseThrow()
        .meaning()
        .causes();
  }

  private static List<String> ids(String log) {
    return explanation(log).explained().stream().map(e -> e.pattern().id()).toList();
  }

  private static Explanation explanation(String log) {
    LogExplainer explainer = new LogExplainer(LogPatterns.load());
    log.lines().forEach(explainer::add);
    return explainer.explanation();
  }
}
