package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AddressTextTest {

  @Test
  void ipv6AddressStandsInBrackets() {
    assertThat(AddressText.of(new InetSocketAddress(InetAddress.ofLiteral("::1"), 104)))
        .isEqualTo("[0:0:0:0:0:0:0:1]:104");
    assertThat(AddressText.of("fe80::1", 104)).isEqualTo("[fe80::1]:104");
    assertThat(AddressText.of("10.1.2.3", 104)).isEqualTo("10.1.2.3:104");
  }

  @Test
  void aNameWithoutAnAddressIsShownAsItIs() {
    assertThat(AddressText.of(InetSocketAddress.createUnresolved("pacs.example", 104)))
        .isEqualTo("pacs.example:104");
  }
}
