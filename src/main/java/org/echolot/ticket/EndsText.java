package org.echolot.ticket;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.echolot.check.Approach;
import org.echolot.check.CheckResult;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;

/** Says by which addresses a check connected whom. Pure. */
final class EndsText {

  private EndsText() {}

  /** What we were connected to. */
  static String called(CheckResult result) {
    InetSocketAddress remote = result.remoteAddress();
    if (remote == null) {
      return "none was reached";
    }
    return AddressText.of(remote) + (result.request().isByProxy() ? " (the proxy)" : "");
  }

  /** With its network interface, where that is known; a call that did not connect has no port. */
  static String calling(CheckResult result) {
    Origin origin = result.observed().origin();
    String card = origin == null || origin.card() == null ? "" : " (" + origin.card() + ")";
    InetSocketAddress local = result.localAddress();
    if (local != null) {
      return AddressText.of(local)
          + card
          + (result.request().isByProxy() ? "; the peer sees the proxy's address" : "");
    }
    return origin == null
        ? "no connection was made"
        : AddressText.of(origin.address()) + card + ", no connection was made";
  }

  /** The proxy as it was set, and its address; empty if none connects us. */
  static Optional<String> proxy(CheckResult result) {
    Approach.Proxy proxy = result.request().approach().proxy();
    if (proxy == null) {
      return Optional.empty();
    }
    String set = AddressText.of(proxy.host(), proxy.port());
    InetSocketAddress at = result.proxyAddress();
    String known = at == null ? set : AddressText.of(at);
    return Optional.of(set + (known.equals(set) ? "" : " (" + known + ")"));
  }
}
