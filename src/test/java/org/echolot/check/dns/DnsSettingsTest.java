package org.echolot.check.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What resolv.conf says. */
class DnsSettingsTest {

  private static List<String> servers(DnsSettings settings) {
    return settings.servers().stream()
        .map(InetSocketAddress::getAddress)
        .map(address -> address.getHostAddress())
        .toList();
  }

  @Test
  void theFirstThreeServersAreAskedAsTheSystemDoes() {
    DnsSettings settings =
        DnsSettings.parse(
            """
            # made by hand
            nameserver 10.1.1.1
            nameserver not-an-address
            \tnameserver\t10.1.1.2 # the old one
            nameserver fd77:2::53
            nameserver 10.1.1.4
            """);

    assertThat(servers(settings)).containsExactly("10.1.1.1", "10.1.1.2", "fd77:2:0:0:0:0:0:53");
  }

  @Test
  void whereThereIsNoServerItIsThisComputer() {
    assertThat(servers(DnsSettings.parse("search lab.example\nnameserver\n")))
        .containsExactly("127.0.0.1");
  }

  @Test
  void aShortNameIsCompletedAndALongOneIsTriedFirstAsItIs() {
    DnsSettings settings =
        DnsSettings.parse("search old.example\nsearch lab.example. hospital.example\n");

    assertThat(settings.namesOf("pacs"))
        .containsExactly("pacs.lab.example", "pacs.hospital.example", "pacs");
    assertThat(settings.namesOf("pacs.radiology"))
        .containsExactly(
            "pacs.radiology", "pacs.radiology.lab.example", "pacs.radiology.hospital.example");
    assertThat(settings.namesOf("pacs.")).containsExactly("pacs");
  }

  @Test
  void moreDotsMakeALongNameShort() {
    DnsSettings settings =
        DnsSettings.parse("domain lab.example\noptions rotate ndots:2 timeout:1\n");

    assertThat(settings.namesOf("a.b")).containsExactly("a.b.lab.example", "a.b");
    assertThat(settings.namesOf("a.b.c")).containsExactly("a.b.c", "a.b.c.lab.example");
  }

  @Test
  void whatNoMessageCanCarryIsNotAsked() {
    assertThat(DnsSettings.parse("search lab.example").namesOf("x".repeat(64))).isEmpty();
  }
}
