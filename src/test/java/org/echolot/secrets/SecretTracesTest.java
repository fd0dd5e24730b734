package org.echolot.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTracesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static SecretTraces of(String secret, String... open) {
    return SecretTraces.of(
        bytes(secret), List.of(open).stream().map(SecretTracesTest::bytes).toList());
  }

  @Test
  void aSecretIsCutWhateverItIsWrittenIn() {
    SecretTraces traces = of("open sesame");

    assertThat(traces.cutFrom("not open sesame, no")).isEqualTo("not *, no");
    assertThat(traces.cutFrom("OPEN SESAME")).isEqualTo("*");
    assertThat(traces.cutFrom("emases nepo!")).isEqualTo("*!");
    assertThat(traces.cutFrom("6f70656e20736573616d65")).isEqualTo("*");
    assertThat(traces.cutFrom("<6F 70 65 6E 20 73 65 73 61 6D 65>")).isEqualTo("<*>");
    assertThat(traces.cutFrom("b3BlbiBzZXNhbWU=")).startsWith("*").doesNotContain("Blbi");
    assertThat(traces.cutFrom("bWU6b3BlbiBzZXNhbWU=")).doesNotContain("BlbiBzZXN");
  }

  @Test
  void aPieceOfALongSecretIsCutToo() {
    SecretTraces traces = of("a token of some length");

    assertThat(traces.cutFrom("expired: a token of s…")).isEqualTo("expired: *…");
    assertThat(traces.cutFrom("expired:token of s.")).isEqualTo("expired:*.");
    // It was cut short in the middle of what makes it known.
    assertThat(traces.cutFrom("expired: a tok")).isEqualTo("expired: *");
    assertThat(traces.cutFrom("expired: a to be")).isEqualTo("expired: a to be");
  }

  @Test
  void aShortSecretIsNotLookedFor() {
    assertThat(of("abc").isNone()).isTrue();
    assertThat(of("").isNone()).isTrue();
    assertThat(of("abcd").cutFrom("xabcdx")).isEqualTo("x*x");
  }

  @Test
  void whatIsSaidOpenlyIsNoTrace() {
    SecretTraces traces = of("10008", "1.2.840.10008.1.1");

    assertThat(traces.cutFrom("1.2.840.10008.1.2")).isEqualTo("1.2.840.10008.1.2");
    assertThat(traces.cutFrom("80001")).isEqualTo("*");
  }

  @Test
  void aWordOfASentenceIsCutInQuotationMarksAlone() {
    SecretTraces traces = of("message");

    assertThat(traces.cutFromSentence("a message that held \"message 3\""))
        .isEqualTo("a message that held \"* 3\"");
    assertThat(traces.cutFromSentence("it held 6D 65 73 73 61 67 65 20")).isEqualTo("it held * 20");
  }

  @Test
  void charactersBeyondAsciiAreCutAsPeersShowThem() {
    SecretTraces traces = of("größe!");

    assertThat(traces.cutFrom("no größe! here")).isEqualTo("no * here");
    String latin1 = new String(bytes("größe!"), StandardCharsets.ISO_8859_1);
    assertThat(traces.cutFrom(latin1)).isEqualTo("*");
  }

  @Test
  void theBeginningOfATraceIsKnownAtTheEnd() {
    SecretTraces traces = of("Xq7-Vw9_");

    assertThat(traces.begunAtEndOf(bytes("no Xq7-"), 1)).isEqualTo(4);
    assertThat(traces.begunAtEndOf(bytes("no Xq7-Vw9"), 4)).isEqualTo(4);
    assertThat(traces.begunAtEndOf(bytes("no Xq"), 4)).isZero();
    assertThat(traces.begunAtEndOf(bytes("no Xq"), 1)).isEqualTo(2);
    assertThat(traces.begunAtEndOf(bytes("nothing."), 1)).isZero();
    assertThat(traces.begunAtEndOf(new byte[0], 1)).isZero();
  }

  @Test
  void asInUrlsAndInUtf16() {
    SecretTraces traces = of("a!b?c&d$é");

    assertThat(traces.cutFrom("u=a%21b%3Fc%26d%24%C3%A9&v")).isEqualTo("u=*&v");
    assertThat(traces.cutFrom("u=%61%21%62%3f%63%26%64")).isEqualTo("u=*");
    assertThat(traces.cutFrom("1 a\0!\0b\0?\0c\0&\0d\0$\0é\0 2")).isEqualTo("1 * 2");
    assertThat(traces.cutFrom("1 \0a\0!\0b\0?\0c\0&\0d\0$\0é 2")).isEqualTo("1 * 2");
  }

  @Test
  void bytesKeepTheirNumber() {
    assertThat(of("open").masked(bytes("1 open 2"))).isEqualTo(bytes("1 **** 2"));
    // A sign bit is none.
    assertThat(
            SecretTraces.of(new byte[] {-1, -2, -3, -4}, List.of())
                .masked(new byte[] {-1, -2, -3, -4, 5}))
        .isEqualTo(bytes("****\u0005"));
  }
}
