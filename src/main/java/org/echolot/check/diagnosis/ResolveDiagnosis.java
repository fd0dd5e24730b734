package org.echolot.check.diagnosis;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.check.Warning;
import org.echolot.check.dns.DnsAnswer;
import org.echolot.check.dns.DnsReply;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what the system's lookup came to, and what the DNS servers say beside it, what is
 * wrong with a host name. The system decides that something is; the servers say why. Pure.
 */
public final class ResolveDiagnosis {

  /** A lookup that takes longer is worth a question why. */
  public static final Duration SLOW = Duration.ofSeconds(1);

  private static final List<String> ORDINALS = List.of("first", "second", "third");

  private ResolveDiagnosis() {}

  /**
   * The system found no address.
   *
   * @param words the system's, in the language of the user
   * @param replies of the DNS servers; empty where they are not known
   */
  public static Finding unknown(String host, String words, List<DnsReply> replies) {
    String detail = "no address for " + host + " (" + words + ")";
    Finding finding =
        about(Finding.of(Cause.UNKNOWN_HOST, EndedBy.NEVER_BEGAN, told(detail, replies)), replies);
    return finding.variant(whyUnknown(replies));
  }

  /** What the name is another name for, where that leads nowhere. */
  private static Optional<String> alias(List<DnsReply> replies) {
    return replies.stream()
        .map(DnsReply::answer)
        .filter(DnsAnswer.DeadAlias.class::isInstance)
        .map(answer -> ((DnsAnswer.DeadAlias) answer).target())
        .findFirst();
  }

  /** The host is an address with a zone that this computer does not have (RFC 4007 11). */
  public static Finding noInterface(String host, String words) {
    return about(
        Finding.of(
            Variant.NO_INTERFACE,
            EndedBy.NEVER_BEGAN,
            "no address for " + host + " (" + words + ")"),
        List.of());
  }

  private static @Nullable Variant whyUnknown(List<DnsReply> replies) {
    if (replies.isEmpty()) {
      return null;
    }
    if (replies.stream().anyMatch(reply -> reply.answer() instanceof DnsAnswer.Addresses)) {
      return Variant.LOOKUP_CONTRADICTED;
    }
    if (replies.stream().allMatch(DnsReply::isClosedHere)) {
      return Variant.OWN_DNS_CLOSED;
    }
    if (replies.stream().allMatch(DnsReply::isFailure)) {
      return Variant.DNS_FAILED;
    }
    if (replies.stream().anyMatch(DnsReply::isFailure)) {
      return Variant.DNS_PARTLY_FAILED;
    }
    if (alias(replies).isPresent()) {
      return Variant.DEAD_ALIAS;
    }
    return replies.stream().anyMatch(reply -> reply.answer() instanceof DnsAnswer.NoAddress)
        ? Variant.NO_ADDRESS
        : Variant.NO_SUCH_NAME;
  }

  /**
   * The system had no answer by our deadline.
   *
   * @param replies of the DNS servers; empty where they are not known
   * @param took how long we waited
   * @param load what this computer did besides
   */
  public static Finding timeout(List<DnsReply> replies, Duration took, OwnLoad load) {
    String detail = "no answer in " + ElapsedText.of(took);
    Finding finding =
        about(
                Finding.of(Cause.RESOLVE_TIMEOUT, EndedBy.OUR_DEADLINE, told(detail, replies)),
                replies)
            .fact("load", load.words())
            .given(Condition.OWN_LOAD, load.isHigh());
    if (replies.isEmpty()) {
      return finding;
    }
    if (replies.stream().allMatch(DnsReply::isDead)) {
      return finding.variant(Variant.DNS_SILENT);
    }
    return finding.variant(
        replies.stream().anyMatch(DnsReply::isFailure)
            ? Variant.DNS_PARTLY_SILENT
            : Variant.DNS_RESPONDS);
  }

  /** What the texts may name. */
  private static Finding about(Finding finding, List<DnsReply> replies) {
    return finding
        .fact("dns", joined(replies))
        .fact("alias", alias(replies).orElse("another name"))
        .fact("failed", servers(replies, DnsReply::isFailure))
        .fact("knowing", servers(replies, reply -> !reply.isFailure()));
  }

  /** What a lookup came to, with what the DNS servers say if that is known. */
  public static String told(String detail, List<DnsReply> replies) {
    return replies.isEmpty() ? detail : detail + "; " + joined(replies);
  }

  private static String joined(List<DnsReply> replies) {
    return replies.stream().map(DnsReply::toString).collect(Collectors.joining("; "));
  }

