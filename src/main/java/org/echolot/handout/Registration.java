package org.echolot.handout;

import java.net.InetSocketAddress;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;
import org.jspecify.annotations.Nullable;

/**
 * What another system must know of us to take our calls.
 *
 * @param ae the title that we call as
 * @param address our IP address as the other side sees it; empty: not known
 * @param hostName what a reverse look-up of the address says; empty: not known
 * @param port where we listen, for what the other side sends to us; 1 to 65,535
 * @param peer whom we call; null: nobody in particular
 * @param last the last check of that peer; null: none
 */
public record Registration(
    AeTitle ae,
    String address,
    String hostName,
    int port,
    @Nullable CheckRequest peer,
    @Nullable CheckResult last) {

  /** Stands in a configuration for an address that is not known. */
  static final String ADDRESS_TO_PUT_IN = "OUR-ADDRESS";

  /**
   * A host name that can't be one is not kept.
   *
   * @throws IllegalArgumentException if the port is out of range, or the address is there and is
   *     neither an IP address nor a host name
   */
  public Registration {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
    }
    // An IPv6 address of ours may name a network card, which means nothing elsewhere.
    address = address.strip().replaceFirst("%.*", "");
    String fault = address.isEmpty() ? null : HostText.faultOf(address);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    address = HostText.normalized(address);
    hostName = HostText.faultOf(hostName) == null ? hostName.strip() : "";
  }

  /** Us, as the last check of a peer showed; what it did not show is empty. */
  public static Registration of(
      CheckRequest peer, @Nullable CheckResult last, int port, String hostName) {
    return new Registration(peer.callingAe(), ourAddress(last), hostName, port, peer, last);
  }

  /**
   * The address that a check called from, or would have, as its peer sees it: behind a proxy that
   * is the proxy's. Empty if that is not known.
   */
  public static String ourAddress(@Nullable CheckResult last) {
    if (last == null) {
      return "";
    }
    InetSocketAddress end = ourEnd(last);
    if (end != null) {
      return AddressText.of(end.getAddress());
    }
    if (last.request().approach().proxy() != null) {
      return "";
    }
    Origin origin = last.observed().origin();
    return origin == null ? "" : AddressText.of(origin.address());
  }

  /** From where a check came, as its peer sees it; null if it came from nowhere. */
  public static @Nullable InetSocketAddress ourEnd(CheckResult last) {
    return last.request().approach().proxy() == null ? last.localAddress() : last.proxyAddress();
  }

  boolean isAddressKnown() {
    return !address.isEmpty();
  }

  /** The address, or what stands for it. */
  String addressOrPlace() {
    return isAddressKnown() ? address : ADDRESS_TO_PUT_IN;
  }

  /** Our name in the other system's configuration. */
  String node() {
    return NodeName.of(ae);
  }
}
