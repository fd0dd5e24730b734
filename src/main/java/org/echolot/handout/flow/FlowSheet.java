package org.echolot.handout.flow;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;

/**
 * All flows between us and the peers, in both directions, and the AE titles of both ends as PS3.2
 * A.4.4.1 has them. Immutable.
 *
 * @param listener where the peers call us; null: they do not
 */
public record FlowSheet(
    List<FlowPeer> peers, @Nullable OurListener listener, OffsetDateTime madeAt) {

  /** How a sheet is written. */
  public enum Form {
    HTML,
    CSV,
    TEXT
  }

  /** The heads of the table of local AEs (PS3.2 Table A.4.4-1). */
  static final List<String> LOCAL_HEADS =
      List.of("Application Entity", "AE Title", "TCP/IP Port", "Peers");

  /** The heads of the table of remote AEs (PS3.2 A.4.4.1.2). */
  static final List<String> REMOTE_HEADS =
      List.of(
          "Remote Application Entity",
          "AE Title",
          "Host Name or IP Address",
          "TCP/IP Port",
          "TLS",
          "Verification as SCP");

  public FlowSheet {
    peers = List.copyOf(peers);
  }

  /** The sheet as a text. */
  public String text(Form form) {
    return switch (form) {
      case HTML -> FlowHtml.of(this);
      case CSV -> FlowCsv.of(this);
      case TEXT -> FlowText.of(this);
    };
  }

  /** Peer by peer: our calls to it, then its calls to us. */
  public List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    for (FlowPeer peer : peers) {
      flows.add(Flow.toPeer(flows.size() + 1, peer));
      if (listener != null) {
        flows.add(Flow.fromPeer(flows.size() + 1, peer, listener));
      }
    }
    return flows;
  }

  /** The rows under {@link #LOCAL_HEADS}: a title that we call as, or listen as, each. */
  List<List<String>> localAes() {
    Map<AeTitle, Integer> callers = new LinkedHashMap<>();
    peers.forEach(peer -> callers.merge(peer.request().callingAe(), 1, Integer::sum));
    List<List<String>> rows = new ArrayList<>();
    callers.forEach(
        (ae, count) ->
            rows.add(
                List.of(
                    "Echolot check (SCU)",
                    ae.value(),
                    "none: it only calls",
                    String.valueOf(count))));
    if (listener != null) {
      rows.add(
          List.of(
              "Echolot listener (SCP)",
              listener.ae().value(),
              String.valueOf(listener.port()),
              String.valueOf(peers.size())));
    }
    return rows;
  }

  /** The rows under {@link #REMOTE_HEADS}. */
  List<List<String>> remoteAes() {
    return peers.stream().map(FlowSheet::remoteAe).toList();
  }

  private static List<String> remoteAe(FlowPeer peer) {
    Measured measured = peer.measured();
    return List.of(
        peer.request().name(),
        peer.request().calledAe().value(),
        peer.request().host(),
        String.valueOf(peer.request().port()),
        peer.request().isTls() ? "yes" : "no",
        measured == null ? FlowEnd.NOT_MEASURED : "answered " + FlowEnd.date(measured));
  }
}
