package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.echolot.dicom.pdu.Wire.ascii;
import static org.echolot.dicom.pdu.Wire.filled;
import static org.echolot.dicom.pdu.Wire.hex;
import static org.echolot.dicom.pdu.Wire.item;
import static org.echolot.dicom.pdu.Wire.join;
import static org.echolot.dicom.pdu.Wire.pdu;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time and memory have bounds, whatever a peer sends or claims. */
class PduBoundsTest {

  private static final int MAX_P_DATA = 16_384;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void aClaimOf4GibIsRefusedFromTheHeaderAlone(int type) {
    for (long claim : new long[] {0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL}) {
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.checkedBodyLength(new PduHeader(type, 0, claim), MAX_P_DATA))
          .satisfies(
              fault -> {
                assertThat(fault.offset()).isEqualTo(2);
                assertThat(fault.held()).contains(String.valueOf(claim));
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 68, true",
    "1, 67, false",
    "1, 1048576, true",
    "1, 1048577, false",
    "2, 68, true",
    "2, 67, false",
    "2, 1048576, true",
    "2, 1048577, false",
    "3, 4, true",
    "3, 3, false",
    "3, 5, false",
    "4, 6, true",
    "4, 5, false",
    "4, 16384, true",
    "4, 16385, false",
    "5, 4, true",
    "5, 0, false",
    "6, 4, true",
    "6, 5, false",
    "7, 4, true",
    "7, 3, false"
  })
  void theBoundsOfEachTypeAreSharp(int type, long length, boolean allowed) throws Exception {
    PduHeader header = new PduHeader(type, 0, length);
    if (allowed) {
      assertThat(PduDecoder.checkedBodyLength(header, MAX_P_DATA)).isEqualTo((int) length);
    } else {
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.checkedBodyLength(header, MAX_P_DATA));
    }
  }

  @Test
  void aPDataLongerThanWeAnnouncedNamesOurMaximum() {
    assertThatExceptionOfType(MalformedPduException.class)
        .isThrownBy(() -> PduDecoder.checkedBodyLength(new PduHeader(4, 0, 16_385), MAX_P_DATA))
        .withMessageContaining("more than the 16384 bytes that we announced as our maximum");
  }

  /** The largest association PDU there may be, made of the smallest things that it can hold. */
  private static final Map<String, Octets> SMALLEST_PARTS =
      Map.of(
          "unrecognized items", item(0xFF),
          "unrecognized items of a byte", item(0xFF, hex("00")),
          "application contexts", item(0x10),
          "transfer syntaxes", item(0x20, hex("02 00 00 00"), filled(65_500, item(0x40))),
          "padded syntaxes", item(0x20, hex("01 00 00 00"), filled(65_500, item(0x40, ascii(" ")))),
          "user information", item(0x50),
          "user sub-items", item(0x50, filled(65_500, item(0x55))),
          "related SOP classes",
              item(
                  0x50,
                  item(0x57, hex("00 00 00 00"), Wire.counted(filled(65_400, hex("00 01 20"))))));

  static Set<String> smallestParts() {
    return SMALLEST_PARTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("smallestParts")
  @Timeout(60)
  void aMebibyteOfTheSmallestPartsIsRefusedForTheirNumberInLittleMemory(String what) {
    Octets items = filled((1 << 20) - 68, SMALLEST_PARTS.getOrDefault(what, Octets.EMPTY));
    // A context of a request is but one unknown item in an acceptance.
    for (int type : what.endsWith("syntaxes") ? new int[] {1} : new int[] {1, 2}) {
      Octets bytes = pdu(type, Wire.fixedFields(), items);
      for (int i = 0; i < 2; i++) { // classes are loaded in the first
        long before = allocated();
        assertThatExceptionOfType(MalformedPduException.class)
            .isThrownBy(() -> PduDecoder.decode(bytes))
            .satisfies(
                fault -> assertThat(fault.held()).contains(AssociateGrammar.MAX_ITEMS + " items"));
        assertThat(allocated() - before).isLessThan(i == 0 ? Long.MAX_VALUE : 24L << 20);
      }
    }
  }

  @Test
  void asManyItemsAsAreAllowedAreReadAndWrittenAgain() throws Exception {
    Octets bytes = pdu(1, Wire.fixedFields(), filled(4 * AssociateGrammar.MAX_ITEMS, item(0xFF)));
    PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
    assertThat(PduEncoder.encode(decoded.pdu())).isEqualTo(bytes);
  }

  @Test
  void thereAreNoMoreContextsThanIds() throws Exception {
    for (int type : new int[] {1, 2}) {
      Octets context = item(0x1F + type, hex("01 00 00 00"));
      Octets most = pdu(type, Wire.fixedFields(), filled(128 * 8, context));
      assertThat(PduDecoder.decode(most).pdu()).isNotNull();
      Octets oneMore = pdu(type, Wire.fixedFields(), filled(129 * 8, context));
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.decode(oneMore))
          .satisfies(
              fault -> {
                assertThat(fault.field()).isEqualTo("Presentation context item");
                assertThat(fault.offset()).isEqualTo(Wire.FIRST_ITEM + 128 * 8);
                assertThat(fault.held()).contains("128");
                assertThat(fault.section()).isEqualTo(type == 1 ? "PS3.8 9.3.2" : "PS3.8 9.3.3");
              });
    }
  }

