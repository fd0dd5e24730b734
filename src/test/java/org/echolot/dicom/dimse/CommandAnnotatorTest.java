package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.echolot.dicom.pdu.FieldSpan;
import org.echolot.dicom.pdu.FieldSpan.Kind;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandAnnotatorTest {

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
  }

  @Test
  void eachElementHasItsNameAndWhatItsNumberStandsFor() {
    assertThat(told(new CEchoRq(7).toCommandSet().encode()))
        .containsExactly(
            "(0000,0000) Command Group Length: length 4",
            "Command Group Length: 56",
            "(0000,0002) Affected SOP Class UID: length 18",
            "Affected SOP Class UID: 1.2.840.10008.1.1 (Verification)",
            "(0000,0100) Command Field: length 2",
            "Command Field: 0030H (C-ECHO-RQ)",
            "(0000,0110) Message ID: length 2",
            "Message ID: 7",
            "(0000,0800) Command Data Set Type: length 2",
            "Command Data Set Type: 0101H (no data set)");
  }

  @Test
  void anElementThatPs37DoesNotNameIsShownByItsTag() {
    assertThat(told(Octets.parseHex("09 00 10 00 02 00 00 00 41 42")))
        .containsExactly("(0009,0010): length 2", "Value: 4241H");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spansCoverEveryByteOnceHoweverItIsCutIntoFragments(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new CEchoRq(random.nextInt(65_536)).toCommandSet().encode().toByteArray();
      for (int j = random.nextInt(3); j > 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      CommandAnnotator annotator = new CommandAnnotator();
      int from = 0;
      while (from < bytes.length) {
        int to = random.nextInt(from, bytes.length) + 1;
        Octets part = Octets.copyOf(bytes, from, to);
        assertCovers(annotator.annotate(Pdv.command(1, to == bytes.length, part), true), part);
        from = to;
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aFaultIsMarkedWhereTheDecoderFindsIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      byte[] damaged = new CEchoRq(1).toCommandSet().encode().toByteArray();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      Octets bytes = Octets.copyOf(damaged, 0, random.nextInt(1, damaged.length + 1));
      List<FieldSpan> spans = new CommandAnnotator().annotate(Pdv.command(1, true, bytes), true);
      assertCovers(spans, bytes);
      List<FieldSpan> faults = spans.stream().filter(s -> s.kind() == Kind.FAULT).toList();
      try {
        CommandSet.decode(bytes);
        assertThat(faults).isEmpty();
      } catch (MalformedCommandException fault) {
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().offset()).isEqualTo(fault.offset());
        assertThat(faults.getFirst().meaning()).isEqualTo(fault.held());
      }
    }
  }

  @Test
  void aCommandSetWithoutEndIsNotKept() {
    CommandAnnotator annotator = new CommandAnnotator();
    Octets part = Octets.of(new byte[16_000]);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<FieldSpan> spans = annotator.annotate(Pdv.command(1, false, part), true);
      assertCovers(spans, part);
      names.add(spans.getFirst().name());
    }
    assertThat(names.subList(4, 6))
        .containsOnly("Command set fragment, longer than any is looked at");
  }

  /** Work is counted in bytes of memory taken. */
  @Test
  void aFragmentCostsNoMoreForThoseThatCameBefore() {
    work(1_000); // so that classes are loaded
    long work = work(15_000);
    assertThat(work(60_000)).isLessThan(8 * work);
  }

  private static long work(int fragments) {
    CommandAnnotator annotator = new CommandAnnotator();
    byte[] bytes = new byte[fragments];
    // One long value, and the elements of no length that zeros are.
    bytes[5] = (byte) (fragments >>> 9);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < fragments; i++) {
      Octets part = Octets.copyOf(bytes, i, i + 1);
      assertThat(annotator.annotate(Pdv.command(1, i == fragments - 1, part), true)).hasSize(1);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void ofACommandSetOnlySoManyElementsAreToldApart() {
    CommandAnnotator annotator = new CommandAnnotator();
    Octets zeros = Octets.of(new byte[16_000]);
    List<FieldSpan> spans = annotator.annotate(Pdv.command(1, false, zeros), true);
    assertCovers(spans, zeros);
    assertThat(spans).hasSize(CommandAnnotator.MAX_ELEMENTS + 1);
    assertThat(spans.getLast().name()).isEqualTo("Command set, more elements than are looked at");
    assertThat(annotator.annotate(Pdv.command(1, true, zeros), true)).hasSize(1);
    // The next command set is looked at again.
    assertThat(
            annotator.annotate(Pdv.command(1, true, new CEchoRq(1).toCommandSet().encode()), true))
        .hasSize(10);
  }

  private static List<String> told(Octets commandSet) {
    return new CommandAnnotator()
        .annotate(Pdv.command(1, true, commandSet), true).stream()
            .map(s -> s.name() + ": " + s.meaning())
            .toList();
  }

  private static void assertCovers(List<FieldSpan> spans, Octets bytes) {
    int at = 0;
    for (FieldSpan span : spans) {
      assertThat(span.offset()).isEqualTo(at);
      at = span.end();
    }
    assertThat(at).isEqualTo(bytes.length());
  }
}
