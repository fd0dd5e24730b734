package org.echolot.check.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import org.echolot.check.dns.DnsInquiry;
import org.echolot.check.dns.DnsSurvey;
import org.echolot.check.dns.HostsFile;

/**
 * Who says what a host name means.
 *
 * @param resolver asks the system, which decides
 * @param dns is asked beside it, if the system's words are not enough
 * @param hosts is looked at afterwards, to say where an address came from
 */
record NameSources(NameResolver resolver, DnsInquiry dns, HostsFile hosts) {

  /**
   * Those of this computer. Each check asks anew: the runtime would keep an address for 30 s and a
   * failure for 10 s, and show a DNS server that was repaired, or broke, as it was before.
   */
  static NameSources ofThisComputer() {
    neverKeep("networkaddress.cache.ttl");
    neverKeep("networkaddress.cache.negative.ttl");
    return new NameSources(
        new NameResolver(NameSources::addresses), new DnsSurvey(), new HostsFile());
  }

  /**
   * Asks the system. The first who asks has Java look for another resolver, in what its thread's
   * class loader finds: not in all our libraries, which have none, and take longer than the answer.
   */
  private static InetAddress[] addresses(String host) throws UnknownHostException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      return InetAddress.getAllByName(host);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /** Setting one looks for a logger in all libraries, so bin/java.security has it set before. */
  private static void neverKeep(String property) {
    if (!"0".equals(Security.getProperty(property))) {
      Security.setProperty(property, "0");
    }
  }
}
