package org.echolot.check.run;

import java.net.InetAddress;
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
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    return new NameSources(
        new NameResolver(InetAddress::getAllByName), new DnsSurvey(), new HostsFile());
  }
}
