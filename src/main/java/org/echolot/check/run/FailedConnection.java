package org.echolot.check.run;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.diagnosis.ConnectDiagnosis;
import org.echolot.check.diagnosis.ConnectEvidence;
import org.echolot.check.diagnosis.ConnectEvidence.Reach;
import org.echolot.check.diagnosis.ConnectFault;
import org.echolot.check.diagnosis.Finding;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.network.ErrorQueue;
import org.echolot.network.ErrorQueue.Refusal;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why there is no connection, once that is so: from this computer's routes, from whoever
 * refused, and by a ping where nobody did.
 */
final class FailedConnection {

  /**
   * Who refuses does so within a round trip, once more, but not all say it as often as they are
   * asked: this has room for a second SYN.
   */
  private static final Duration MOST_FOR_REFUSAL = Duration.ofMillis(1200);

  private static final int PING_MILLIS = 1500;

  /** Whoever gets something there throws it away (RFC 863). */
  private static final int DISCARD_PORT = 9;

  /** Where {@link InetAddress#isReachable} asks, too, without the right to send a ping. */
  private static final int ECHO_PORT = 7;

  private final CheckCourse course;
  private final Connector.Attempt attempt;
  private final InetSocketAddress peer;

  FailedConnection(CheckCourse course, Connector.Attempt attempt) {
    this.course = course;
    this.attempt = attempt;
    this.peer = new InetSocketAddress(attempt.address(), course.request.port());
  }

  /**
   * What it means.
   *
   * @param detail one line on all attempts
   * @param deadline when the stage has to be over
   */
  Finding finding(String detail, Deadline deadline) {
    Origin origin = origin(course, peer);
    Refusal refusal = refusal(deadline);
    boolean left = origin != null && (refusal == null || refusal.left());
    IcmpAnswer icmp = refusal == null ? null : refusal.icmp();
    ConnectFault said = refusal == null ? attempt.fault() : faultOf(refusal);
    boolean broadcast =
        said.cause() == Cause.HOST_UNREACHABLE && Origin.isBroadcast(attempt.address());
    ConnectFault fault = broadcast ? ConnectFault.BROADCAST : said;
    if (origin != null) {
      course.result.origin(origin);
    }
    if (icmp != null) {
      course.result.refusedBy(icmp);
    }
    Reach reach = fault == ConnectFault.SILENCE ? reach() : Reach.NOT_ASKED;
    remark(reach);
    Finding finding =
        ConnectDiagnosis.of(
                new ConnectEvidence(
                    attempt.address(),
                    fault,
                    attempt.took(),
                    left,
                    origin,
                    icmp,
                    reach,
                    icmp == null ? detail : detail + "; " + icmp),
                Origin.hasIpv6())
            .fact("elsewhere", reach == Reach.ELSEWHERE ? usual() : "another address");
    String card = origin == null || icmp != null || reach == Reach.ANSWERED ? null : origin.card();
    return card != null && origin != null && origin.isUnplugged()
        ? ConnectDiagnosis.withoutCarrier(finding, card)
        : finding;
  }

  /** Says in the log what was asked after the attempt, which takes its time. */
  private void remark(Reach reach) {
    String host = AddressText.of(attempt.address());
    String words =
        switch (reach) {
          case NOT_ASKED -> "";
          case ANSWERED -> host + " answered a test packet (a ping, or a call to port 7)";
          case SILENT -> host + " did not answer a test packet (a ping, or a call to port 7)";
          case FORBIDDEN_HERE -> "This computer let no test packet out to " + host;
          case ELSEWHERE -> host + " answered a test packet from " + usual();
        };
    if (!words.isEmpty()) {
      course.remark(CheckStage.CONNECT, words);
    }
  }

  /** Where calls to a peer leave this computer; null where none can. */
  static @Nullable Origin origin(CheckCourse course, InetSocketAddress peer) {
    InetAddress source = course.source();
    try {
      return Origin.lookedUp(source == null ? Origin.toward(peer) : source);
    } catch (IOException _) {
      return null;
    }
  }

  /**
   * Who refused, and how; null where that is not known. What was refused in another way the second
   * time, or not at all, says nothing of the first.
   */
  private @Nullable Refusal refusal(Deadline deadline) {
    Refusal refusal = attempt.refusal() == null ? askAgain(deadline) : attempt.refusal();
    boolean isTheSame =
        refusal != null
            && refusal.errno() != 0
            && faultOf(refusal).cause() == attempt.fault().cause();
    return isTheSame ? refusal : null;
  }

  private ConnectFault faultOf(Refusal refusal) {
    return ConnectFault.ofErrno(refusal.errno(), attempt.fault());
  }

  /** Nothing is asked of silence: it would be silent again. */
  private @Nullable Refusal askAgain(Deadline deadline) {
    if (attempt.fault() == ConnectFault.SILENCE || deadline.hasPassed()) {
      return null;
    }
    Duration left = deadline.remaining();
    Duration most = left.compareTo(MOST_FOR_REFUSAL) < 0 ? left : MOST_FOR_REFUSAL;
    return ErrorQueue.ofThisComputer()
        .flatMap(queue -> queue.ask(peer, course.source(), most, course.stop::isStopped))
        .orElse(null);
  }

  /**
   * Asks the host for something else. From an address of choice, the way back may be missing that
   * another address of ours has.
   */
  private Reach ping() throws IOException {
    InetAddress source = course.source();
    if (source == null) {
      return attempt.address().isReachable(PING_MILLIS) ? Reach.ANSWERED : Reach.SILENT;
    }
    if (answers(source)) {
      return Reach.ANSWERED;
    }
    InetAddress usual = Origin.toward(peer);
    return !usual.equals(source) && answers(usual) ? Reach.ELSEWHERE : Reach.SILENT;
  }

  /**
   * Whether this computer's own firewall lets nothing out to the host. A rule that drops what
   * leaves is not told to who connects, but to who sends a datagram (EPERM); this one has no
   * content.
   */
  private boolean isForbiddenHere() {
    try (DatagramSocket socket = new DatagramSocket()) {
      InetSocketAddress discard = new InetSocketAddress(attempt.address(), DISCARD_PORT);
      socket.send(new DatagramPacket(new byte[0], 0, discard));
      return false;
    } catch (IOException e) {
      return ConnectFault.of(e, Duration.ZERO) == ConnectFault.NOT_PERMITTED;
    }
  }

  /** Whether it answers a connection attempt to a port that hardly any host has open. */
  private boolean answers(InetAddress source) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(source, 0));
      socket.connect(new InetSocketAddress(attempt.address(), ECHO_PORT), PING_MILLIS);
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (ConnectException _) {
      return true; // it refused
    }
  }

  /** The address from which this computer calls the peer by itself. */
  private String usual() {
    try {
      return AddressText.of(Origin.toward(peer));
    } catch (IOException _) {
      return "another address";
    }
  }

  /** Whether the host answers something else. A stop ends the wait at once. */
  private Reach reach() {
    CompletableFuture<Reach> answer = new CompletableFuture<>();
    Thread _ =
        Threads.startVirtual(
            "ping",
            () -> {
              try {
                answer.complete(isForbiddenHere() ? Reach.FORBIDDEN_HERE : ping());
              } catch (IOException _) {
                answer.complete(isForbiddenHere() ? Reach.FORBIDDEN_HERE : Reach.NOT_ASKED);
              }
            });
    try (var _ = course.stop.onStop(() -> answer.complete(Reach.NOT_ASKED))) {
      return answer.get(3L * PING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      return Reach.NOT_ASKED;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Reach.NOT_ASKED;
    }
  }
}
