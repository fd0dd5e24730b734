package org.echolot.check.run;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.echolot.check.CheckStage;
import org.echolot.check.SideQuestion;
import org.echolot.concurrent.Deadline;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.WideAnswer;
import org.echolot.tls.handshake.WideHello;
import org.jspecify.annotations.Nullable;

/**
 * Asks a peer that refused our ClientHello, on a connection of its own, what it would take. The
 * connection ends with a reset, so that the peer is free at once.
 */
final class OfferQuestion {

  /** The most time that it may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private OfferQuestion() {}

  /**
   * Asks, and remarks on what came of it. A stop ends it at once.
   *
   * @param serverName the name that was asked for (SNI); null: none
   * @return null: nothing came of it
   */
  static @Nullable WideAnswer ask(CheckCourse course, @Nullable String serverName) {
    course.remark(CheckStage.TLS, "Connecting again, " + SideQuestion.Kind.TLS_OFFER.purpose());
    Instant at = Instant.now();
    long start = System.nanoTime();
    Optional<WideAnswer> answer = answer(course, serverName);
    course.result.asked(
        new SideQuestion(
            SideQuestion.Kind.TLS_OFFER, at, Duration.ofNanos(System.nanoTime() - start)));
    course.remark(CheckStage.TLS, words(answer));
    return answer.orElse(null);
  }

  private static Optional<WideAnswer> answer(CheckCourse course, @Nullable String serverName) {
    try (Socket socket = new Socket();
        var _ = course.stop.onStop(() -> Connector.close(socket))) {
      Deadline deadline = new SameWay(course).open(socket, PATIENCE);
      socket.setSoLinger(true, 0);
      return WideHello.ask(socket, serverName, deadline);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static String words(Optional<WideAnswer> answer) {
    return answer
        .map(
            came ->
                came.chose()
                    ? "The peer chose "
                        + TlsFacts.version(String.valueOf(came.protocol()))
                        + " with "
                        + came.cipherSuite()
                    : "The peer refused every version and cipher suite, too")
        .orElse("No answer came; nothing shows which TLS the peer accepts");
  }
}
