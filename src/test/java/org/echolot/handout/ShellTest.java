package org.echolot.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

  @ParameterizedTest
  @EnumSource
  void plainWordsStayAsTheyAre(Shell shell) {
    assertThat(shell.command(List.of("echoscu", "10.1.2.3", "CT_1", "pacs-1.example")))
        .isEqualTo("echoscu 10.1.2.3 CT_1 pacs-1.example");
  }

  @ParameterizedTest
  @EnumSource
  void noWordIsLost(Shell shell) {
    assertThat(shell.word("")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "=ls", "*", "a b", "$HOME", "#x", "a;b", "[::1]", "`id`", "!1"})
  void posixShellTakesNothingForItself(String word) {
    assertThat(Shell.SH.word(word)).isEqualTo("'" + word + "'");
  }

  @Test
  void posixShellGetsAQuoteFromOutsideOfQuotes() {
    assertThat(Shell.SH.word("O'BRIEN")).isEqualTo("'O'\\''BRIEN'");
  }

  /** As CommandLineToArgvW reads it, after cmd.exe has taken its carets away. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A B       | \"A B\"",
        "A&B       | \"A&B\"",
        "C:\\my\\  | \"C:\\my\\\\\"",
        "A\"B      | ^\"A\\^\"B^\"",
        "A\\\"B    | ^\"A\\\\\\^\"B^\"",
        "%PATH%    | ^\"^%PATH^%^\"",
        "a\"&calc  | ^\"a\\^\"^&calc^\"",
        "a=b       | \"a=b\""
      })
  void cmdTakesNothingForItself(String word, String written) {
    assertThat(Shell.CMD.word(word)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$x", "a b", "-Port", "@a", "a;b", "a,b", "[::1]", "a\"b"})
  void powershellTakesNothingForItself(String word) {
    assertThat(Shell.POWERSHELL.word(word)).isEqualTo("'" + word + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\u2018", "\u2019", "\u201A", "\u201B"})
  void powershellGetsEachOfItsSingleQuotesTwice(String quote) {
    assertThat(Shell.POWERSHELL.word("a" + quote + "b")).isEqualTo("'a" + quote + quote + "b'");
  }
}
