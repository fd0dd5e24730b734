package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.echolot.dicom.dimse.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static org.echolot.dicom.dimse.TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.echolot.dicom.pdu.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a data set can't be read, and what is said of it. */
class MalformedDataSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I | 10                            | 00000000 | 0 | tag needs 4 bytes, but 1 | 7.1",
        "I | 10 00 10 00 02 00 00          | 00100010 | 4 | length needs 4 bytes, but 3 | 7.1",
        "I | 10 00 10 00 02 00 00 00 41    | 00100010 | 8 | held 2 (00000002H), but 1 bytes | 7.1",
        "I | 10 00 10 00 FE FF FF FF 41    | 00100010 | 8 | held 4294967294 | 7.1",
        "I | FE FF 00 E0 00 00 00 00       | FFFEE000 | 0 | stands where an element should | 7.5",
        "I | FE FF 0D E0 00 00 00 00       | FFFEE00D | 0 | stands where an element should | 7.5",
        "I | 08 00 10 11 FF FF FF FF       | FFFEE0DD | 8 | is missing | 7.5",
        "I | 08 00 10 11 FF FF FF FF 41 00 41 00 00 00 00 00 | 00410041 | 8 | where an item | 7.5",
        "I | 08 00 10 11 FF FF FF FF FE FF 0D E0 00 00 00 00 | FFFEE00D | 8 | where an item | 7.5",
        "I | 08 00 10 11 FF FF FF FF FE FF DD E0 01 00 00 00 | FFFEE0DD | 12 | must be 0 | 7.5",
        "I | 08 00 10 11 FF FF FF FF FE FF 00 E0 01 00 00 00 | FFFEE000 | 16 | held 1 | 7.1",
        "I | 08 00 10 11 FF FF FF FF FE FF 00 E0 FF FF FF FF | FFFEE00D | 16 | is missing | 7.5",
        "I | 08 00 10 11 FF FF FF FF FE FF 00 E0 FF FF FF FF FE FF DD E0 00 00 00 00"
            + " | FFFEE0DD | 16 | stands where an element should | 7.5",
        "I | 08 00 10 11 FF FF FF FF FE FF 00 E0 FF FF FF FF FE FF 0D E0 02 00 00 00"
            + " | FFFEE00D | 20 | length held 2 | 7.5",
        "E | 10 00 10 00 50                | 00100010 | 4 | VR needs 2 bytes, but 1 | 7.1.2",
        "E | 10 00 10 00 00 06 00 00       | 00100010 | 4 | VR held 00 06 | 6.2",
        "E | 10 00 10 00 50 6E 00 00       | 00100010 | 4 | no two capital letters | 6.2",
        "E | 10 00 10 00 50 4E 01          | 00100010 | 6 | length needs 2 bytes, but 1 | 7.1.2",
        "E | 10 00 10 00 50 4E 01 00       | 00100010 | 8 | held 1 (00000001H), but 0 | 7.1",
        "E | 10 00 10 00 4F 42 00          | 00100010 | 6 | reserved field needs 2 | 7.1.2",
        "E | 10 00 10 00 4F 42 00 00 01 00 | 00100010 | 8 | length needs 4 bytes, but 2 | 7.1",
        "E | E0 7F 10 00 4F 42 00 00 FF FF FF FF | 7FE00010 | 8 | undefined length, and VR OB"
            + " | 7.1.2",
        "E | 08 00 10 11 53 51 00 00 08 00 00 00 FE FF 00 E0 01 00 00 00"
            + " | FFFEE000 | 20 | held 1 (00000001H), but 0 | 7.1",
        "E | 08 00 10 11 53 51 00 00 02 00 00 00 FE FF | 00000000 | 12 | tag needs 4 | 7.1",
      })
  void theFaultNamesTagByteValueAndSection(
      char syntax, String hex, String tag, int offset, String held, String section) {
    MalformedDataSetException fault =
        fault(
            Octets.parseHex(hex),
            syntax == 'I' ? IMPLICIT_VR_LITTLE_ENDIAN : EXPLICIT_VR_LITTLE_ENDIAN);

    assertThat(fault.tag()).isEqualTo(Integer.parseUnsignedInt(tag, 16));
    assertThat(fault.offset()).isEqualTo(offset);
    assertThat(fault.held()).contains(held);
    assertThat(fault.section()).isEqualTo("PS3.5 " + section);
    assertThat(fault.description()).contains("byte " + offset, held, "PS3.5 " + section);
  }

  private static MalformedDataSetException fault(Octets bytes, TransferSyntax syntax) {
    MalformedDataSetException fault =
        catchThrowableOfType(MalformedDataSetException.class, () -> DataSet.decode(bytes, syntax));
    assertThat(fault).isNotNull();
    return fault;
  }

  @Test
  void aPrefixCanBeReadOnlyWhereAnElementEnds() {
    assertThat(readablePrefixes(DataSetFixtures.all().get(1).bytes(), EXPLICIT_VR_LITTLE_ENDIAN))
        .containsExactly(0, 14, 28);
    assertThat(readablePrefixes(DataSetFixtures.all().get(2).bytes(), IMPLICIT_VR_LITTLE_ENDIAN))
        .containsExactly(0, 14, 28);
    assertThat(readablePrefixes(DataSetFixtures.all().get(3).bytes(), EXPLICIT_VR_LITTLE_ENDIAN))
        .containsExactly(0, 40);
    assertThat(readablePrefixes(DataSetFixtures.UNDEFINED_EXPLICIT, EXPLICIT_VR_LITTLE_ENDIAN))
        .containsExactly(0, 56);
    assertThat(readablePrefixes(DataSetFixtures.UNDEFINED_IMPLICIT, IMPLICIT_VR_LITTLE_ENDIAN))
        .containsExactly(0, 52);
  }

  private static List<Integer> readablePrefixes(Octets bytes, TransferSyntax syntax) {
    List<Integer> readable = new ArrayList<>();
    for (int length = 0; length < bytes.length(); length++) {
      if (read(bytes.slice(0, length), syntax).isPresent()) {
        readable.add(length);
      }
    }
    return readable;
  }

  // Bounds

  @Test
  void moreBytesElementsOrDepthThanAreLookedAtAreAFault() throws Exception {
    assertThat(
            fault(Octets.of(new byte[DataSetWalk.MAX_LENGTH + 1]), IMPLICIT_VR_LITTLE_ENDIAN)
                .offset())
        .isEqualTo(DataSetWalk.MAX_LENGTH);

    Octets most = Octets.of(new byte[8 * DataSetWalk.MAX_ELEMENTS]);
    assertThat(DataSet.decode(most, IMPLICIT_VR_LITTLE_ENDIAN).elements())
        .hasSize(DataSetWalk.MAX_ELEMENTS);
    Octets oneMore = Octets.of(new byte[8 * DataSetWalk.MAX_ELEMENTS + 8]);
    assertThat(fault(oneMore, IMPLICIT_VR_LITTLE_ENDIAN).offset()).isEqualTo(most.length());

    assertThat(read(deep(DataSetWalk.MAX_DEPTH), EXPLICIT_VR_LITTLE_ENDIAN)).isPresent();
    assertThat(fault(deep(DataSetWalk.MAX_DEPTH + 1), EXPLICIT_VR_LITTLE_ENDIAN).held())
        .contains("more than the 16");
    Octets bottomless =
        Octets.parseHex("08 00 10 11 FF FF FF FF FE FF 00 E0 FF FF FF FF".repeat(60_000));
    assertThat(fault(bottomless, IMPLICIT_VR_LITTLE_ENDIAN).offset())
        .isEqualTo(16 * DataSetWalk.MAX_DEPTH);
  }

  private static Octets deep(int depth) {
    DataSet dataSet = new DataSet(List.of());
    for (int i = 0; i < depth; i++) {
      dataSet = new DataSet.Builder().sequence(DataSetFixtures.REFERENCED_STUDY, dataSet).build();
    }
    return dataSet.encode(EXPLICIT_VR_LITTLE_ENDIAN);
  }

  // Fuzz: the last seed is new in each run, and is the name of the test that fails.

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 10), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedDataSetIsAFaultOrADataSetAndNothingWorse(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      for (TransferSyntax syntax : TransferSyntax.values()) {
        Octets whole = random(random, 3).encode(syntax);
        assertThat(read(whole, syntax)).isPresent();
        byte[] damaged = whole.toByteArray();
        for (int j = random.nextInt(1, 4); j > 0 && damaged.length > 0; j--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(0x100);
        }
        Optional<DataSet> _ = read(Octets.of(damaged), syntax);
        byte[] rubbish = new byte[random.nextInt(64)];
        random.nextBytes(rubbish);
        Optional<DataSet> _ = read(Octets.of(rubbish), syntax);
      }
      Optional<DataSet> _ =
          read(damaged(DataSetFixtures.UNDEFINED_EXPLICIT, random), EXPLICIT_VR_LITTLE_ENDIAN);
      Optional<DataSet> _ =
          read(damaged(DataSetFixtures.UNDEFINED_IMPLICIT, random), IMPLICIT_VR_LITTLE_ENDIAN);
    }
  }

  private static Octets damaged(Octets bytes, Random random) {
    byte[] changed = bytes.toByteArray();
    changed[random.nextInt(changed.length)] = (byte) random.nextInt(0x100);
    return Octets.of(changed);
  }

  private static DataSet random(Random random, int depth) {
    List<DataElement> elements = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int tag = random.nextInt(0x10, 0x7FE0) << 16 | random.nextInt(0x1_0000);
      if (depth > 0 && random.nextInt(3) == 0) {
        List<DataSet> items = new ArrayList<>();
        for (int j = random.nextInt(3); j > 0; j--) {
          items.add(random(random, depth - 1));
        }
        elements.add(new DataElement.Sequence(tag, items));
      } else {
        byte[] value = new byte[random.nextInt(20)];
        random.nextBytes(value);
        String vr = List.of("PN", "UI", "OB", "UN", "US").get(random.nextInt(5));
        elements.add(new DataElement.Value(tag, new ValueRepresentation(vr), Octets.of(value)));
      }
    }
    return new DataSet(elements);
  }

  /** Any exception but the one that is declared gets out; what is read is written as the same. */
  private static Optional<DataSet> read(Octets bytes, TransferSyntax syntax) {
    DataSet read;
    try {
      read = DataSet.decode(bytes, syntax);
    } catch (MalformedDataSetException fault) {
      assertThat(fault.offset()).isBetween(0, bytes.length());
      assertThat(fault.held()).isNotBlank();
      return Optional.empty();
    }
    if (syntax == EXPLICIT_VR_LITTLE_ENDIAN && !holdsUnknown(read)) {
      try {
        assertThat(DataSet.decode(read.encode(syntax), syntax)).isEqualTo(read);
      } catch (MalformedDataSetException fault) {
        throw new AssertionError("can't be read again: " + bytes.toHex(), fault);
      }
    }
    return Optional.of(read);
  }

  /** Whether a part of it came in Implicit VR, inside of VR UN. */
  private static boolean holdsUnknown(DataSet dataSet) {
    return dataSet.elements().stream()
        .anyMatch(
            element ->
                switch (element) {
                  case DataElement.Value value -> value.vr() == null;
                  case DataElement.Sequence sequence ->
                      sequence.items().stream().anyMatch(MalformedDataSetTest::holdsUnknown);
                });
  }
}
