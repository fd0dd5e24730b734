package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.dimse.CommandAnnotator;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduAnnotator;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.junit.jupiter.api.Test;

/** What stands beside the bytes of a PDU. */
class PduDumpTest {

  @Test
  void aFieldHasItsPlaceItsBytesAndItsMeaningInOneRow() {
    assertThat(dump("03 00 00 00 00 04 00 01 01 07"))
        .containsExactly(
            "  0         03                       .         PDU type: 03H A-ASSOCIATE-RJ"
                + "  PS3.8 9.3.1",
            "  1         00                       .         Reserved  PS3.8 9.3.1",
            "  2–5       00 00 00 04              ....      PDU length: 4  PS3.8 9.3.1",
            "  6         00                       .         Reserved  PS3.8 9.3.4",
            "  7         01                       .         Result: 1 (rejected-permanent)"
                + "  PS3.8 9.3.4",
            "  8         01                       .         Source: 1 (service-user)  PS3.8 9.3.4",
            "  9         07                       .         Reason/Diag.: 7"
                + " (called-AE-title-not-recognized)  PS3.8 9.3.4");
  }

  @Test
  void aCommandSetIsAnnotatedElementByElement() {
    assertThat(
            dump(
                "04 00 00 00 00 1A 00 00 00 16 01 03"
                    + "00 00 00 01 02 00 00 00 30 80 00 00 00 09 02 00 00 00 22 01"))
        .endsWith(
            "  6–9       00 00 00 16              ....      PDV 1 length: 22  PS3.8 9.3.5.1",
            "  10        01                       .           Presentation context ID: 1"
                + "  PS3.8 9.3.5.1",
            "  11        03                       .           Message control header: 03H"
                + " (command, last fragment)  PS3.8 E.2",
            "  12–19     00 00 00 01 02 00 00 00  ........    (0000,0100) Command Field: length 2"
                + "  PS3.7 6.3.1",
            "  20–21     30 80                    0.            Command Field: 8030H (C-ECHO-RSP)"
                + "  PS3.7 E.1",
            "  22–29     00 00 00 09 02 00 00 00  ........    (0000,0900) Status: length 2"
                + "  PS3.7 6.3.1",
            "  30–31     22 01                    \".            Status: 0122H"
                + " (Refused: SOP Class not supported)  PS3.7 E.1");
  }

  @Test
  void aLongValueTakesMoreRowsAndIsShortenedWithACount() {
    Octets bytes = octets("04 00 00 01 00 06 00 01 00 02 01 00", 65_536);
    List<String> rows = dump(bytes, List.of());
    assertThat(rows).hasSize(3 + 3 + 64 + 1);
    assertThat(rows.get(6))
        .startsWith("  12–65547  00 00")
        .endsWith("Data set fragment  PS3.7 6.2");
    assertThat(rows.get(7)).isEqualTo("  20        00 00 00 00 00 00 00 00  ........");
    assertThat(rows.getLast()).isEqualTo("            … 65,024 bytes more");
  }

  @Test
  void whatIsWrongStandsWhereItBeginsAndTheRestIsPlainHex() {
    Octets bytes = octets("04 00 00 00 00 0A 00 00 00 FF 01 03 AA BB CC DD", 0);
    List<PduDump.Row> rows = rows(bytes, List.of());
    assertThat(rows.get(3).tone()).isEqualTo(Tone.BAD);
    assertThat(rows.get(3).text().get())
        .isEqualTo(
            "  6–9       00 00 00 FF              ....      PDV 1 length: held 255 (000000FFH),"
                + " but 6 bytes are left  PS3.8 9.3.5.1");
    assertThat(rows.getLast().text().get())
        .isEqualTo("  10–15     01 03 AA BB CC DD        ......    Not read");
    assertThat(rows).hasSize(5);
  }

  @Test
  void whatWasToleratedIsMarkedAtItsPlace() {
    List<PduDump.Row> rows =
        rows(
            octets("07 00 00 00 00 04 00 00 00 00", 0),
            List.of(
                new Deviation("Reserved", 6, "is odd", "PS3.8 9.3.8"),
                new Deviation("All", 10, "is missing", "PS3.8 9.3.8")));
    assertThat(rows.get(4).tone()).isEqualTo(Tone.WARNING);
    assertThat(rows.get(4).text().get())
        .isEqualTo(
            " ".repeat(2) + "6" + " ".repeat(44) + "Tolerated: Reserved is odd  PS3.8 9.3.8");
    assertThat(rows.getLast().text().get()).contains("Tolerated: All is missing");
  }