  private static String servers(List<DnsReply> replies, Predicate<DnsReply> which) {
    return replies.stream()
        .filter(which)
        .map(DnsReply::name)
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  /** The user wrote an address that means none in particular (RFC 1122 3.2.1.3, RFC 4291 2.5.2). */
  public static Finding unspecified(String address) {
    return about(
        Finding.of(
            Variant.UNSPECIFIED_TYPED, EndedBy.NEVER_BEGAN, address + " is no address to call"),
        List.of());
  }

  /**
   * The lookup came to such an address, and to nothing else.
   *
   * @param hostsFile the file that has it; null: it is not in there
   * @param replies of the DNS servers; empty where they are not known
   */
  public static Finding unspecified(
      String host, InetAddress address, @Nullable String hostsFile, List<DnsReply> replies) {
    String given = AddressText.of(address);
    Optional<String> server =
        replies.stream().filter(r -> gives(r, address)).findFirst().map(DnsReply::name);
    String origin =
        hostsFile == null
            ? server.map(name -> "DNS server " + name).orElse("the lookup")
            : hostsFile;
    return about(
            Finding.of(
                hostsFile == null ? Variant.UNSPECIFIED : Variant.UNSPECIFIED_IN_HOSTS,
                EndedBy.NEVER_BEGAN,
                host + " → " + given + ", from " + origin),
            replies)
        .fact("given", given)
        .fact("origin", origin);
  }

  /** The name in DNS that the addresses belong to; empty if no server says so. */
  public static Optional<String> fullName(List<InetAddress> addresses, List<DnsReply> replies) {
    return replies.stream()
        .map(DnsReply::answer)
        .filter(DnsAnswer.Addresses.class::isInstance)
        .map(DnsAnswer.Addresses.class::cast)
        .filter(answer -> !Collections.disjoint(answer.addresses(), addresses))
        .map(DnsAnswer.Addresses::name)
        .findFirst();
  }

  /** What DNS has for a name whose addresses came from elsewhere; empty if no server differs. */
  public static Optional<String> otherInDns(List<InetAddress> addresses, List<DnsReply> replies) {
    return replies.stream()
        .map(DnsReply::answer)
        .filter(DnsAnswer.Addresses.class::isInstance)
        .map(DnsAnswer.Addresses.class::cast)
        .filter(answer -> Collections.disjoint(answer.addresses(), addresses))
        .map(
            answer ->
                answer.addresses().stream().map(AddressText::of).collect(Collectors.joining(", ")))
        .findFirst();
  }

  private static boolean gives(DnsReply reply, InetAddress address) {
    return reply.answer() instanceof DnsAnswer.Addresses(String _, List<InetAddress> addresses)
        && addresses.contains(address);
  }

  /**
   * The lookup ended, but late.
   *
   * @param others how many other names this computer looked up at the same time
   * @param replies of the DNS servers; empty where they are not known
   */
  public static Warning slow(String host, Duration took, int others, List<DnsReply> replies) {
    String what = "The lookup of \"" + host + "\" took " + ElapsedText.of(took);
    if (others >= OwnLoad.MANY) {
      return new Warning(
          Warning.Code.SLOW_LOOKUP,
          what
              + ", while "
              + others
              + " other names were looked up. That many can be the reason: check this peer alone to"
              + " see whether a DNS server is slow.");
    }
    String failed =
        replies.stream()
            .filter(DnsReply::isFailure)
            .map(reply -> reply.name() + ", " + which(reply, replies) + ", " + did(reply))
            .collect(Collectors.joining("; "));
    return new Warning(
        Warning.Code.SLOW_LOOKUP,
        failed.isEmpty()
            ? what + ". If this happens every time, a DNS server of this computer is slow."
            : what
                + ": "
                + failed
                + ". Ask the network team to repair it, or to name another one for this computer.");
  }

  /** A server is asked again, with less patience than the lookup had: that is another time. */
  private static String did(DnsReply reply) {
    return reply.answer() instanceof DnsAnswer.Silence
        ? reply.did() + " when asked directly"
        : reply.did();
  }

  private static String which(DnsReply reply, List<DnsReply> all) {
    return all.size() == 1
        ? "the only DNS server"
        : "the " + ORDINALS.get(all.indexOf(reply)) + " of " + all.size() + " DNS servers";
  }

  /**
   * A file of this computer has another address for a name than DNS.
   *
   * @param inDns what DNS has
   */
  public static Warning hostsFile(
      String host, InetAddress address, String hostsFile, String inDns) {
    return new Warning(
        Warning.Code.HOSTS_FILE_DIFFERS,
        "\""
            + host
            + "\" means "
            + AddressText.of(address)
            + " by "
            + hostsFile
            + " of this computer, but "
            + inDns
            + " in DNS. If the peer has moved, correct or remove the entry in "
            + hostsFile
            + ".");
  }

  /**
   * The name of what should be another computer means this one.
   *
   * @param hostsFile the file that has it; null: it is not in there
   */
  public static Warning loopback(String host, InetAddress address, @Nullable String hostsFile) {
    return new Warning(
        Warning.Code.NAME_IS_LOOPBACK,
        "\""
            + host
            + "\" means this computer itself ("
            + AddressText.of(address)
            + "). If the peer is another computer, and there is no tunnel to it, this check says"
            + " nothing about it: correct "
            + (hostsFile == null ? "the DNS entry." : hostsFile + "."));
  }
}
