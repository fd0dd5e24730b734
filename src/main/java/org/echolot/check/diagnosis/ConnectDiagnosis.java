package org.echolot.check.diagnosis;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.network.IcmpAnswer;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/** Tells from how a connection attempt failed whose fault it is. Pure. */
public final class ConnectDiagnosis {

  private static final byte ALL_ONES = (byte) 0xFF;

  private ConnectDiagnosis() {}

  /**
   * What the failed attempt means.
   *
   * @param hasIpv6 whether this computer has an IPv6 address that leads beyond its own network
   */
  public static Finding of(ConnectEvidence evidence, boolean hasIpv6) {
    Cause cause = evidence.fault().cause();
    EndedBy endedBy =
        evidence.fault() == ConnectFault.SILENCE ? EndedBy.OUR_DEADLINE : EndedBy.NEVER_BEGAN;
    IcmpAnswer icmp = evidence.icmp();
    // Whoever answers can be reached.
    String detail =
        icmp != null && evidence.saidByPeer() && cause == Cause.HOST_UNREACHABLE
            ? AddressText.of(evidence.peer()) + " answered: ICMP " + icmp.words()
            : evidence.detail();
    return Finding.of(cause, endedBy, detail)
        .variant(variant(evidence, hasIpv6))
        .fact("took", ElapsedText.of(evidence.took()))
        .fact("from", icmp == null ? "a device in between" : AddressText.of(icmp.from()))
        .fact("icmp", icmp == null ? "no ICMP message" : "ICMP " + icmp.words())
        .fact("ours", "");
  }

  /**
   * The same where the network interface through which the peer is called has no connection, so
   * that nothing left this computer.
   *
   * @param card the network interface, as the system calls it
   */
  public static Finding withoutCarrier(Finding finding, String card) {
    return switch (finding.cause()) {
      case CONNECT_TIMEOUT -> withoutCarrier(finding, Variant.SILENT_WITHOUT_CARRIER, card);
      case HOST_UNREACHABLE -> withoutCarrier(finding, Variant.NO_CARRIER, card);
      default -> finding;
    };
  }

  private static Finding withoutCarrier(Finding finding, Variant variant, String card) {
    return finding
        .variant(variant)
        .fact("card", card)
        .given(Condition.VPN, OwnWayAdvice.isVpn(card));
  }

  /**
   * The peer can't be called from the address of choice.
   *
   * @param variant {@link Variant#FOREIGN_SOURCE} or {@link Variant#SOURCE_OF_OTHER_FAMILY}
   * @param ours the addresses of this computer
   * @param detail one line
   */
  public static Finding ofSource(Variant variant, List<InetAddress> ours, String detail) {
    return Finding.of(variant, EndedBy.NEVER_BEGAN, detail)
        .fact("took", "0 s")
        .fact("from", "this computer")
        .fact("icmp", "no ICMP message")
        .fact("ours", ours.stream().map(AddressText::of).collect(Collectors.joining(", ")));
  }

  /**
   * The same where the peer has several addresses, and what is found of one does not tell of all.
   *
   * @param count how many were tried
   * @param allRefused whether each of them refused
   */
  public static Finding ofSeveral(Finding finding, int count, boolean allRefused) {
    if (count < 2) {
      return finding;
    }
    Finding counted = finding.fact("count", String.valueOf(count));
    return switch (finding.cause()) {
      case CONNECT_TIMEOUT ->
          finding.variant() == Variant.SILENT_WITHOUT_CARRIER
              ? finding
              : counted.variant(Variant.NO_ADDRESS_ANSWERS);
      case CONNECTION_REFUSED ->
          finding.variant() == null && allRefused
              ? counted.variant(Variant.REFUSED_BY_ALL)
              : finding;
      default -> finding;
    };
  }

  private static @Nullable Variant variant(ConnectEvidence evidence, boolean hasIpv6) {
    return switch (evidence.fault()) {
      case SILENCE ->
          switch (evidence.reach()) {
            case NOT_ASKED -> null;
            case ANSWERED -> Variant.HOST_UP;
            case SILENT -> Variant.NOTHING_ANSWERS;
            case FORBIDDEN_HERE -> Variant.SILENCED_HERE;
            case ELSEWHERE -> Variant.NO_WAY_BACK;
          };
      case REFUSED -> refusedBy(evidence);
      case NO_HOST,
          NO_NETWORK,
          FORBIDDEN,
          NOT_PERMITTED,
          NO_SOURCE,
          INVALID,
          NO_FAMILY,
          BROADCAST,
          OTHER ->
          unreachable(evidence, hasIpv6);
    };
  }

