package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * Says by which addresses the two ends of a check know each other, as facts for its texts. Behind a
 * proxy that is not the two ends of our connection: the peer sees the proxy, never us, and what we
 * are connected to is the proxy. Pure.
 *
 * @param local our end of the connection; null: there was none
 * @param remote what we are connected to, or tried; null: nothing
 * @param origin where calls leave this computer; null: not known
 */
public record BothEnds(
    CheckRequest request,
    @Nullable InetSocketAddress local,
    @Nullable InetSocketAddress remote,
    @Nullable Origin origin) {

  /** What the proxy's address is followed by, in facts. */
  private static final String MARKED = " (the proxy)";

  /** The facts, of a check that failed by the cause. */
  public Map<String, String> facts(Cause cause) {
    Map<String, String> facts = new HashMap<>();
    String ours = origin == null ? "this computer" : AddressText.of(origin.address());
    String nearEnd = local == null ? ours : AddressText.of(local);
    facts.put("remote", remote == null ? request.host() : AddressText.of(remote.getAddress()));
    facts.put("local", nearEnd);
    facts.put("localAddress", origin == null ? "of this computer" : ours);
    facts.put("source", origin == null ? chosenSource() : ours);
    facts.put("near", nearEnd);
    facts.put("nearAddress", ours);
    facts.put("far", facts.get("remote"));
    facts.put("farPort", String.valueOf(request.port()));
    facts.put("sender", "the peer");
    facts.put("open", "the connection is open");
    Approach.Proxy proxy = request.approach().proxy();
    if (proxy != null) {
      facts.put(Condition.BY_PROXY.mark(), "");
      facts.put("far", proxyAddress(proxy) + MARKED);
      facts.put("farPort", String.valueOf(proxy.port()));
      facts.put("sender", "the proxy");
      facts.put("open", "the proxy reports that it connected us");
      if (!isOfTheProxy(cause)) {
        facts.put("remote", request.host());
        for (String seen : List.of("local", "localAddress", "source")) {
          facts.put(seen, facts.get("far"));
        }
      }
    }
    return facts;
  }

  private String proxyAddress(Approach.Proxy proxy) {
    return remote == null || remote.getAddress() == null
        ? proxy.host()
        : AddressText.of(remote.getAddress());
  }

  private String chosenSource() {
    String source = request.source();
    return source == null ? "this computer" : source;
  }

  /** Whether the peer was not reached at all: what failed is between us and the proxy. */
  private static boolean isOfTheProxy(Cause cause) {
    return switch (cause) {
      case PROXY_UNREACHABLE, PROXY_REFUSED, PROXY_NO_ANSWER -> true;
      default -> false;
    };
  }

  /**
   * The advice, with a word on which address of a proxy a peer sees, where a step sends somebody to
   * look for it.
   */
  public List<String> addedTo(List<String> advice) {
    Approach.Proxy proxy = request.approach().proxy();
    if (proxy == null || advice.stream().noneMatch(step -> step.contains(MARKED))) {
      return advice;
    }
    List<String> all = new ArrayList<>(advice);
    all.add(
        "Look in the peer's log for other addresses than "
            + proxyAddress(proxy)
            + ", too: the proxy may call from one that we do not know.");
    return List.copyOf(all);
  }
}
