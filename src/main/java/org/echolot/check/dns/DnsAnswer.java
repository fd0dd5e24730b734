package org.echolot.check.dns;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What came of asking one DNS server for the addresses of a host. */
public sealed interface DnsAnswer {

  /**
   * @param name the full name that has them
   * @param addresses at least one
   */
  record Addresses(String name, List<InetAddress> addresses) implements DnsAnswer {
    public Addresses {
      addresses = List.copyOf(addresses);
    }
  }

  /** The name is known, but has neither an IPv4 nor an IPv6 address. */
  record NoAddress(String name) implements DnsAnswer {}

  /**
   * The name is another name for one that has neither an IPv4 nor an IPv6 address, or does not
   * exist (RFC 1034 3.6.2).
   *
   * @param target the last of the names that it leads to, escaped
   */
  record DeadAlias(String name, String target) implements DnsAnswer {}

  /** NXDOMAIN (RFC 1035 4.1.1, RFC 2308): there is no such name. */
  record NoSuchName() implements DnsAnswer {}

  /**
   * A response code that says that the server could not or would not answer.
   *
   * @param code 1, 2, or 4 to 15 (RFC 1035 4.1.1, RFC 6895 2.3)
   */
  record Failure(int code) implements DnsAnswer {}

  /** More than fits into a datagram: such an answer comes over TCP alone (RFC 1035 4.2.1). */
  record TooLong() implements DnsAnswer {}

  /**
   * Nothing but datagrams that are no answers to what was asked.
   *
   * @param what what is wrong with the first of them
   */
  record Garbage(String what) implements DnsAnswer {}

  /** The server's computer, or a firewall, answered that the port is closed. */
  record PortClosed() implements DnsAnswer {}

  /**
   * @param what what the operating system says
   */
  record Unreachable(String what) implements DnsAnswer {}

  /**
   * @param waited how long we waited
   */
  record Silence(Duration waited) implements DnsAnswer {}
}