  private static @Nullable Variant refusedBy(ConnectEvidence evidence) {
    if (evidence.icmp() == null) {
      return evidence.isOurs() ? Variant.REFUSED_HERE : null;
    }
    if (evidence.saidByUs()) {
      return Variant.REFUSED_BY_OWN_FIREWALL;
    }
    return evidence.saidByPeer() ? Variant.REFUSED_BY_PEERS_FIREWALL : Variant.REFUSED_IN_ITS_PLACE;
  }

  private static @Nullable Variant unreachable(ConnectEvidence evidence, boolean hasIpv6) {
    if (isOfMany(evidence.peer()) || evidence.fault() == ConnectFault.BROADCAST) {
      return Variant.NOT_ONE_COMPUTER;
    }
    if (evidence.lacksZone() && evidence.icmp() == null && !evidence.wasLookedFor()) {
      return Variant.NO_ZONE;
    }
    return switch (evidence.fault()) {
      case NO_SOURCE -> Variant.NO_SOURCE_PORT;
      case NO_FAMILY -> Variant.NO_IPV6;
      case NOT_PERMITTED -> Variant.NOT_PERMITTED_HERE;
      default -> {
        if (!evidence.left()) {
          yield ofOurRoutes(evidence, hasIpv6);
        }
        IcmpAnswer icmp = evidence.icmp();
        yield icmp == null ? unnamed(evidence) : named(evidence, icmp);
      }
    };
  }

  private static boolean isOfMany(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] broadcast = new byte[bytes.length];
    Arrays.fill(broadcast, ALL_ONES);
    return address.isMulticastAddress() || Arrays.equals(bytes, broadcast);
  }

  private static Variant ofOurRoutes(ConnectEvidence evidence, boolean hasIpv6) {
    if (evidence.isIpv6() && !hasIpv6) {
      return Variant.NO_IPV6;
    }
    return switch (evidence.fault()) {
      case FORBIDDEN, INVALID, NO_HOST -> Variant.ROUTE_FORBIDS;
      default -> Variant.NO_ROUTE;
    };
  }

  private static @Nullable Variant named(ConnectEvidence evidence, IcmpAnswer icmp) {
    boolean notFound =
        icmp.meaning() == IcmpAnswer.Meaning.HOST_UNREACHABLE && evidence.wasLookedFor();
    if (evidence.saidByUs()) {
      return notFound ? Variant.NOBODY_NEAR : Variant.OWN_FIREWALL;
    }
    if (evidence.saidByPeer()) {
      return switch (icmp.meaning()) {
        case PROHIBITED, PORT_UNREACHABLE, OTHER -> Variant.PEERS_FIREWALL;
        case HOST_UNREACHABLE -> notFound ? Variant.FORWARDED : Variant.PEERS_FIREWALL;
        case NETWORK_UNREACHABLE, LOOP -> Variant.FORWARDED;
      };
    }
    return switch (icmp.meaning()) {
      case PROHIBITED, PORT_UNREACHABLE -> Variant.PROHIBITED;
      case HOST_UNREACHABLE -> notFound ? Variant.NOBODY_THERE : Variant.ROUTER_REFUSES;
      case NETWORK_UNREACHABLE -> Variant.NO_ROUTE_THERE;
      case LOOP -> Variant.ROUTING_LOOP;
      case OTHER -> Variant.ROUTER_REFUSES;
    };
  }

  /** By time and words, where nobody is known to have spoken. */
  private static @Nullable Variant unnamed(ConnectEvidence evidence) {
    return switch (evidence.fault()) {
      case FORBIDDEN -> Variant.FORBIDDEN;
      case NO_HOST -> evidence.wasLookedFor() ? Variant.NOBODY : Variant.AT_ONCE;
      case NO_NETWORK -> evidence.wasLookedFor() ? null : Variant.AT_ONCE;
      default -> null;
    };
  }
}
