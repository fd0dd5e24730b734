package org.echolot.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Octets;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller costs who does not ask. */
class ServerHandshakeTest {

  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final ScheduledExecutorService scheduler = Threads.newScheduler("deadlines");
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Socket caller = new Socket(server.getInetAddress(), server.getLocalPort());
  private final ServerHandshake handshake =
      new ServerHandshake(
          new RecordStream(server.accept()),
          () -> {
            throw new AssertionError("an engine was made");
          },
          scheduler);

  ServerHandshakeTest() throws IOException {}

  @AfterEach
  void end() throws IOException {
    handshake.close();
    caller.close();
    server.close();
    scheduler.shutdownNow();
  }

  private TlsFailure failureWithin(Duration timeout) {
    return catchThrowableOfType(TlsException.class, () -> handshake.shake(timeout, () -> {}))
        .failure();
  }

  private void say(String hex) throws IOException {
    caller.getOutputStream().write(Octets.parseHex(hex).toByteArray());
  }

  @Test
  void noEngineIsMadeForOneWhoSaysNothing() {
    assertThat(failureWithin(SHORT)).isEqualTo(new TlsFailure.DeadlinePassed(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"16", "16 03 01 02", "16 03 01 02 00 01 00 01 FC 03 03"})
  void noEngineIsMadeForOneWhoseFirstRecordNeverEnds(String hex) throws Exception {
    say(hex);

    assertThat(failureWithin(SHORT)).isEqualTo(new TlsFailure.DeadlinePassed(true));
  }

  @Test
  void noEngineIsMadeForOneWhoClosesInTheMiddleOfIt() throws Exception {
    say("16 03 01 02 00 01");
    caller.shutdownOutput();

    assertThat(failureWithin(AMPLE)).isEqualTo(new TlsFailure.Closed(true));
  }

  @Test
  void noEngineIsMadeForOneWhoSpeaksNoTls() throws Exception {
    say("01 00 00 00");

    assertThat(failureWithin(AMPLE)).isInstanceOf(TlsFailure.NotTls.class);
  }

  @Test
  void aStopEndsTheWaitForIt() throws Exception {
    say("16");
    CompletableFuture<TlsFailure> failure =
        CompletableFuture.supplyAsync(() -> failureWithin(AMPLE));
    await().until(handshake::hasReceived);

    handshake.close();

    assertThat(failure).succeedsWithin(AMPLE).isEqualTo(new TlsFailure.Stopped());
  }
}
