package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random PDUs and random damage. The seeds are fixed but for the last, which is new in each run and
 * is the name of the test that fails.
 */
class RandomPdusTest {

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsWrittenIsReadAsTheSame(long seed) throws Exception {
    RandomPdus pdus = new RandomPdus(new Random(seed));
    for (int i = 0; i < 100; i++) {
      Pdu pdu = pdus.next();
      Octets bytes = PduEncoder.encode(pdu);
      Pdu read = PduDecoder.decode(bytes).pdu();
      assertThat(read).isEqualTo(pdu);
      assertThat(PduEncoder.encode(read)).isEqualTo(bytes);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aDamagedPduIsAFaultOrAPduAndNothingWorse(long seed) {
    Random random = new Random(seed);
    RandomPdus pdus = new RandomPdus(random);
    for (int i = 0; i < 50; i++) {
      Octets bytes = PduEncoder.encode(pdus.next());
      for (int j = 0; j < 10; j++) {
        Readings.read(damaged(bytes, random));
      }
    }
    for (PduFixtures.Fixture fixture : PduFixtures.all()) {
      for (int j = 0; j < 100; j++) {
        Readings.read(damaged(fixture.bytes(), random));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomItemsAreAFaultOrAPduAndNothingWorse(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Octets items = randomItems(random, 3);
      Readings.read(Wire.rq(items));
      Readings.read(Wire.ac(items));
      Readings.read(Wire.pdu(4, items));
    }
  }

  /** One to four bytes changed, or a run taken out, moved up or doubled. */
  private static Octets damaged(Octets bytes, RandomGenerator random) {
    byte[] changed = bytes.toByteArray();
    if (random.nextInt(4) == 0) {
      int from = random.nextInt(changed.length);
      int to = random.nextInt(from, changed.length);
      Octets tail = Octets.copyOf(changed, random.nextBoolean() ? to : from, changed.length);
      Octets head = Octets.copyOf(changed, 0, random.nextBoolean() ? to : from);
      Octets spliced = Wire.join(head, tail);
      return spliced.length() < PduHeader.LENGTH
          ? spliced
          : Hex.withNumber(spliced, 2, 4, spliced.length() - PduHeader.LENGTH);
    }
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(0x100);
    }
    return Octets.of(changed);
  }

  /** Items of known types with contents that may be items of known types again. */
  private static Octets randomItems(RandomGenerator random, int depth) {
    int[] types = {
      0x10, 0x20, 0x21, 0x30, 0x40, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A
    };
    Octets[] items = new Octets[random.nextInt(4)];
    Arrays.setAll(
        items,
        _ -> {
          byte[] prefix = new byte[random.nextInt(7)];
          random.nextBytes(prefix);
          Octets content =
              depth > 0 && random.nextBoolean()
                  ? Wire.join(
                      Octets.copyOf(prefix, 0, Math.min(4, prefix.length)),
                      randomItems(random, depth - 1))
                  : Octets.of(prefix);
          return Wire.item(types[random.nextInt(types.length)], content);
        });
    return Wire.join(items);
  }
}
