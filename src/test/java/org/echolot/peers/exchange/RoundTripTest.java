package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again as the same peers, and what is not the same was told before. */
class RoundTripTest {

  private static final Peer PLAIN = Peer.of("Main_PACS", new AeTitle("PACS1"), "10.0.0.5", 104);
  private static final Peer NAMED = Peer.of("ct-1", new AeTitle("CT_1"), "ct1.example", 11_112);
  private static final Peer FULL =
      new Peer(
          UUID.randomUUID(),
          "Röntgen <1> & \"2\", Süd; =1+1 \\ #",
          new AeTitle("A =:#!&<\"1"),
          "arc.example",
          2762,
          new AeTitle("-ME"),
          List.of("radiology", "=cmd"),
          "+49 30 1234, ask for Mrs. X;=HYPERLINK(\"http://x\")\nsecond line",
          new PeerTimeouts(
              Duration.ofSeconds(5),
              Duration.ofMillis(1500),
              Duration.ofSeconds(10),
              Duration.ofSeconds(11),
              Duration.ofSeconds(3)),
          new PeerTls(
              "ca.pem", null, "me.p12", null, false, "pacs.example", PeerTls.DEFAULT.profile()),
          new PeerUserIdentity(UserIdentity.Type.USERNAME, "me", true),
          "10.1.2.3",
          RawFields.NONE);

  private static PeerBook book(Peer... peers) {
    return new PeerBook(PeerBook.DEFAULT_CALLING_AE, List.of(peers), RawFields.NONE);
  }

  private static List<PeerListFormat> written() {
    return PeerListFormat.written();
  }

  private static List<Peer> readAgain(PeerExport export) throws UnreadableListException {
    ListContent content = ListContent.ofText(export.text());
    assertThat(PeerListFormat.find(content)).contains(export.format());
    return export.format().read(content).peers().stream().map(ImportedRow.Read::peer).toList();
  }

