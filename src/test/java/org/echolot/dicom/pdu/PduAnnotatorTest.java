package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.dicom.pdu.Wire.ac;
import static org.echolot.dicom.pdu.Wire.claimed;
import static org.echolot.dicom.pdu.Wire.hex;
import static org.echolot.dicom.pdu.Wire.item;
import static org.echolot.dicom.pdu.Wire.join;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.FieldSpan.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PduAnnotatorTest {

  private static final PduAnnotator ANNOTATOR =
      new PduAnnotator(
          Integer.MAX_VALUE,
          (fragment, _) ->
              fragment.data().isEmpty()
                  ? List.of()
                  : List.of(
                      new FieldSpan(0, fragment.data().length(), 0, "Data", "", "", Kind.UNREAD)));

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
  }

  static List<PduFixtures.Fixture> fixtures() {
    return PduFixtures.all();
  }

  static Stream<MalformedPduTest.Case> malformed() {
    return Stream.of(
            MalformedPduTest.pData(),
            MalformedPduTest.items(),
            MalformedPduTest.presentationContexts(),
            MalformedPduTest.userItems())
        .flatMap(List::stream);
  }

  @Test
  void eachFieldOfAnAcceptanceHasItsPlaceNameMeaningAndSection() {
    Octets bytes =
        ac(
            Wire.applicationContext(),
            item(0x21, hex("01 00 00 00"), item(0x40, Wire.ascii("1.2.840.10008.1.2"))),
            item(0x50, item(0x51, hex("00 00 40 00")), item(0x55, Wire.ascii("PEER 9"))));

    assertThat(told(bytes))
        .containsExactly(
            "0–0 0 PDU type: 02H A-ASSOCIATE-AC  PS3.8 9.3.1",
            "1–1 0 Reserved:   PS3.8 9.3.1",
            "2–5 0 PDU length: 144  PS3.8 9.3.1",
            "6–7 0 Protocol version: 1  PS3.8 9.3.3",
            "8–9 0 Reserved:   PS3.8 9.3.3",
            "10–25 0 Called AE title: \"PACS\"  PS3.8 9.3.3",
            "26–41 0 Calling AE title: \"ECHOLOT\"  PS3.8 9.3.3",
            "42–73 0 Reserved:   PS3.8 9.3.3",
            "74–77 0 Application context item: type 10H, length 21  PS3.8 9.3.3.1",
            "78–98 1 Application context name: 1.2.840.10008.3.1.1.1 (DICOM Application Context)"
                + "  PS3.8 9.3.3.1",
            "99–102 0 Presentation context item: type 21H, length 25  PS3.8 9.3.3.2",
            "103–103 1 Presentation context ID: 1  PS3.8 9.3.3.2",
            "104–104 1 Reserved:   PS3.8 9.3.3.2",
            "105–105 1 Result: 0 (acceptance)  PS3.8 9.3.3.2",
            "106–106 1 Reserved:   PS3.8 9.3.3.2",
            "107–110 1 Transfer syntax sub-item: type 40H, length 17  PS3.8 9.3.3.2.1",
            "111–127 2 Transfer syntax: 1.2.840.10008.1.2 (Implicit VR Little Endian)"
                + "  PS3.8 9.3.3.2.1",
            "128–131 0 User information item: type 50H, length 18  PS3.8 9.3.3.3",
            "132–135 1 Maximum length sub-item: type 51H, length 4  PS3.8 D.1.1",
            "136–139 2 Maximum length received: 16384  PS3.8 D.1.1",
            "140–143 1 Implementation version name sub-item: type 55H, length 6  PS3.7 D.3.3.2.3",
            "144–149 2 Implementation version name: \"PEER 9\"  PS3.7 D.3.3.2.3");
  }

  @Test
  void theNumbersOfARejectionAndOfAnAbortHaveTheirWords() {
    assertThat(told(hex("03 00 00 00 00 04 00 01 01 07")))
        .endsWith(
            "7–7 0 Result: 1 (rejected-permanent)  PS3.8 9.3.4",
            "8–8 0 Source: 1 (service-user)  PS3.8 9.3.4",
            "9–9 0 Reason/Diag.: 7 (called-AE-title-not-recognized)  PS3.8 9.3.4");
    assertThat(told(hex("07 00 00 00 00 04 00 00 02 06")))
        .endsWith(
            "8–8 0 Source: 2 (service-provider)  PS3.8 9.3.8",
            "9–9 0 Reason/Diag.: 6 (invalid-PDU-parameter value)  PS3.8 9.3.8");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void everyByteOfEveryItemIsAnnotatedOnceAndNothingIsAtFault(PduFixtures.Fixture fixture) {
    List<FieldSpan> spans = ANNOTATOR.annotate(fixture.bytes());

    assertCovers(spans, fixture.bytes());
    assertThat(spans).noneMatch(span -> span.kind() == Kind.FAULT);
    assertThat(spans)
        .filteredOn(span -> !span.name().equals("Data"))
        .allSatisfy(span -> assertThat(span.section()).startsWith("PS3."));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void aFaultIsMarkedWhereTheDecoderFindsIt(MalformedPduTest.Case wrong) {
    List<FieldSpan> spans = ANNOTATOR.annotate(wrong.bytes());

    assertCovers(spans, wrong.bytes());
    FieldSpan fault = fault(spans);
    assertThat(fault.offset()).isEqualTo(wrong.offset());
    assertThat(fault.meaning()).contains(wrong.held());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aPduThatEndsEarlyIsAnnotatedAsFarAsItCame(PduFixtures.Fixture fixture) {
    for (int length = 1; length < fixture.bytes().length(); length++) {
      Octets part = fixture.bytes().slice(0, length);
      List<FieldSpan> spans = ANNOTATOR.annotate(part);
      assertCovers(spans, part);
      assertThat(spans.getLast().kind()).isEqualTo(Kind.FAULT);
      assertThat(spans.getLast().offset()).isEqualTo(length);
      assertThat(spans.getLast().meaning())
          .containsAnyOf(" bytes, but " + length + " were received", "6 bytes, but", "struck out");
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spansCoverEveryByteOnceWhateverComes(long seed) {
    Random random = new Random(seed);
    RandomPdus pdus = new RandomPdus(random);
    for (int i = 0; i < 50; i++) {
      Octets bytes = PduEncoder.encode(pdus.next());
      assertAgrees(bytes);
      for (int j = 0; j < 20; j++) {
        byte[] damaged = bytes.toByteArray();
        for (int k = random.nextInt(1, 5); k > 0; k--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(0x100);
        }
        assertAgrees(Octets.of(damaged));
      }
      byte[] rubbish = new byte[random.nextInt(300)];
      random.nextBytes(rubbish);
      if (rubbish.length > 0) {
        rubbish[0] = (byte) random.nextInt(9);
      }
      assertAgrees(Octets.of(rubbish));
    }
  }

  @Test
  void aPduOfAMegabyteInTinyItemsIsBounded() {
    Octets bytes = ac(Wire.filled((1 << 20) - 68, item(0x60)));
    List<FieldSpan> spans = ANNOTATOR.annotate(bytes);

    assertCovers(spans, bytes);
    assertThat(spans).hasSizeLessThanOrEqualTo(PduAnnotator.MAX_SPANS + 1);
    assertThat(spans.getLast().name()).isEqualTo("Not looked at: more than 4096 fields");
  }

  @Test
  void aValueOf64KilobytesIsShortened() {
    String megabyte = "1.".repeat(30_000);
    List<FieldSpan> spans = ANNOTATOR.annotate(ac(item(0x10, Wire.ascii(megabyte))));
    assertThat(spans.getLast().meaning()).hasSizeLessThan(200).endsWith(" … 59872 more bytes");
  }

  @Test
  void bytesBehindThePduAreMarked() {
    Octets bytes = join(PduFixtures.RELEASE_RQ.bytes(), hex("AA BB"));
    List<FieldSpan> spans = ANNOTATOR.annotate(bytes);
    assertCovers(spans, bytes);
    assertThat(fault(spans).offset()).isEqualTo(10);
    assertThat(fault(spans).meaning()).isEqualTo("2 bytes more than its length says");
  }

  @Test
  void aUserIdentityIsNeverInTheSpansWhereverItStands() {
    Octets identity =
        item(
            0x58,
            hex("02 00"),
            Wire.counted(Wire.ascii("someone")),
            Wire.counted(Wire.ascii("sesame")));
    Octets response = item(0x59, Wire.counted(Wire.ascii("sesame")));
    for (Octets bytes :
        List.of(
            Wire.rq(item(0x50, identity)),
            Wire.rq(identity),
            Wire.rq(item(0x50, claimed(0x58, 300, hex("02 00"), Wire.ascii("sesame")))),
            Wire.rq(item(0x50, item(0x58, hex("02 00 00 00 00 00"), Wire.ascii("sesame")))),
            Wire.rq(item(0x50, identity)).slice(0, 100),
            ac(item(0x50, response)),
            ac(item(0x50, item(0x59, hex("00 00"), Wire.ascii("sesame")))),
            ac(item(0x50, response)).slice(0, 88))) {
      List<FieldSpan> spans = ANNOTATOR.annotate(bytes);
      assertCovers(spans, bytes);
      String all = bytes.toLatin1();
      for (FieldSpan span : spans) {
        String held = all.substring(span.offset(), span.end());
        assertThat(span.meaning()).doesNotContain("sesame", "someone");
        if (span.kind() != Kind.SECRET) {
          assertThat(held).doesNotContain("ses", "some");
        }
      }
    }
  }

  private static List<String> told(Octets bytes) {
    return ANNOTATOR.annotate(bytes).stream()
        .map(
            s ->
                s.offset()
                    + "–"
                    + (s.end() - 1)
                    + " "
                    + s.depth()
                    + " "
                    + s.name()
                    + ": "
                    + s.meaning()
                    + "  "
                    + s.section())
        .toList();
  }

  private static FieldSpan fault(List<FieldSpan> spans) {
    return spans.stream().filter(s -> s.kind() == Kind.FAULT).findFirst().orElseThrow();
  }

  private static void assertCovers(List<FieldSpan> spans, Octets bytes) {
    int at = 0;
    for (FieldSpan span : spans) {
      assertThat(span.offset()).isEqualTo(at);
      assertThat(span.length()).isGreaterThanOrEqualTo(span.kind() == Kind.FAULT ? 0 : 1);
      at = span.end();
    }
    assertThat(at).isEqualTo(bytes.length());
  }

  /** What the decoder reads has no fault, and its faults in whole PDUs are ours. */
  private static void assertAgrees(Octets bytes) {
    List<FieldSpan> spans = ANNOTATOR.annotate(bytes);
    assertCovers(spans, bytes);
    boolean whole =
        bytes.length() >= PduHeader.LENGTH
            && PduHeader.of(bytes).length() == bytes.length() - PduHeader.LENGTH;
    if (!whole) {
      return;
    }
    try {
      PduDecoder.decode(bytes);
      assertThat(spans).noneMatch(span -> span.kind() == Kind.FAULT);
    } catch (MalformedPduException fault) {
      assertThat(fault(spans).offset()).isEqualTo((int) fault.offset());
      assertThat(fault(spans).meaning()).isEqualTo(fault.held());
    }
  }
}
