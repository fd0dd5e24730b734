package org.echolot.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.CheckResult;
import org.echolot.check.run.LargeRequests.Reply;
import org.echolot.network.TcpPath;
import org.echolot.probe.BigResult.Direction;
import org.echolot.probe.BigResult.Try;
import org.echolot.probe.BigResult.Verdict;
import org.jspecify.annotations.Nullable;

/** Says what became of large requests, and what is to be done about it. Pure. */
final class BigWords {

  private BigWords() {}

  /** All were answered as the small one was. */
  static BigResult clear(Try small, List<Try> sizes) {
    int largest = sizes.stream().mapToInt(Try::bytes).max().orElse(small.bytes());
    boolean accepted = small.reply() == Reply.ACCEPTED;
    return new BigResult(
        small,
        sizes,
        List.of(),
        Verdict.CLEAR,
        accepted ? Direction.BOTH : Direction.TO_PEER,
        accepted
            ? "Large packets pass in both directions: a request of "
                + largest
                + " bytes was accepted"
            : "Large packets pass to the peer: a request of "
                + largest
                + " bytes was answered. The answer was "
                + words(small.reply())
                + ", which is short, so the other direction was not tested",
        List.of(),
        null);
  }

  /** Not even a small one was answered. */
  static BigResult unreached(@Nullable Try small, @Nullable CheckResult failure) {
    return new BigResult(
        small,
        List.of(),
        List.of(),
        Verdict.UNKNOWN,
        null,
        failure != null
            ? "Nothing was tested: " + failure.summary()
            : "Nothing was tested: the peer did not answer the request of an echo either",
        List.of("Check this peer with an echo first, and fix what that shows."),
        failure);
  }

  /** It was stopped, or the peer was gone in the middle. */
  static BigResult unfinished(Try small, List<Try> sizes, @Nullable CheckResult failure) {
    return new BigResult(
        small,
        sizes,
        List.of(),
        Verdict.UNKNOWN,
        null,
        failure == null || failure.cause() == null
            ? "Stopped before all sizes were sent"
            : "Not finished: " + failure.summary(),
        List.of(),
        failure);
  }

  /** A large one was ended by somebody, where the small one was answered. */
  static BigResult refused(Try small, List<Try> sizes) {
    Try last = sizes.getLast();
    return new BigResult(
        small,
        sizes,
        List.of(),
        Verdict.UNKNOWN,
        null,
        "A request of "
            + last.bytes()
            + " bytes was "
            + words(last.reply())
            + ", but that of an echo ("
            + small.bytes()
            + " bytes) was "
            + words(small.reply())
            + ": the packets pass, but the peer or a device in between does not accept so many"
            + " presentation contexts",
        List.of(
            "Ask the peer's administrator for the log entry about the last connection. Printers and"
                + " old devices end requests with many presentation contexts.",
            "If the peer's log shows no such request, ask the network team whether a firewall or"
                + " proxy inspects DICOM, and what it logged."),
        null);
  }

  /**
   * A large one was not answered.
   *
   * @param direction on which way large packets are lost; null: small ones do not pass either
   */
  static BigResult of(Try small, List<Try> sizes, List<Try> proofs, @Nullable Direction direction) {
    Try lost = sizes.getLast();
    String stalled = stalled(lost);
    if (direction == null) {
      return new BigResult(
          small,
          sizes,
          proofs,
          Verdict.UNKNOWN,
          null,
          "A request of "
              + lost.bytes()
              + " bytes is not answered, in large packets or in small ones, but that of an echo is"
              + stalled
              + ". So lost large packets (MTU) are not the reason",
          List.of(
              "Ask the peer's administrator for the log entry about these connections: the peer may"
                  + " hang on many presentation contexts.",
              "If the peer's log shows no such request, ask the network team whether a firewall or"
                  + " proxy inspects DICOM, and what it logged."),
          null);
    }
    return new BigResult(
        small,
        sizes,
        proofs,
        Verdict.HOLE,
        direction,
        "Large packets are lost in transit "
            + direction.label()
            + ": a request of "
            + lost.bytes()
            + " bytes is not answered"
            + stalled
            + ", but the same in small packets is",
        advice(direction, lost),
        null);
  }

  /**
   * The TLS handshake was answered in small packets only.
   *
   * @param proof the request of an echo behind a handshake in small packets
   */
  static BigResult ofHandshake(Try proof, List<Try> proofs, Direction direction) {
    return new BigResult(
        proof,
        List.of(),
        proofs,
        Verdict.HOLE,
        direction,
        "Large packets are lost in transit "
            + direction.label()
            + ": the TLS handshake, in which the peer sends its certificate, is not completed, but"
            + " in small packets it is",
        advice(direction, proof),
        null);
  }

  /** Where it stalled, as far as the system knows. */
  private static String stalled(Try lost) {
    List<String> facts = new ArrayList<>();
    Integer waiting = lost.unacknowledged();
    if (waiting != null) {
      facts.add(
          waiting == 0
              ? "all of it was acknowledged"
              : waiting + " bytes of it were not acknowledged");
    }
    TcpPath path = lost.path();
    if (path != null && waiting == null) {
      facts.add(
          path.unacknowledged() == 0
              ? "all of it was acknowledged"
              : path.unacknowledged() + " segments of it were not acknowledged");
    }
    if (path != null) {
      facts.add(
          String.format(
              Locale.ROOT,
              "%d retransmission%s, MSS %d, path MTU %d",
              path.retransmissions(),
              path.retransmissions() == 1 ? "" : "s",
              path.mss(),
              path.pathMtu()));
    }
    return facts.isEmpty() ? "" : " (" + String.join("; ", facts) + ")";
  }

  private static List<String> advice(Direction direction, Try lost) {
    List<String> advice = new ArrayList<>();
    TcpPath path = lost.path();
    advice.add(
        "Ask the network team for a link with a smaller MTU between this computer and the peer: a"
            + " VPN, a tunnel, a PPPoE line.");
    advice.add(
        "Have MSS clamping turned on there"
            + (path == null ? "" : " (this computer's segments have " + path.mss() + " bytes)")
            + ", so that both ends send smaller segments.");
    advice.add(
        switch (direction) {
          case TO_PEER ->
              "Have firewalls let ICMP \"fragmentation needed\" (IPv6: \"packet too big\") through"
                  + " to this computer.";
          case FROM_PEER ->
              "Have firewalls let ICMP \"fragmentation needed\" (IPv6: \"packet too big\") through"
                  + " to the peer.";
          case BOTH ->
              "Have firewalls let ICMP \"fragmentation needed\" (IPv6: \"packet too big\") through"
                  + " to both ends.";
        });
    return advice;
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
      case ABORTED -> "aborted";
      case CLOSED -> "ended by a closed connection";
      case NONE -> "not answered";
      case OTHER -> "answered with something that is no DICOM";
    };
  }
}
