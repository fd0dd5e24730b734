package org.echolot.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.echolot.network.IcmpAnswer.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 3, 0, NETWORK_UNREACHABLE",
    "10.0.0.1, 3, 1, HOST_UNREACHABLE",
    "10.0.0.1, 3, 3, PORT_UNREACHABLE",
    "10.0.0.1, 3, 9, PROHIBITED",
    "10.0.0.1, 3, 10, PROHIBITED",
    "10.0.0.1, 3, 13, PROHIBITED",
    "10.0.0.1, 3, 200, OTHER",
    "10.0.0.1, 11, 0, LOOP",
    "10.0.0.1, 1, 1, OTHER",
    "fd00::1, 1, 0, NETWORK_UNREACHABLE",
    "fd00::1, 1, 1, PROHIBITED",
    "fd00::1, 1, 3, HOST_UNREACHABLE",
    "fd00::1, 1, 4, PORT_UNREACHABLE",
    "fd00::1, 3, 0, LOOP",
    "fd00::1, 4, 1, OTHER"
  })
  void theNumbersAreThoseOfTheFamily(String from, int type, int code, Meaning meaning) {
    IcmpAnswer answer = new IcmpAnswer(type, code, InetAddress.ofLiteral(from));

    assertThat(answer.meaning()).isEqualTo(meaning);
    assertThat(answer.toString()).startsWith("ICMP " + type + "/" + code).endsWith("from " + from);
  }
}