  @ParameterizedTest
  @MethodSource("written")
  void simplePeersComeBackFromEveryKindAsTheyWere(PeerListFormat format) throws Exception {
    PeerExport export = PeerExport.of(format, book(PLAIN, NAMED));

    List<Peer> again = readAgain(export);

    assertThat(export.written()).isEqualTo(2);
    assertThat(again).extracting(Peer::address).containsExactly(PLAIN.address(), NAMED.address());
    if (format == PeerListFormat.AE_PROPERTIES) {
      assertThat(export.losses())
          .containsExactly(
              "\"Main_PACS\" is written as \"PACS1\".", "\"ct-1\" is written as \"CT_1\".");
    } else {
      assertThat(export.losses()).isEmpty();
      assertThat(again).extracting(Peer::name).containsExactly("Main_PACS", "ct-1");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = PeerListFormat.class,
      names = {"ECHOLOT", "DCM4CHE", "WEASIS", "LDIF", "CSV"})
  void anyNameAndTitleComesBackFromTheKindsThatHoldThem(PeerListFormat format) throws Exception {
    List<Peer> again = readAgain(PeerExport.of(format, book(PLAIN, FULL)));

    assertThat(again.getLast().name()).isEqualTo(FULL.name());
    assertThat(again.getLast().calledAe()).isEqualTo(FULL.calledAe());
  }

  @Test
  void ourOwnFileHoldsEverything() throws Exception {
    PeerExport export = PeerExport.of(PeerListFormat.ECHOLOT, book(PLAIN, FULL));

    assertThat(export.losses()).isEmpty();
    assertThat(readAgain(export)).containsExactly(PLAIN, FULL);
  }

  @Test
  void csvHoldsAllButTlsSettingsAndUsersAndSaysSo() throws Exception {
    PeerExport export = PeerExport.of(PeerListFormat.CSV, book(PLAIN, FULL));

    Peer again = readAgain(export).getLast();
    assertThat(export.losses())
        .containsExactly(
            "CSV cannot hold TLS settings: \"" + FULL.name().replace("\"", "\"") + "\".",
            "CSV cannot hold user: \"" + FULL.name() + "\".");
    assertThat(again.tags()).isEqualTo(FULL.tags());
    assertThat(again.notes()).isEqualTo(FULL.notes());
    assertThat(again.timeouts()).isEqualTo(FULL.timeouts());
    assertThat(again.callingAe()).isEqualTo(FULL.callingAe());
    assertThat(again.source()).isEqualTo(FULL.source());
    assertThat(again.tls()).isEqualTo(PeerTls.DEFAULT);
  }

  @Test
  void noCellOfCsvBeginsAFormulaWhateverSeparatorASpreadsheetTakes() {
    String text = PeerExport.of(PeerListFormat.CSV, book(FULL)).text();

    for (String separator : List.of(",", ";", "\t", "\r?\n")) {
      for (String cell : text.split(separator, -1)) {
        assertThat(cell.replaceFirst("^[\\s\"]+", "")).doesNotStartWith("=").doesNotStartWith("+");
        assertThat(cell.replaceFirst("^[\\s\"]+", "")).doesNotStartWith("-").doesNotStartWith("@");
      }
    }
  }

  @Test
  void orthancHoldsOneTimeForAllStagesInWholeSeconds() throws Exception {
    Duration ten = Duration.ofSeconds(10);
    Peer peer =
        new Peer(
            UUID.randomUUID(),
            "a",
            new AeTitle("A"),
            "h",
            1,
            new AeTitle("ME"),
            List.of(),
            "",
            new PeerTimeouts(ten, null, ten, ten, null),
            PeerTls.DEFAULT,
            null,
            null,
            RawFields.NONE);

    PeerExport export = PeerExport.of(PeerListFormat.ORTHANC, book(peer, FULL));

    assertThat(readAgain(export).getFirst())
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(peer);
    assertThat(export.losses())
        .anyMatch(loss -> loss.startsWith("Orthanc DicomModalities cannot hold timeouts: \"Rö"))
        .anyMatch(loss -> loss.startsWith("Orthanc DicomModalities cannot hold notes: "))
        .noneMatch(loss -> loss.contains("\"a\""));
  }

  @Test
  void aPeerThatAKindCannotHoldIsLeftOutAndNamed() throws Exception {
    Peer v6 = Peer.of("six", new AeTitle("SIX"), "fd00::1", 104);
    Peer again = Peer.of("again", new AeTitle("PACS1"), "other", 104);
    Peer high = Peer.of("high", new AeTitle("HIGH"), "h", 65_535);

    PeerExport properties = PeerExport.of(PeerListFormat.AE_PROPERTIES, book(PLAIN, v6, again));
    PeerExport orthanc = PeerExport.of(PeerListFormat.ORTHANC, book(high, v6));
    PeerExport dcmqrscp = PeerExport.of(PeerListFormat.DCMQRSCP, book(FULL, PLAIN));

    assertThat(properties.written()).isEqualTo(1);
    assertThat(properties.losses())
        .contains(
            "\"six\" is left out: ae.properties cannot hold an IPv6 address.",
            "\"again\" is left out: ae.properties has one entry for each AE title, and"
                + " \"Main_PACS\" has the same.");
    assertThat(orthanc.losses())
        .containsExactly("\"high\" is left out: Orthanc refuses port 65535.");
    assertThat(readAgain(orthanc)).extracting(Peer::host).containsExactly("fd00::1");
    assertThat(dcmqrscp.losses()).hasSize(1);
    assertThat(dcmqrscp.losses().getFirst()).contains("dcmqrscp allows only letters");
  }

  @Test
  void namesThatDcmqrscpCannotHaveAreToldAndStayApart() throws Exception {
    Peer one = Peer.of("CT 1", new AeTitle("CT1"), "h", 104);
    Peer other = Peer.of("CT/1", new AeTitle("CT1B"), "h", 104);

    PeerExport export = PeerExport.of(PeerListFormat.DCMQRSCP, book(one, other));

    assertThat(readAgain(export)).extracting(Peer::name).containsExactly("CT_1", "CT_1_2");
    assertThat(export.losses())
        .containsExactly("\"CT 1\" is written as \"CT_1\".", "\"CT/1\" is written as \"CT_1_2\".");
  }
}
