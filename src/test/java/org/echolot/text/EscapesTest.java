package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EscapesTest {

  @Test
  void whatHasNoLookOfItsOwnIsEscaped() {
    assertThat(Escapes.oneLine("a\u001B[2J\r\n\u202E")).isEqualTo("a\\x1B[2J\\x0D\\x0A\\u202E");
    assertThat(Escapes.oneLine("x\uDB40\uDC41y")).isEqualTo("x\\u{E0041}y");
    assertThat(Escapes.oneLine("half \uD83D, half \uDE00")).isEqualTo("half \\uD83D, half \\uDE00");
  }

  @Test
  void textIsLeftAsItIs() {
    String text = "Größe 大 \uD83D\uDE00 é";

    assertThat(Escapes.oneLine(text)).isEqualTo(text);
    assertThat(Escapes.inJson(text)).isEqualTo(text);
  }

  @Test
  void jsonHasTwoEscapesForWhatIsBeyondTheFirstPlane() {
    assertThat(Escapes.inJson("\"\uDB40\uDC41\"")).isEqualTo("\"\\uDB40\\uDC41\"");
    assertThat(Escapes.inJson("\"\u202E\n\"")).isEqualTo("\"\\u202E\n\"");
  }

  @Test
  void noFormatCharacterOfAnyPlanePasses() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) == Character.FORMAT)
        .forEach(
            c ->
                assertThat(Escapes.oneLine(Character.toString(c)))
                    .as("U+%X", c)
                    .matches("[\\x20-\\x7E]+"));
  }
}
