package org.echolot.ticket;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.echolot.check.Approach;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.report.Turns;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * What several checks show together, which the ticket on none of them shows: how one peer's results
 * change, and what all peers that failed share and none that answered has. Nothing that is so of
 * some alone is told. Pure.
 */
final class InCommon {

  private static final int NETWORK_BITS = 24;

  /**
   * Something that checks can share.
   *
   * @param of what a check has of it; null: nothing
   * @param words to follow "All 3 that failed", with the value in place of {@code %s}
   * @param look what to look at first if that is what fails
   * @param alone whether it tells something though no check succeeded
   */
  private record Trait(
      Function<CheckResult, @Nullable String> of, String words, String look, boolean alone) {}

  private static final Trait NETWORK =
      new Trait(InCommon::network, "are in the network %s", "the way to that network", true);

  private static final List<Trait> TRAITS =
      List.of(
          new Trait(InCommon::refuser, "were refused by %s, not by the peers", "%s", true),
          new Trait(InCommon::proxy, "go through the proxy %s", "that proxy", true),
          new Trait(InCommon::address, "are at %s", "that computer", true),
          NETWORK,
          new Trait(
              InCommon::source, "call from %s", "the network interface with that address", false),
          new Trait(
              result -> result.request().isTls() ? "TLS" : null,
              "use %s",
              "TLS: versions, certificates, a device that inspects it",
              false),
          new Trait(
              result -> result.request().callingAe().value(),
              "are called by \"%s\"",
              "whether that AE title is registered",
              false),
          new Trait(
              result -> result.request().userIdentity() == null ? null : "a user identity",
              "are sent %s",
              "the user identity",
              false));

  private InCommon() {}

  /**
   * A sentence for each; empty if there is nothing of the kind.
   *
   * @param results in the order in which the checks were made
   * @param isHidden whether addresses in them are pseudonyms, which have no networks
   */
  static List<String> of(List<CheckResult> results, boolean isHidden) {
    Map<List<Object>, List<CheckResult>> byPeer = new LinkedHashMap<>();
    results.stream()
        .filter(result -> result.outcome() != Outcome.CANCELLED)
        .forEach(
            result -> byPeer.computeIfAbsent(peer(result), _ -> new ArrayList<>()).add(result));
    List<String> sentences = new ArrayList<>();
    byPeer.values().forEach(checks -> turns(checks).ifPresent(sentences::add));
    List<CheckResult> last = byPeer.values().stream().map(List::getLast).toList();
    sentences.addAll(shared(last, isHidden));
    return List.copyOf(sentences);
  }

  private static List<Object> peer(CheckResult result) {
    return List.of(
        result.request().calledAe(),
        result.request().address(),
        result.request().callingAe(),
        result.request().isTls());
  }

  private static Optional<String> turns(List<CheckResult> checks) {
    Turns turns = new Turns();
    checks.forEach(turns::add);
    return turns
        .words()
        .map(
            words ->
                checks.getFirst().request().calledAe()
                    + " ("
                    + checks.getFirst().request().address()
                    + "), checked "
                    + checks.size()
                    + " times: "
                    + words);
  }

  private static List<String> shared(List<CheckResult> last, boolean isHidden) {
    List<CheckResult> failed = last.stream().filter(result -> !result.isSuccess()).toList();
    List<CheckResult> answered = last.stream().filter(CheckResult::isSuccess).toList();
    if (failed.size() < 2) {
      return List.of();
    }
    boolean isOneAddress = failed.stream().map(InCommon::address).distinct().count() == 1;
    return TRAITS.stream()
        .filter(trait -> !trait.equals(NETWORK) || !(isHidden || isOneAddress))
        .flatMap(trait -> shared(trait, failed, answered).stream())
        .limit(2)
        .toList();
  }

  private static Optional<String> shared(
      Trait trait, List<CheckResult> failed, List<CheckResult> answered) {
    String value = trait.of().apply(failed.getFirst());
    boolean isShared =
        value != null
            && failed.stream().allMatch(result -> value.equals(trait.of().apply(result)))
            && answered.stream().noneMatch(result -> value.equals(trait.of().apply(result)));
    if (value == null || !isShared || (answered.isEmpty() && !trait.alone())) {
      return Optional.empty();
    }
    return Optional.of(
        (failed.size() == 2 ? "Both" : "All " + failed.size())
            + " that failed "
            + trait.words().replace("%s", value)
            + (answered.isEmpty()
                ? ""
                : answered.size() == 1
                    ? ", unlike the one that answered"
                    : ", unlike the " + answered.size() + " that answered")
            + ". Look first at "
            + trait.look().replace("%s", value)
            + ".");
  }

  private static @Nullable String refuser(CheckResult result) {
    IcmpAnswer icmp = result.observed().icmp();
    return icmp == null || icmp.from().equals(ip(result.peerAddress()))
        ? null
        : AddressText.of(icmp.from());
  }

  private static @Nullable String proxy(CheckResult result) {
    Approach.Proxy proxy = result.request().approach().proxy();
    return proxy == null ? null : AddressText.of(proxy.host(), proxy.port());
  }

  private static @Nullable String address(CheckResult result) {
    InetAddress ip = ip(result.peerAddress());
    return ip == null ? null : AddressText.of(ip);
  }

  /** Of an IPv4 address, as most hospitals divide theirs. */
  private static @Nullable String network(CheckResult result) {
    InetAddress ip = ip(result.peerAddress());
    if (!(ip instanceof Inet4Address) || ip.isLoopbackAddress()) {
      return null;
    }
    String text = AddressText.of(ip);
    return text.substring(0, text.lastIndexOf('.')) + ".0/" + NETWORK_BITS;
  }

  /** Where it left, which is known of those that answered, too. */
  private static @Nullable String source(CheckResult result) {
    InetAddress local = ip(result.localAddress());
    Origin origin = result.observed().origin();
    InetAddress from = local == null && origin != null ? origin.address() : local;
    return from == null || from.isLoopbackAddress() ? null : AddressText.of(from);
  }

  private static @Nullable InetAddress ip(@Nullable InetSocketAddress address) {
    return address == null ? null : address.getAddress();
  }
}
