package org.echolot.check.run;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.echolot.check.Approach;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.ResolveDiagnosis;
import org.echolot.check.dns.DnsInquiry;
import org.echolot.check.dns.DnsReply;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of the peer's name. The system decides; the DNS servers are asked beside it
 * only if its lookup fails or is slow.
 */
final class ResolveStep implements Step {

  /** A server that is well answers sooner, and more is not worth a name. */
  private static final Duration FULL_NAME = Duration.ofMillis(150);

  /** How long we wait for what the DNS servers say once the lookup is over. */
  private static final Duration EVIDENCE = Duration.ofSeconds(2);

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    Approach.Proxy proxy = course.request.approach().proxy();
    if (proxy != null) {
      return new ProxyStep(course, proxy).resolve();
    }
    String host = course.request.host();
    course.progress.begin(CheckStage.RESOLVE, host);
    Deadline deadline = Deadline.after(course.request.timeouts().lookup());
    try (NameResolver.Lookup lookup = course.tools.names().resolver().begin(host)) {
      Optional<NameResolver.Outcome> outcome =
          lookup.await(deadline.atMost(ResolveDiagnosis.SLOW), course.stop);
      CompletableFuture<List<DnsReply>> asked = null;
      if (outcome.isEmpty()) {
        asked = course.tools.names().dns().about(host);
        outcome = lookup.await(deadline, course.stop);
      }
      switch (outcome.orElse(null)) {
        case NameResolver.Outcome.Found found -> found(course, found, lookup.others(), asked);
        case NameResolver.Outcome.Unknown(String words, Duration took) -> {
          if (host.contains(":")) {
            throw new StageFailedException(ResolveDiagnosis.noInterface(host, words), took);
          }
          List<DnsReply> replies = replies(course, asked);
          warnIfSlow(course, took, lookup.others(), replies);
          throw new StageFailedException(ResolveDiagnosis.unknown(host, words, replies), took);
        }
        case null -> {
          Duration took = course.progress.elapsed();
          throw new StageFailedException(
              ResolveDiagnosis.timeout(
                  replies(course, asked), took, SystemLoad.with(lookup.others())),
              took);
        }
      }
    }
    return Next.GO_ON;
  }

  private static void found(
      CheckCourse course,
      NameResolver.Outcome.Found found,
      int others,
      @Nullable CompletableFuture<List<DnsReply>> asked)
      throws StageFailedException, StoppedException {
    if (asked != null) {
      warnIfSlow(course, found.took(), others, replies(course, asked));
    }
    List<InetAddress> usable =
        found.addresses().stream().filter(address -> !address.isAnyLocalAddress()).toList();
    String hostsFile = hostsFile(course, found.addresses());
    if (usable.isEmpty()) {
      throw new StageFailedException(
          unspecified(course, found.addresses().getFirst(), hostsFile, asked), found.took());
    }
    course.result.hostsFile(hostsFile);
    String origin = origin(course, found.addresses(), hostsFile, asked);
    course.progress.end(
        StageState.OK, found.took(), detail(course.request.host(), found.addresses()) + origin);
    warnIfLoopback(course, usable.getFirst(), hostsFile);
    course.resolved(usable);
  }

  private static Finding unspecified(
      CheckCourse course,
      InetAddress address,
      @Nullable String hostsFile,
      @Nullable CompletableFuture<List<DnsReply>> asked)
      throws StoppedException {
    String host = course.request.host();
    if (isAddress(host)) {
      return ResolveDiagnosis.unspecified(host);
    }
    List<DnsReply> replies = hostsFile == null ? replies(course, asked) : List.of();
    return ResolveDiagnosis.unspecified(host, address, hostsFile, replies);
  }

  /** What the DNS servers say, asked now where they were not yet; not waited for without end. */
  private static List<DnsReply> replies(
      CheckCourse course, @Nullable CompletableFuture<List<DnsReply>> asked)
      throws StoppedException {
    return asked == null ? replies(course, course.request.host()) : evidence(course, asked);
  }

  /** What the DNS servers say about a name. */
  static List<DnsReply> replies(CheckCourse course, String host) throws StoppedException {
    return evidence(course, course.tools.names().dns().about(host));
  }

  private static List<DnsReply> evidence(
      CheckCourse course, CompletableFuture<List<DnsReply>> replies) throws StoppedException {
    return Waiting.forResultOf(replies, Deadline.after(EVIDENCE), course.stop).orElse(List.of());
  }

  private static void warnIfSlow(
      CheckCourse course, Duration took, int others, List<DnsReply> replies) {
    if (took.compareTo(ResolveDiagnosis.SLOW) >= 0) {
      course.result.warn(ResolveDiagnosis.slow(course.request.host(), took, others, replies));
    }
  }

  private static void warnIfLoopback(
      CheckCourse course, InetAddress address, @Nullable String hostsFile) {
    String host = course.request.host();
    if (address.isLoopbackAddress() && !isAddress(host) && !HostText.isLocalName(host)) {
      course.result.warn(ResolveDiagnosis.loopback(host, address, hostsFile));
    }
  }

  /** The hosts file if the addresses come from there, which its owner may have forgotten. */
  static @Nullable String hostsFile(CheckCourse course, List<InetAddress> addresses) {
    String host = course.request.host();
    boolean isPlain = isAddress(host) || HostText.isLocalName(host);
    return !isPlain && course.tools.names().hosts().has(host, addresses)
        ? course.tools.names().hosts().path()
        : null;
  }

  /** Where the addresses come from, as the end of a line; empty if that is not known. */
  private static String origin(
      CheckCourse course,
      List<InetAddress> addresses,
      @Nullable String hostsFile,
      @Nullable CompletableFuture<List<DnsReply>> asked)
      throws StoppedException {
    String host = course.request.host();
    DnsInquiry dns = course.tools.names().dns();
    if (hostsFile != null) {
      Optional<String> other =
          Waiting.forResultOf(dns.about(host), Deadline.after(FULL_NAME), course.stop)
              .flatMap(replies -> ResolveDiagnosis.otherInDns(addresses, replies));
      other.ifPresent(
          inDns ->
              course.result.warn(
                  ResolveDiagnosis.hostsFile(host, addresses.getFirst(), hostsFile, inDns)));
      return ", from " + hostsFile + other.map(inDns -> ", but DNS has " + inDns).orElse("");
    }
    if (isAddress(host) || HostText.isLocalName(host) || !dns.isCompleted(host)) {
      return "";
    }
    CompletableFuture<List<DnsReply>> replies = asked == null ? dns.about(host) : asked;
    return Waiting.forResultOf(replies, Deadline.after(FULL_NAME), course.stop)
        .flatMap(all -> ResolveDiagnosis.fullName(addresses, all))
        .filter(name -> !name.equalsIgnoreCase(host))
        .map(name -> ", as " + name)
        .orElse("");
  }

  private static boolean isAddress(String host) {
    return IpText.isIpv4(host) || IpText.isAddress(host);
  }

  private static String detail(String host, List<InetAddress> found) {
    String addresses = found.stream().map(AddressText::of).collect(Collectors.joining(", "));
    return addresses.equals(host) ? addresses : host + " → " + addresses;
  }
}
