package org.echolot.handout.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Connections that one end opens to the other.
 *
 * @param number from 1, in its sheet
 * @param port of the end that is called
 * @param partner whose system the other end is, as the user calls it
 * @param latency null: not measured
 */
public record Flow(
    int number,
    FlowEnd from,
    FlowEnd to,
    int port,
    boolean isTls,
    String purpose,
    String partner,
    @Nullable Duration latency) {

  /** We call the peer. */
  static Flow toPeer(int number, FlowPeer peer) {
    CheckRequest request = peer.request();
    Measured measured = peer.measured();
    return new Flow(
        number,
        FlowEnd.usAsCaller(request, measured),
        FlowEnd.peerAsListener(request, measured),
        request.port(),
        request.isTls(),
        Purposes.of(peer.tags()),
        request.name(),
        measured == null ? null : measured.latency());
  }

  /** The peer calls us. */
  static Flow fromPeer(int number, FlowPeer peer, OurListener us) {
    return fromPeer(number, peer, us, FlowEnd.usAsListener(us.ae(), peer.measured()));
  }

  /** The peer calls us where we say. */
  static Flow fromPeer(int number, FlowPeer peer, OurListener us, FlowEnd at) {
    return new Flow(
        number,
        FlowEnd.peerAsCaller(peer.request(), peer.measured()),
        at,
        us.port(),
        us.isTls(),
        Purposes.of(List.of()),
        peer.request().name(),
        null);
  }

  /** Who opens the connections. */
  String direction() {
    return from.name() + " calls " + to.name();
  }

  String protocol() {
    return isTls ? "DICOM over TLS" : "DICOM over TCP";
  }

  String tls() {
    return isTls ? "yes" : "no";
  }

  /** As people read it. */
  String latencyText() {
    return latency == null ? FlowEnd.NOT_MEASURED : ElapsedText.of(latency);
  }

  /** In milliseconds, with three decimals. */
  String latencyMillis() {
    return latency == null
        ? FlowEnd.NOT_MEASURED
        : BigDecimal.valueOf(latency.toNanos(), 6)
            .setScale(3, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
