package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.LengthFields.LengthField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every length field of every fixture, made to lie. */
class PduLengthFieldTest {

  static List<PduFixtures.Fixture> fixtures() {
    return PduFixtures.all();
  }

  /**
   * The lies that can be read, because what they make of the bytes is allowed:
   *
   * <ul>
   *   <li>With 50H empty, its sub-items are items of types that are not known there, and skipped
   *       (PS3.8 9.3.1).
   *   <li>With 40H of a refused context empty, its four zeros are an empty sub-item of type 0.
   *   <li>The application information of 56H is whatever lies behind its UID (PS3.7 D.3.3.5.1).
   *   <li>What lies behind the related SOP classes of 57H is reserved for later versions of it
   *       (PS3.7 D.3.3.6.1).
   * </ul>
   */
  private static final Map<String, List<String>> READABLE_LIES =
      Map.of(
          "associate rq verification",
          List.of("50H length at byte 151 = 0"),
          "associate rq every item",
          List.of(
              "50H length at byte 240 = 0",
              "SOP class of 56H length at byte 320 = 24",
              "SOP class of 56H length at byte 320 = 26",
              "SOP class of 56H length at byte 320 = 0",
              "related SOP classes length at byte 403 = 0"),
          "associate ac every item",
          List.of(
              "40H length at byte 152 = 0",
              "50H length at byte 160 = 0",
              "SOP class of 56H length at byte 234 = 24",
              "SOP class of 56H length at byte 234 = 26",
              "SOP class of 56H length at byte 234 = 0"));

  @ParameterizedTest
  @MethodSource("fixtures")
  void aLyingLengthIsAFaultAndNothingWorse(PduFixtures.Fixture fixture) {
    List<String> readable = new ArrayList<>();
    for (LengthField field : LengthFields.of(fixture.bytes())) {
      for (long lie : List.of(field.value() - 1, field.value() + 1, 0L, field.max())) {
        if (lie >= 0 && lie != field.value()) {
          Octets bytes = Hex.withNumber(fixture.bytes(), field.offset(), field.width(), lie);
          Readings.read(bytes).ifPresent(read -> readable.add(field + " = " + lie));
        }
      }
    }
    assertThat(readable).isEqualTo(READABLE_LIES.getOrDefault(fixture.name(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatIsCutInsideAndCountedRightIsAFaultOrAPduAndNothingWorse(PduFixtures.Fixture fixture) {
    for (LengthField field : LengthFields.of(fixture.bytes())) {
      for (int cut = field.start(); cut < field.end(); cut++) {
        Readings.read(cut(fixture.bytes(), field, cut));
      }
    }
  }

  @Test
  void theWalkFindsEveryLengthField() {
    assertThat(LengthFields.of(PduFixtures.ASSOCIATE_RQ_EVERY_ITEM.bytes()))
        .extracting(LengthField::name)
        .containsExactly(
            Stream.of(
                    "PDU, 10H, 20H, 30H, 40H, 40H, 41H, 20H, 30H, 40H, 50H, 51H, 52H, 53H",
                    "54H, SOP class of 54H, 55H, 56H, SOP class of 56H, 57H, SOP class",
                    "service class, related SOP classes, related SOP class, related SOP class",
                    "58H, primary field, secondary field, 5AH, 60H")
                .flatMap(names -> Stream.of(names.split(", ")))
                .toArray(String[]::new));
  }

  /** Without the bytes from {@code cut} to the end of {@code field}, every length set right. */
  private static Octets cut(Octets bytes, LengthField field, int cut) {
    int missing = field.end() - cut;
    Octets shorter = Wire.join(bytes.slice(0, cut), bytes.slice(field.end(), bytes.length()));
    for (LengthField outer : field.inside()) {
      shorter = shortened(shorter, outer, missing);
    }
    return shortened(shorter, field, missing);
  }

  private static Octets shortened(Octets bytes, LengthField field, int missing) {
    return Hex.withNumber(bytes, field.offset(), field.width(), field.value() - missing);
  }
}
