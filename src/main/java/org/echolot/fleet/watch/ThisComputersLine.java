package org.echolot.fleet.watch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.dns.DnsInquiry;
import org.echolot.check.dns.DnsReply;
import org.echolot.check.dns.DnsSurvey;
import org.echolot.concurrent.Deadline;
import org.echolot.network.Gateway;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * Looks at this computer's own network after a check failed: its addresses, its route to the peer,
 * its gateway, its DNS servers. Only what is certain excuses a peer: that a gateway does not answer
 * a ping proves nothing, that it does not answer ARP does. Safe for use by many threads; those that
 * come while one looks get what it finds.
 */
public final class ThisComputersLine implements OwnLine {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration DNS_PATIENCE = Duration.ofSeconds(3);

  /** How long what was found holds for others. */
  private static final Duration HOLDS = Duration.ofSeconds(3);

  /** Any server has some answer to it. */
  private static final String ANY_NAME = "localhost.";

  /** What this computer says of itself. */
  interface Computer {
    /** Its addresses from which another can be called. */
    List<InetAddress> addresses();

    /** Whether anything that is sent there leaves it. */
    boolean hasRouteTo(InetSocketAddress peer);

    /** Its router; empty where it has none, or that is not known. */
    Optional<Gateway> gateway();

    /** Whether that is there. */
    Gateway.State state(Gateway gateway);
  }

  private static final class RealComputer implements Computer {
    @Override
    public List<InetAddress> addresses() {
      return Origin.ours();
    }

    @Override
    public boolean hasRouteTo(InetSocketAddress peer) {
      try {
        Origin.toward(peer);
        return true;
      } catch (IOException _) {
        return false;
      }
    }

    @Override
    public Optional<Gateway> gateway() {
      return Gateway.ofThisComputer();
    }

    @Override
    public Gateway.State state(Gateway gateway) {
      return gateway.state(PATIENCE);
    }
  }

  /** What was found for all peers, and until when it holds. */
  private record Found(@Nullable LineFault fault, Deadline until) {}

  private final Computer computer;
  private final DnsInquiry dns;
  private final Object looking = new Object();
  private @Nullable Found found;

  public ThisComputersLine() {
    this(new RealComputer(), new DnsSurvey());
  }

  ThisComputersLine(Computer computer, DnsInquiry dns) {
    this.computer = computer;
    this.dns = dns;
  }

  @Override
  public @Nullable LineFault faultBehind(CheckResult failed) {
    CheckRequest request = failed.request();
    if (!isOfTheNetwork(failed.cause()) || isHere(request.host())) {
      return null;
    }
    LineFault forAll = faultForAll();
    if (forAll != null) {
      return forAll;
    }
    return switch (failed.cause()) {
      case UNKNOWN_HOST, RESOLVE_TIMEOUT -> dnsFault(request.host());
      case HOST_UNREACHABLE -> noWay(request);
      case null, default -> null;
    };
  }

  /** Whether our own line can be behind it. */
  private static boolean isOfTheNetwork(@Nullable Cause cause) {
    return switch (cause) {
      case UNKNOWN_HOST,
          RESOLVE_TIMEOUT,
          CONNECT_TIMEOUT,
          HOST_UNREACHABLE,
          TLS_TIMEOUT,
          ASSOCIATE_TIMEOUT,
          ECHO_TIMEOUT ->
          true;
      case null, default -> false;
    };
  }

  private static boolean isHere(String host) {
    return HostText.isLocalName(host)
        || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  /** The address that a text is; empty if it is a name, or an address that holds nowhere here. */
  private static Optional<InetAddress> literal(String host) {
    try {
      return IpText.isIp(host) ? Optional.of(InetAddress.ofLiteral(host)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // its zone is none of this computer's
    }
  }

  private @Nullable LineFault faultForAll() {
    synchronized (looking) {
      if (found == null || found.until().hasPassed()) {
        found = new Found(lookForAll(), Deadline.after(HOLDS));
      }
      return found.fault();
    }
  }

  private @Nullable LineFault lookForAll() {
    if (computer.addresses().isEmpty()) {
      return new LineFault(
          LineFault.Scope.ALL, "no network interface of this computer has an address");
    }
    Optional<Gateway> gateway = computer.gateway();
    if (gateway.isEmpty() || computer.state(gateway.get()) != Gateway.State.SILENT) {
      return null;
    }
    // A program on this computer may answer from memory.
    List<DnsReply> elsewhere =
        replies(ANY_NAME).stream().filter(reply -> !reply.server().isLoopbackAddress()).toList();
    return elsewhere.stream().allMatch(DnsReply::isDead)
        ? new LineFault(
            LineFault.Scope.ALL,
            "the gateway "
                + AddressText.of(gateway.get().address())
                + " does not answer"
                + (elsewhere.isEmpty() ? "" : ", nor does any DNS server"))
        : null;
  }

  private @Nullable LineFault dnsFault(String host) {
    List<DnsReply> replies = replies(host);
    return !replies.isEmpty() && replies.stream().allMatch(DnsReply::isDead)
        ? new LineFault(LineFault.Scope.NAMES, "no DNS server of this computer answers")
        : null;
  }

  private @Nullable LineFault noWay(CheckRequest request) {
    String source = request.source();
    Optional<InetAddress> from = source == null ? Optional.empty() : literal(source);
    if (from.filter(address -> !isOurs(address)).isPresent()) {
      return new LineFault(
          LineFault.Scope.ONE,
          "this computer does not have the address " + source + " to call from");
    }
    return literal(request.host())
        .filter(address -> !computer.hasRouteTo(new InetSocketAddress(address, request.port())))
        .map(
            address ->
                new LineFault(
                    LineFault.Scope.ONE,
                    "this computer has no route to " + AddressText.of(address)))
        .orElse(null);
  }

  private boolean isOurs(InetAddress address) {
    return address.isLoopbackAddress() || computer.addresses().contains(address);
  }

  private List<DnsReply> replies(String name) {
    try {
      return dns.about(name).get(DNS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    } catch (ExecutionException | TimeoutException _) {
      return List.of();
    }
  }
}
