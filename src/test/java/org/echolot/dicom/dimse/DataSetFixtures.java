package org.echolot.dicom.dimse;

import static org.echolot.dicom.dimse.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static org.echolot.dicom.dimse.TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;

import java.util.List;
import org.echolot.dicom.pdu.Octets;

/** Data sets in hex with what they mean, to be read and written. */
final class DataSetFixtures {

  static final int QUERY_LEVEL = 0x0008_0052;
  static final int REFERENCED_STUDY = 0x0008_1110;
  static final int REFERENCED_INSTANCE = 0x0008_1155;
  static final int PATIENT_NAME = 0x0010_0010;
  static final int STUDY_UID = 0x0020_000D;

  /** What a data set is in bytes, as we would write it ourselves. */
  record Fixture(String name, TransferSyntax syntax, Octets bytes, DataSet dataSet) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final String CS = "CS";
  private static final String PN = "PN";

  /** The identifier of a C-FIND at study level. */
  private static final DataSet IDENTIFIER =
      new DataSet.Builder()
          .empty(STUDY_UID, ValueRepresentation.UI)
          .text(PATIENT_NAME, new ValueRepresentation(PN), "DOE^J")
          .text(QUERY_LEVEL, new ValueRepresentation(CS), "STUDY")
          .build();

  private static final DataSet NESTED =
      new DataSet.Builder()
          .sequence(
              REFERENCED_STUDY,
              new DataSet.Builder()
                  .text(REFERENCED_INSTANCE, ValueRepresentation.UI, "1.2")
                  .build(),
              new DataSet(List.of()))
          .text(0x0010_4000, new ValueRepresentation("UT"), "ab")
          .build();

  static List<Fixture> all() {
    return List.of(
        new Fixture("nothing", IMPLICIT_VR_LITTLE_ENDIAN, Octets.EMPTY, new DataSet(List.of())),
        new Fixture(
            "identifier, explicit",
            EXPLICIT_VR_LITTLE_ENDIAN,
            Octets.parseHex(
                "08 00 52 00 43 53 06 00 53 54 55 44 59 20"
                    + "10 00 10 00 50 4E 06 00 44 4F 45 5E 4A 20"
                    + "20 00 0D 00 55 49 00 00"),
            IDENTIFIER),
        new Fixture(
            "identifier, implicit",
            IMPLICIT_VR_LITTLE_ENDIAN,
            Octets.parseHex(
                "08 00 52 00 06 00 00 00 53 54 55 44 59 20"
                    + "10 00 10 00 06 00 00 00 44 4F 45 5E 4A 20"
                    + "20 00 0D 00 00 00 00 00"),
            withoutVr(IDENTIFIER)),
        new Fixture(
            "sequence, explicit",
            EXPLICIT_VR_LITTLE_ENDIAN,
            Octets.parseHex(
                "08 00 10 11 53 51 00 00 1C 00 00 00"
                    + "FE FF 00 E0 0C 00 00 00 08 00 55 11 55 49 04 00 31 2E 32 00"
                    + "FE FF 00 E0 00 00 00 00"
                    + "10 00 00 40 55 54 00 00 02 00 00 00 61 62"),
            NESTED));
  }

  static DataSet withoutVr(DataSet dataSet) {
    return new DataSet(
        dataSet.elements().stream()
            .<DataElement>map(
                element ->
                    switch (element) {
                      case DataElement.Value value ->
                          new DataElement.Value(value.tag(), null, value.bytes());
                      case DataElement.Sequence sequence ->
                          new DataElement.Sequence(
                              sequence.tag(),
                              sequence.items().stream().map(DataSetFixtures::withoutVr).toList());
                    })
            .toList());
  }

  /** {@link #NESTED} with undefined lengths, in both syntaxes. */
  static final Octets UNDEFINED_EXPLICIT =
      Octets.parseHex(
          "08 00 10 11 53 51 00 00 FF FF FF FF"
              + "FE FF 00 E0 FF FF FF FF 08 00 55 11 55 49 04 00 31 2E 32 00"
              + "FE FF 0D E0 00 00 00 00"
              + "FE FF 00 E0 00 00 00 00"
              + "FE FF DD E0 00 00 00 00"
              + "10 00 00 40 55 54 00 00 02 00 00 00 61 62");

  static final Octets UNDEFINED_IMPLICIT =
      Octets.parseHex(
          "08 00 10 11 FF FF FF FF"
              + "FE FF 00 E0 FF FF FF FF 08 00 55 11 04 00 00 00 31 2E 32 00"
              + "FE FF 0D E0 00 00 00 00"
              + "FE FF 00 E0 00 00 00 00"
              + "FE FF DD E0 00 00 00 00"
              + "10 00 00 40 02 00 00 00 61 62");

  static DataSet nested() {
    return NESTED;
  }

  private DataSetFixtures() {}
}
