package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AeTitleTest {

  @ParameterizedTest
  @ValueSource(strings = {"A", "SIXTEEN_CHARS_16", "with blank", "!\"#$%&'()*+,-./", "~", "a^b|c"})
  void everyPrintableCharacterButABackslashMayBeSent(String title) {
    assertThat(AeTitle.faultOf(title)).isNull();
    assertThat(new AeTitle(title).value()).isEqualTo(title);
  }

  @Test
  void blanksAroundItAreNotSignificant() {
    assertThat(new AeTitle("   SIXTEEN_CHARS_16  ")).isEqualTo(new AeTitle("SIXTEEN_CHARS_16"));
    assertThat(new AeTitle(" A ").toString()).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                  | An AE title is needed.",
        "`   `               | An AE title can't be only spaces.",
        "SEVENTEEN_CHARS_X   | An AE title has 16 characters at most; this one has 17.",
        "PACS\\1             | An AE title can't contain a backslash.",
        "PÄCS                | An AE title can only have plain ASCII characters; \"Ä\" (U+00C4) is"
            + " not one.",
        "AB\uD83D\uDE00      | An AE title can only have plain ASCII characters; \"\uD83D\uDE00\""
            + " (U+1F600) is not one.",
        "A\u00A0B            | An AE title can only have plain ASCII characters; \"\u00A0\""
            + " (U+00A0) is not one.",
      })
  void theFaultIsSaidInPlainWords(String title, String fault) {
    assertThat(AeTitle.faultOf(title)).isEqualTo(fault);
    assertThatIllegalArgumentException().isThrownBy(() -> new AeTitle(title)).withMessage(fault);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, '\t', '\n', '\r', 0x1B, 0x7F})
  void theFaultSaysWhereAControlCharacterIs(int c) {
    assertThat(AeTitle.faultOf("AB" + (char) c))
        .isEqualTo("An AE title can't contain control characters (character 3).");
  }

  @Test
  void theFieldIsPaddedWithBlanks() {
    assertThat(new AeTitle("PACS").toField().bytes())
        .isEqualTo(Octets.parseHex("50 41 43 53 20 20 20 20 20 20 20 20 20 20 20 20"));
    assertThat(new AeTitle("SIXTEEN_CHARS_16").toField().text()).isEqualTo("SIXTEEN_CHARS_16");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20 20 50 41 43 53 20 20 20 20 20 20 20 20 20 20 | PACS",
        "50 41 43 53 00 00 00 00 00 00 00 00 00 00 00 00 | PACS",
        "50 41 43 53 20 00 20 00 20 20 20 20 20 20 20 00 | PACS",
        "50 20 53 20 20 20 20 20 20 20 20 20 20 20 20 20 | P S",
      })
  void theSignificantCharactersOfAFieldAreShown(String hex, String text) {
    AeTitleField field = new AeTitleField(Octets.parseHex(hex));
    assertThat(field.text()).isEqualTo(text);
    assertThat(field.toString()).isEqualTo('"' + text + '"');
  }

  @Test
  void aBlankFieldHasNoSignificantCharacters() {
    assertThat(new AeTitleField(Wire.zeros(16)).text()).isEmpty();
    assertThat(new AeTitleField(Wire.filled(16, Wire.ascii(" "))).text()).isEmpty();
  }

  @Test
  void oddBytesOfAFieldAreKept() {
    AeTitleField field =
        new AeTitleField(Octets.parseHex("00 FF 0A 41 00 42 20 20 20 20 20 20 20 20 20 20"));
    assertThat(field.text()).isEqualTo("\0\u00FF\nA\0B");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17})
  void aFieldOfAnotherLengthIsRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AeTitleField(Wire.zeros(length)))
        .withMessage("an AE title field has 16 bytes, not " + length);
  }
}
