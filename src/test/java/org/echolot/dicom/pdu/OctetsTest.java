package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OctetsTest {

  @Test
  void nobodyCanChangeAByteBehindItsBack() {
    byte[] given = {1, 2};
    Octets octets = Octets.of(given);
    given[0] = 9;
    octets.toByteArray()[1] = 9;
    assertThat(octets).isEqualTo(Octets.parseHex("0102"));
    assertThat(octets).hasSameHashCodeAs(Octets.parseHex("01 02"));
    assertThat(octets).isNotEqualTo(Octets.parseHex("01 03")).isNotEqualTo(Octets.EMPTY);
  }

  @Test
  void bytesAreUnsignedAndNoneIsLostAsACharacter() {
    Octets octets = Octets.parseHex("00 7F 80 FF");
    assertThat(octets.unsignedAt(2)).isEqualTo(128);
    assertThat(octets.toLatin1()).isEqualTo("\0\u007F\u0080\u00FF");
  }

  @Test
  void hexIsReadWithAnyWhiteSpaceAndWrittenWithBlanks() {
    assertThat(Octets.parseHex(" 0a\n1F\t00 ").toHex()).isEqualTo("0A 1F 00");
    assertThat(Octets.parseHex("")).isEqualTo(Octets.EMPTY);
    assertThat(Octets.EMPTY.toHex()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Octets.parseHex("0A 1"));
    assertThatIllegalArgumentException().isThrownBy(() -> Octets.parseHex("0G"));
  }

  @Test
  void aSliceReachesNothingOutside() {
    Octets octets = Octets.parseHex("01 02 03");
    assertThat(octets.slice(1, 3)).isEqualTo(Octets.parseHex("02 03"));
    assertThat(octets.slice(3, 3)).isEqualTo(Octets.EMPTY);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> octets.slice(1, 4));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> octets.slice(2, 1));
  }

  @Test
  void itsTextIsNeverMoreThanALine() {
    assertThat(Octets.EMPTY.toString()).isEqualTo("0 bytes");
    assertThat(Octets.parseHex("0A").toString()).isEqualTo("1 bytes: 0A");
    assertThat(Wire.zeros(1 << 20).toString()).hasSizeLessThan(130).endsWith("00 …");
  }
}
