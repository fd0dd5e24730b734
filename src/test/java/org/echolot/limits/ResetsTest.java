package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A good conversation that is reset at every byte, in either direction. */
@Timeout(300)
class ResetsTest {

  private static final AeTitle AE = new AeTitle("ECHOLOT");

  /** Much longer than any check takes, and shorter than any deadline. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  enum Direction {
    TO_PEER,
    FROM_PEER
  }

  /** Passes bytes on, and resets both sides when so many went in one direction. */
  private record Relay(Direction direction, int most, InetSocketAddress peer) {

    /** Serves one connection, and tells whether it was reset. */
    boolean serve(ServerSocket port) throws IOException {
      try (Socket caller = port.accept();
          Socket called = new Socket(peer.getAddress(), peer.getPort())) {
        CompletableFuture<Boolean> answers =
            Threads.callDetached(
                "relay", () -> pump(called, caller, direction == Direction.FROM_PEER));
        boolean reset = pump(caller, called, direction == Direction.TO_PEER);
        return answers.join() || reset;
      }
    }

    private boolean pump(Socket from, Socket to, boolean counted) {
      int left = counted ? most : Integer.MAX_VALUE;
      try {
        InputStream in = from.getInputStream();
        byte[] bytes = new byte[4096];
        while (left > 0) {
          int count = in.read(bytes, 0, Math.min(bytes.length, left));
          if (count < 0) {
            to.shutdownOutput();
            return false;
          }
          left -= count;
          to.getOutputStream().write(bytes, 0, count);
        }
        from.setSoLinger(true, 0);
        to.setSoLinger(true, 0);
        from.close();
        to.close();
      } catch (IOException _) {
        // The other side was faster.
      }
      return left == 0;
    }
  }

  private static CheckResult check(int port) {
    return new OwnEngine()
        .check(
            CheckRequest.of("peer", AE, new AeTitle("CALLER"), "127.0.0.1", port)
                .withTlsProbe(false),
            CheckListener.NONE,
            new StopSignal());
  }

  @ParameterizedTest
  @EnumSource
  void aResetAtAnyByteIsToldAtOnceAndHarmsNobody(Direction direction) throws Exception {
    try (VerificationScp scp =
            VerificationScp.start(ListenerOptions.onLoopback(AE, 0), new Journal());
        ServerSocket port = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      boolean reset = true;
      int most = 1;
      for (; reset; most++) {
        Relay relay = new Relay(direction, most, scp.address());
        CompletableFuture<Boolean> relayed = Threads.callDetached("relay", () -> relay.serve(port));
        long start = System.nanoTime();

        CheckResult result = check(port.getLocalPort());

        reset = relayed.join();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .as("byte %s", most)
            .isLessThan(PATIENCE);
        assertThat(result.cause())
            .as("byte %s: %s", most, result)
            .isNotEqualTo(Cause.INTERNAL_ERROR);
        assertThat(result.outcome()).isNotEqualTo(Outcome.CANCELLED);
      }
      assertThat(most).isGreaterThan(150);
      CheckResult after = check(scp.address().getPort());
      assertThat(after.isSuccess()).as("%s", after).isTrue();
    }
  }
}
