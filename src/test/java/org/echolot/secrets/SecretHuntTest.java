package org.echolot.secrets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHuntTest {

  private static final byte[] SECRET = "Opensesame".getBytes(StandardCharsets.US_ASCII);

  private static void hunt(String text) {
    SecretHunt.assertNowhere(SECRET, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so Opensesame it is",
        "…penses…",
        "4F70656E736573616D65",
        "4f 70 65 6e 73 65 73",
        "4F:70:65:6E:73",
        "\\x4f\\x70\\x65\\x6e\\x73",
        "T3BlbnNlc2FtZQ==",
        "xxxxT3BlbnNlc2FtZQxx",
        "  000000  01 00 00 00 00 00 00 00  00 00 00 00 00 4F 70 65  .............Ope\n"
            + "  000010  6E 73 65 73 61 6D 65                              nsesame",
        "  76–77     4F 70                    Op        Primary field\n"
            + "  78–84     65 6E 73 65 73 61 6D     ensesam",
      })
  void findsASecretHoweverItIsWritten(String text) {
    assertThatThrownBy(() -> hunt(text)).isInstanceOf(AssertionError.class);
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThatCode(() -> hunt("Open the door, please")).doesNotThrowAnyException();
  }
}
