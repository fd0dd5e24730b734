package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.realpeers.Echoscu;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.TlsServer;
import org.echolot.tls.TlsServer.ClientCertificate;
import org.echolot.tls.material.TlsFileException;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our listener over TLS, called by DCMTK's {@code echoscu}, and by others who speak worse. */
class VerificationScpTlsTest {

  @TempDir private static Path folder;
  private static Made authority;
  private static Made own;
  private static Made caller;
  private static Made stranger;

  @BeforeAll
  static void makeCertificates() {
    CertificateKit kit = new CertificateKit(folder);
    authority = kit.authority("Test CA");
    own = kit.issuedBy(authority, "listener").rsa(2048).make();
    caller = kit.issuedBy(authority, "the caller").naming().make();
    stranger = kit.selfSigned("stranger").naming().make();
  }

  private static TestListener listening(ClientCertificate asks) throws Exception {
    return listening(asks, TestListener.withAtMost(64));
  }

  private static TestListener listening(ClientCertificate asks, ListenerOptions options)
      throws Exception {
    return TestListener.start(options, server(asks));
  }

  private static TlsServer server(ClientCertificate asks) throws TlsFileException {
    return new TlsMaterials(new SecretBook()).server(own.file(), own.key(), authority.file(), asks);
  }

  private static Echoscu.Run anonymous(int port, String... more) {
    List<String> options = new ArrayList<>(List.of("+tla", "+cf", authority.file().toString()));
    options.addAll(List.of(more));
    return Echoscu.run(port, AE, options.toArray(String[]::new));
  }

  private static Echoscu.Run as(Made made, int port) {
    return Echoscu.run(
        port,
        AE,
        "+tls",
        made.key().toString(),
        made.file().toString(),
        "+cf",
        authority.file().toString());
  }

  private static void awaitTold(TestListener listener, String part) {
    await().untilAsserted(() -> assertThat(listener.told()).anyMatch(l -> l.contains(part)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+py", "+px", "+pz"})
  void echoscuIsAnsweredWithTheProfilesOfToday(String profile) throws Exception {
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED)) {
      Echoscu.Run run = anonymous(listener.port(), profile);

      assertThat(run.output()).contains("Received Echo Response (Success)");
      assertThat(run.exitCode()).isZero();
      awaitTold(listener, "no client certificate");
      awaitTold(listener, "released after 1 echo");
    }
  }

  @Test
  void aCallerWithACertificateIsNamed() throws Exception {
    try (TestListener listener = listening(ClientCertificate.REQUIRED)) {
      assertThat(as(caller, listener.port()).exitCode()).isZero();
      awaitTold(listener, "certificate of the caller, issued by Test CA");
    }
  }

  @Test
  void aCallerWithoutACertificateIsLetInWhereItIsOptional() throws Exception {
    try (TestListener listener = listening(ClientCertificate.OPTIONAL)) {
      assertThat(anonymous(listener.port()).exitCode()).isZero();
      awaitTold(listener, "no client certificate");
    }
  }

  @Test
  void aCallerWithoutACertificateIsRefusedWhereItIsRequired() throws Exception {
    try (TestListener listener = listening(ClientCertificate.REQUIRED)) {
      assertThat(anonymous(listener.port()).exitCode()).isNotZero();
      awaitTold(listener, "The TLS handshake with the caller failed: we refused: ");
    }
  }

  @Test
  void aCallerWithACertificateOfSomebodyElseIsRefused() throws Exception {
    try (TestListener listener = listening(ClientCertificate.OPTIONAL)) {
      assertThat(as(stranger, listener.port()).exitCode()).isNotZero();
      awaitTold(listener, "The TLS handshake with the caller failed: we refused: ");
    }
  }

  @Test
  void aCallerThatDoesNotTrustUsSaysSo() throws Exception {
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED)) {
      Echoscu.Run run = Echoscu.run(listener.port(), AE, "+tla", "+cf", stranger.file().toString());

      assertThat(run.exitCode()).isNotZero();
      awaitTold(listener, "the caller refused with the alert unknown_ca (48)");
    }
  }

  @Test
  void aCallerThatSpeaksPlainDicomIsTold() throws Exception {
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED)) {
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isNotZero();
      awaitTold(listener, "the caller speaks DICOM without TLS");
    }
  }

  @Test
  void aCallerThatSaysNothingIsClosedByTheDeadline() throws Exception {
    ListenerOptions hurried = TestListener.impatient(Duration.ofMillis(200), Duration.ofMinutes(1));
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED, hurried);
        Socket silent = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        InputStream in = silent.getInputStream()) {
      assertThat(in.read()).isEqualTo(-1);
      awaitTold(listener, "the caller sent nothing before the timeout");
    }
  }

  @Test
  void whoListensNoMoreLetsNoHandshakeHoldItUp() throws Exception {
    TestListener listener = listening(ClientCertificate.NOT_ASKED);
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        InputStream in = silent.getInputStream()) {
      awaitTold(listener, "Connection from");
      listener.close();
      assertThat(in.read()).isEqualTo(-1);
      assertThat(listener.told()).contains("Stopped listening");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aCallerThatAsksForNewKeysForEverIsLeft(String version) throws Exception {
    // It trusts everybody.
    SSLContext trusting = caller.asServer();
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED);
        SSLSocket socket =
            (SSLSocket)
                trusting
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listener.port())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000_000; i++) {
                  socket.startHandshake();
                  if (version.equals("TLSv1.2") && socket.getInputStream().read() < 0) {
                    throw new EOFException();
                  }
                }
              })
          .isInstanceOf(IOException.class);
      awaitTold(
          listener, version.equals("TLSv1.3") ? "TLS answers and" : "requests a new handshake");
    }
  }

  private static Call theCall(TestListener listener) {
    await()
        .untilAsserted(
            () -> assertThat(listener.calls()).singleElement().matches(Call::isOver, "is over"));
    return listener.calls().getFirst();
  }

  @Test
  void aCallOverTlsSaysWhatWasAgreedOnAndWhoTheCallerIs() throws Exception {
    try (TestListener listener = listening(ClientCertificate.REQUIRED)) {
      assertThat(as(caller, listener.port()).exitCode()).isZero();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Call.Fate.ECHOED);
      assertThat(call.tls()).contains("TLSv1.", "certificate of the caller, issued by Test CA");
    }
  }

  @Test
  void aCallWithoutTlsIsNotTakenForAStrangeProtocol() throws Exception {
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED)) {
      assertThat(Echoscu.run(listener.port(), AE).exitCode()).isEqualTo(1);
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Call.Fate.FAILED);
      assertThat(call.tls()).isEqualTo("the caller speaks DICOM without TLS");
    }
  }

  @Test
  void aWebBrowserAtThePortForTlsIsNamed() throws Exception {
    try (TestListener listener = listening(ClientCertificate.NOT_ASKED);
        RawCaller browser = new RawCaller(listener.address())) {
      browser.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      browser.awaitEnd();
      Call call = theCall(listener);

      assertThat(call.fate()).isEqualTo(Call.Fate.NOT_DICOM);
      assertThat(call.foreign()).isEqualTo("a web request (HTTP)");
    }
  }
}
