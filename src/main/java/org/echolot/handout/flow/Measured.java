package org.echolot.handout.flow;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * What a successful check showed of the way to a peer.
 *
 * @param ourAddress the address that it called from
 * @param peerAddress the address that answered
 * @param latency from the request for a TCP connection to its answer; null: not measured
 */
public record Measured(
    String ourAddress, String peerAddress, @Nullable Duration latency, OffsetDateTime at) {

  /**
   * What holds for a peer as it is now; null where nothing does: it was never reached, or was
   * reached in another way (another host or port, from another address), or is reached by a proxy,
   * of which alone anything was measured.
   */
  public static @Nullable Measured of(CheckRequest now, @Nullable CheckResult last) {
    boolean direct = now.approach().proxy() == null;
    if (last == null || !last.isSuccess() || !direct || !isSameWay(now, last.request())) {
      return null;
    }
    InetSocketAddress ours = last.localAddress();
    InetSocketAddress peers = last.remoteAddress();
    if (ours == null || peers == null || ours.isUnresolved() || peers.isUnresolved()) {
      return null;
    }
    StageResult connect = last.stage(CheckStage.CONNECT);
    return new Measured(
        withoutCard(AddressText.of(ours.getAddress())),
        withoutCard(AddressText.of(peers.getAddress())),
        connect.state() == StageState.SKIPPED ? null : connect.duration(),
        last.startedAt());
  }

  private static boolean isSameWay(CheckRequest now, CheckRequest then) {
    return now.host().equalsIgnoreCase(then.host())
        && now.port() == then.port()
        && Objects.equals(now.source(), then.source());
  }

  /** The name of a network card means nothing elsewhere. */
  private static String withoutCard(String address) {
    return address.replaceFirst("%.*", "");
  }
}
