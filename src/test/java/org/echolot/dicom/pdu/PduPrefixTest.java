package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.echolot.dicom.pdu.LengthFields.LengthField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture cut short. */
class PduPrefixTest {

  static List<PduFixtures.Fixture> fixtures() {
    return PduFixtures.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyStrictPrefixIsAFaultInTheHeader(PduFixtures.Fixture fixture) {
    for (int length = 0; length < fixture.bytes().length(); length++) {
      Octets prefix = fixture.bytes().slice(0, length);
      long offset = length < PduHeader.LENGTH ? 0 : 2;
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.decode(prefix))
          .satisfies(fault -> assertThat(fault.offset()).isEqualTo(offset));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aPrefixWithItsLengthSetRightCanBeReadOnlyWhereAnItemEnds(PduFixtures.Fixture fixture) {
    Octets whole = fixture.bytes();
    List<Integer> readable =
        IntStream.range(PduHeader.LENGTH, whole.length())
            .filter(length -> Readings.read(withLengthSetRight(whole.slice(0, length))).isPresent())
            .boxed()
            .toList();
    assertThat(readable).isEqualTo(endsOfItems(whole));
  }

  private static Octets withLengthSetRight(Octets prefix) {
    return Hex.withNumber(prefix, 2, 4, prefix.length() - PduHeader.LENGTH);
  }

  /** Where a top-level item or PDV ends, and where the fixed fields do, but for the whole PDU. */
  private static List<Integer> endsOfItems(Octets whole) {
    List<Integer> ends =
        LengthFields.of(whole).stream()
            .filter(field -> field.inside().size() == 1)
            .map(LengthField::end)
            .collect(Collectors.toList());
    if (whole.unsignedAt(0) <= 2) {
      ends.addFirst(Wire.FIRST_ITEM);
    }
    ends.remove(Integer.valueOf(whole.length()));
    return ends;
  }
}
