package org.echolot.check.diagnosis;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection attempt that failed.
 *
 * @param peer the address that was tried
 * @param took how long the attempt took
 * @param left whether anything left this computer, as far as it tells
 * @param origin where calls to the peer leave this computer; null where none can
 * @param icmp who answered with an ICMP error; null: nobody, or it is not known
 * @param reach whether the peer's computer answered something else afterwards
 * @param detail one line
 */
public record ConnectEvidence(
    InetAddress peer,
    ConnectFault fault,
    Duration took,
    boolean left,
    @Nullable Origin origin,
    @Nullable IcmpAnswer icmp,
    Reach reach,
    String detail) {

  /**
   * A host that is not there is looked for, by three questions a second apart; who refuses does so
   * within a round trip of a SYN, the first or the next, which follow each other after a second.
   */
  private static final Duration LOOKED_FOR = Duration.ofMillis(2500);

  /** Whether a computer answers at all. */
  public enum Reach {
    NOT_ASKED,
    ANSWERED,
    SILENT,
    /** This computer did not let the question out. */
    FORBIDDEN_HERE,
    /** It answers, but to another address than the one that was chosen to call from. */
    ELSEWHERE
  }

  /** Whether it took as long as it takes to look for a computer that is not there. */
  boolean wasLookedFor() {
    return took.compareTo(LOOKED_FOR) >= 0;
  }

  /** Whether the ICMP error came from the peer's own address. */
  boolean saidByPeer() {
    return icmp != null && icmp.from().equals(peer);
  }

  /** Whether it came from this computer. */
  boolean saidByUs() {
    return icmp != null && isOurs(icmp.from());
  }

  /** Whether the peer's address is one of this computer. */
  boolean isOurs() {
    return isOurs(peer);
  }

  private boolean isOurs(InetAddress address) {
    return address.isLoopbackAddress()
        || (origin != null
            && (address.equals(origin.address()) || origin.others().contains(address)));
  }

  /** Whether the address holds in one network alone, and does not say in which. */
  boolean lacksZone() {
    return peer instanceof Inet6Address six && six.isLinkLocalAddress() && six.getScopeId() == 0;
  }

  boolean isIpv6() {
    return peer instanceof Inet6Address;
  }
}
