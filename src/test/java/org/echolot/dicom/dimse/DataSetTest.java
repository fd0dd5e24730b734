package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.echolot.dicom.dimse.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static org.echolot.dicom.dimse.TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;

import java.util.List;
import org.echolot.dicom.pdu.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {

  static List<DataSetFixtures.Fixture> fixtures() {
    return DataSetFixtures.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatIsReadIsWrittenAsItCame(DataSetFixtures.Fixture fixture) throws Exception {
    assertThat(DataSet.decode(fixture.bytes(), fixture.syntax())).isEqualTo(fixture.dataSet());
    assertThat(fixture.dataSet().encode(fixture.syntax())).isEqualTo(fixture.bytes());
  }

  @Test
  void sequencesAndItemsMayEndWithADelimiter() throws Exception {
    DataSet nested = DataSetFixtures.nested();

    assertThat(DataSet.decode(DataSetFixtures.UNDEFINED_EXPLICIT, EXPLICIT_VR_LITTLE_ENDIAN))
        .isEqualTo(nested);
    assertThat(DataSet.decode(DataSetFixtures.UNDEFINED_IMPLICIT, IMPLICIT_VR_LITTLE_ENDIAN))
        .isEqualTo(DataSetFixtures.withoutVr(nested));
  }

  @Test
  void aSequenceOfDefinedLengthInImplicitVrIsAValueWhoseItemsCanBeRead() throws Exception {
    DataSet nested = DataSetFixtures.withoutVr(DataSetFixtures.nested());
    DataSet read =
        DataSet.decode(nested.encode(IMPLICIT_VR_LITTLE_ENDIAN), IMPLICIT_VR_LITTLE_ENDIAN);

    DataElement element = read.find(DataSetFixtures.REFERENCED_STUDY).orElseThrow();
    assertThat(element).isInstanceOf(DataElement.Value.class);
    assertThat(
            DataSet.decodeItems(((DataElement.Value) element).bytes(), IMPLICIT_VR_LITTLE_ENDIAN))
        .isEqualTo(((DataElement.Sequence) nested.elements().getFirst()).items());
  }

  @Test
  void whatHasVrUnAndAnUndefinedLengthIsInImplicitVr() throws Exception {
    Octets bytes =
        Octets.parseHex(
            "09 00 10 10 55 4E 00 00 FF FF FF FF"
                + "FE FF 00 E0 0A 00 00 00 09 00 11 10 02 00 00 00 41 42"
                + "FE FF DD E0 00 00 00 00");

    assertThat(DataSet.decode(bytes, EXPLICIT_VR_LITTLE_ENDIAN).elements())
        .containsExactly(
            new DataElement.Sequence(
                0x0009_1010,
                List.of(
                    new DataSet(
                        List.of(
                            new DataElement.Value(0x0009_1011, null, Octets.parseHex("41 42")))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OB", "OD", "OF", "OL", "OV", "OW", "SV", "UC", "UN", "UR", "UT", "UV", "ZZ"})
  void theLengthOfMostLongAndOfAllUnknownVrsHas32Bits(String vr) throws Exception {
    DataSet dataSet =
        new DataSet(
            List.of(
                new DataElement.Value(
                    0x0009_1010, new ValueRepresentation(vr), Octets.of(new byte[70_000]))));
    Octets bytes = dataSet.encode(EXPLICIT_VR_LITTLE_ENDIAN);

    assertThat(bytes.length()).isEqualTo(12 + 70_000);
    assertThat(DataSet.decode(bytes, EXPLICIT_VR_LITTLE_ENDIAN)).isEqualTo(dataSet);
  }

  @Test
  void oddLengthsAndTagsInAnyOrderAreTolerated() throws Exception {
    Octets bytes = Octets.parseHex("10 00 10 00 50 4E 01 00 41 08 00 52 00 43 53 01 00 42");

    DataSet read = DataSet.decode(bytes, EXPLICIT_VR_LITTLE_ENDIAN);

    assertThat(read.text(DataSetFixtures.PATIENT_NAME)).contains("A");
    assertThat(read.text(DataSetFixtures.QUERY_LEVEL)).contains("B");
    assertThat(read.encode(EXPLICIT_VR_LITTLE_ENDIAN)).isEqualTo(bytes);
  }

  @Test
  void paddingIsNoPartOfAText() throws Exception {
    DataSet read = DataSet.decode(DataSetFixtures.all().get(1).bytes(), EXPLICIT_VR_LITTLE_ENDIAN);

    assertThat(read.text(DataSetFixtures.PATIENT_NAME)).contains("DOE^J");
    assertThat(read.text(DataSetFixtures.STUDY_UID)).contains("");
    assertThat(read.text(0x0099_0099)).isEmpty();
  }

  @Test
  void whatDoesNotFitTheWireIsNotWritten() {
    DataElement.Value noVr = new DataElement.Value(1, null, Octets.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet(List.of(noVr)).encode(EXPLICIT_VR_LITTLE_ENDIAN));
    DataSet tooLong =
        new DataSet.Builder().text(1, ValueRepresentation.UI, "1".repeat(65_536)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tooLong.encode(EXPLICIT_VR_LITTLE_ENDIAN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet.Builder().text(1, ValueRepresentation.UI, "\u0100"));
    assertThatIllegalArgumentException().isThrownBy(() -> new ValueRepresentation("u1"));
  }

  @Test
  void aTransferSyntaxIsFoundByItsUid() {
    assertThat(TransferSyntax.ofUid("1.2.840.10008.1.2.1")).contains(EXPLICIT_VR_LITTLE_ENDIAN);
    assertThat(TransferSyntax.ofUid("1.2.840.10008.1.2.2")).isEmpty();
  }
}