  private static final Octets IDENTITIES =
      filled(
          65_500, item(0x58, hex("02 00"), Wire.counted(ascii("aa")), Wire.counted(ascii("bb"))));

  /** A megabyte of things in which a secret may be, or that are faults to go around. */
  private static final Map<String, Octets> WORK_TO_STRIKE_OUT =
      Map.of(
          "identities", item(0x50, IDENTITIES),
          "identities astray", item(0x58, hex("41")),
          "identities in a context", item(0x20, hex("01 00 00 00"), IDENTITIES),
          "faults", item(0x50, filled(65_500, item(0x51))),
          "faults before identities",
              item(0x50, filled(30_000, item(0x51)), IDENTITIES.slice(0, 30_000)));

  static Set<String> workToStrikeOut() {
    return WORK_TO_STRIKE_OUT.keySet();
  }

  /** Work is counted in bytes of memory taken, which are the same in each run. */
  @ParameterizedTest
  @MethodSource("workToStrikeOut")
  @Timeout(60)
  void strikingOutAndAnnotatingTakeTwiceTheWorkForTwiceTheBytes(String what) {
    Octets part = WORK_TO_STRIKE_OUT.getOrDefault(what, Octets.EMPTY);
    PduAnnotator annotator = new PduAnnotator(MAX_P_DATA, (_, _) -> List.of());
    List<Deviation> deviations =
        Collections.nCopies(32, new Deviation("Any", 1 << 20, "is odd", "PS3.8 9.3.2"));
    for (int type : new int[] {1, 2}) {
      long[] work = new long[2];
      for (int round = 0; round < 2; round++) {
        for (int half = 0; half < 2; half++) {
          int size = (1 << (19 + half)) - 68;
          Octets bytes = pdu(type, Wire.fixedFields(), filled(size, part));
          long before = allocated();
          assertThat(IdentityPlaces.in(bytes).struckOut()).isNotNull();
          assertThat(UserIdentityRedaction.shownOfUnreadable(bytes)).isNotNull();
          assertThat(UserIdentityRedaction.shown(deviations, bytes)).hasSize(32);
          assertThat(annotator.annotate(bytes)).isNotEmpty();
          work[half] = allocated() - before;
        }
      }
      assertThat(work[1]).isLessThan(3 * work[0]);
    }
  }

  @Test
  void aClaimInsideAPduCostsNoMemory() throws Exception {
    Octets pdv = pdu(4, hex("7F FF FF FF 01 03"));
    Octets item = Wire.rq(Wire.claimed(0x60, 65_535));
    for (Octets bytes : new Octets[] {pdv, item}) {
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.decode(bytes));
      long before = allocated();
      assertThatExceptionOfType(MalformedPduException.class)
          .isThrownBy(() -> PduDecoder.decode(bytes));
      assertThat(allocated() - before).isLessThan(1 << 18);
    }
  }

  @Test
  void uidsOf64KibAreReadAndWrittenAgain() throws Exception {
    Octets uid = filled(65_535, ascii("1"));
    Octets bytes =
        join(Wire.rq(item(0x10, uid), item(0x50, item(0x52, filled(65_531, ascii("1"))))));
    Pdu pdu = PduDecoder.decode(bytes).pdu();
    assertThat(((AssociateRq) pdu).applicationContext()).hasSize(65_535);
    assertThat(PduEncoder.encode(pdu)).isEqualTo(bytes);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
