package org.echolot.ticket;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.echolot.check.Approach;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Variant;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;

/** Says by which addresses a check connected whom. Pure. */
final class EndsText {

  /** What causes mean if several addresses were called. */
  private static final String SEVERAL = Variant.REFUSED_BY_ALL.key();

  private EndsText() {}

  /** What we were connected to. */
  static String called(CheckResult result) {
    InetSocketAddress remote = result.remoteAddress();
    if (remote == null) {
      return "none was called";
    }
    if (isOfSeveral(result)) {
      return "all of " + result.request().host() + ", port " + remote.getPort();
    }
    return AddressText.of(remote) + (result.request().isByProxy() ? " (the proxy)" : "");
  }

  /** Whether several addresses were called, and none is the peer's more than the others. */
  static boolean isOfSeveral(CheckResult result) {
    return SEVERAL.equals(result.observed().variant());
  }

  /** Whether a proxy has connected us to the peer. */
  private static boolean isConnectedByProxy(CheckResult result) {
    return result.request().isByProxy()
        && result.stage(CheckStage.CONNECT).state() == StageState.OK;
  }

  /** With its network interface, where that is known; a call that did not connect has no port. */
  static String calling(CheckResult result) {
    Origin origin = result.observed().origin();
    boolean here = Variant.REFUSED_HERE.key().equals(result.observed().variant());
    // What is called on this computer leaves by no network interface.
    String card = origin == null || origin.card() == null || here ? "" : " (" + origin.card() + ")";
    InetSocketAddress local = result.localAddress();
    if (local != null) {
      return AddressText.of(local)
          + card
          + (isConnectedByProxy(result) ? "; the peer sees the proxy's address" : "");
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
