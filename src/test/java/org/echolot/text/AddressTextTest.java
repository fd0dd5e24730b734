package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

  @Test
  void ipv6AddressStandsInBrackets() {
    assertThat(AddressText.of(new InetSocketAddress(InetAddress.ofLiteral("::1"), 104)))
        .isEqualTo("[::1]:104");
    assertThat(AddressText.of("fe80::1", 104)).isEqualTo("[fe80::1]:104");
    assertThat(AddressText.of("10.1.2.3", 104)).isEqualTo("10.1.2.3:104");
  }

  @Test
  void aNameWithoutAnAddressIsShownAsItIs() {
    assertThat(AddressText.of(InetSocketAddress.createUnresolved("pacs.example", 104)))
        .isEqualTo("pacs.example:104");
  }

  @ParameterizedTest
  @CsvSource({
    "fd77:2:0:0:0:0:0:20, fd77:2::20",
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::",
    "0:0:3:4:5:6:7:8, ::3:4:5:6:7:8",
    "0:0:0:0:0:0:0:0, ::",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "fe80:0:0:0:0:0:0:1%7, fe80::1%7",
    "10.77.1.10, 10.77.1.10"
  })
  void anAddressIsWrittenAsInRfc5952(String platforms, String ours) {
    assertThat(AddressText.of(InetAddress.ofLiteral(platforms))).isEqualTo(ours);
  }
}
