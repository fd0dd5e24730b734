package org.echolot.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What old TLS software reads has no length of two bytes. */
class ShortHelloTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 60, 120, 250})
  void itIsShortWhateverTheNameOfTheServer(int length) {
    byte[] hello = ShortHello.hello(length == 0 ? null : "p".repeat(length));

    assertThat(hello)
        .hasSizeLessThanOrEqualTo(255)
        .startsWith(0x16, 3, 1, 0)
        .hasSizeGreaterThan(80);
    assertThat(hello[4] & 0xFF).isEqualTo(hello.length - 5);
  }

  @Test
  void aNameThatFitsIsInIt() {
    assertThat(new String(ShortHello.hello("pacs.example.org"), StandardCharsets.ISO_8859_1))
        .contains("pacs.example.org");
  }
}