  @Test
  void textThatIsNoDicomIsShownAsItCame() {
    Octets http = Octets.of("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.US_ASCII));
    List<String> rows = dump(http, List.of());
    assertThat(rows.getFirst())
        .startsWith("  0         48                       H         PDU type: held 72 (48H)");
    assertThat(rows.get(1)).startsWith("  1–25      54 54 50 2F 31 2E 31 20  TTP/1.1   Not read");
  }

  @Test
  void aMegabyteIsBoundedAndKeepsNoMoreThanItShows() {
    List<JournalLine> lines = new ArrayList<>();
    narrator(lines)
        .told(new UnreadableReceived(Octets.of(new byte[1 << 20]), "why", Instant.EPOCH));
    assertThat(lines).hasSize(2 + 1 + 64 + 1);
    assertThat(lines.getLast().text()).isEqualTo("            … 1,048,063 bytes more");
  }

  @Test
  void aMegabyteOfTinyItemsIsBoundedAndSaysSo() {
    byte[] items = new byte[1 << 20];
    items[0] = 2;
    items[3] = 15;
    items[4] = (byte) 0xFF;
    items[5] = (byte) 0xFA;
    List<JournalLine> lines = new ArrayList<>();
    narrator(lines).told(new UnreadableReceived(Octets.of(items), "why", Instant.EPOCH));
    assertThat(lines).hasSizeBetween(PduDump.MAX_ROWS, PduDump.MAX_ROWS + 4);
    assertThat(lines.getLast().text()).matches("… [0-9,]+ bytes are not shown");
  }

  @Test
  void theRowsOfAnAssociationAreBoundedButForWhatCannotBeRead() {
    PDataTf pdu = new PDataTf(Collections.nCopies(2_500, Pdv.command(1, false, Octets.EMPTY)));
    Octets bytes = PduEncoder.encode(pdu);
    List<JournalLine> lines = new ArrayList<>();
    AssociationListener narrator = narrator(lines);
    for (int i = 0; i < 50; i++) {
      narrator.told(new PduReceived(pdu, bytes, List.of(), Instant.EPOCH));
    }

    int most = AssociationDumps.MAX_ROWS_IN_ALL + PduDump.MAX_ROWS + 50 + 2;
    assertThat(lines).hasSizeBetween(AssociationDumps.MAX_ROWS_IN_ALL, most);
    assertThat(lines).filteredOn(line -> line.text().startsWith("More than 16384 rows")).hasSize(1);

    int before = lines.size();
    narrator.told(new UnreadableReceived(Octets.of(new byte[4]), "why", Instant.EPOCH));
    assertThat(lines.subList(before, lines.size()))
        .anySatisfy(line -> assertThat(line.text()).contains("Not read"));
  }

  @Test
  void aPartOfACommandSetIsReadOnInTheNextPdu() {
    PduAnnotator annotator = new PduAnnotator(16_384, new CommandAnnotator());
    Octets first = octets("04 00 00 00 00 0F 00 00 00 0B 01 01 00 00 00 01 02 00 00 00 30", 0);
    Octets second = octets("04 00 00 00 00 07 00 00 00 03 01 03 80", 0);
    assertThat(texts(PduDump.of(first, annotator.annotate(first), List.of())).getLast())
        .isEqualTo(
            "  20        30                       0             Command Field, not all of it"
                + "  PS3.7 E.1");
    assertThat(texts(PduDump.of(second, annotator.annotate(second), List.of())).getLast())
        .isEqualTo(
            "  12        80                       .             Command Field: 8030H (C-ECHO-RSP)"
                + "  PS3.7 E.1");
  }

  private static AssociationListener narrator(List<JournalLine> lines) {
    Journal journal = new Journal();
    journal.addReader(
        line -> {
          assertThat(Level.TRACE.shows(line.level())).isTrue();
          lines.add(line);
        });
    return new AssociationNarrator(new StoryWriter(journal, NamedPeer.of("Peer"), 0));
  }

  private static Octets octets(String hex, int zeros) {
    byte[] start = Octets.parseHex(hex).toByteArray();
    return Octets.of(java.util.Arrays.copyOf(start, start.length + zeros));
  }

  private static List<String> dump(String hex) {
    return dump(Octets.parseHex(hex), List.of());
  }

  private static List<String> dump(Octets bytes, List<Deviation> deviations) {
    return texts(rows(bytes, deviations));
  }

  private static List<PduDump.Row> rows(Octets bytes, List<Deviation> deviations) {
    PduAnnotator annotator = new PduAnnotator(Integer.MAX_VALUE, new CommandAnnotator());
    return PduDump.of(bytes, annotator.annotate(bytes), deviations);
  }

  private static List<String> texts(List<PduDump.Row> rows) {
    return rows.stream().map(row -> row.text().get()).toList();
  }
}
