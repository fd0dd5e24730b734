package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.fuzz.Budget;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/**
 * Any bytes, as lists of peers. Each row is a peer or says why not; what was read can be written as
 * every kind, and what is written of them is read as the same addresses.
 */
public final class ListFuzz {

  /** The kinds that are read by the same code. */
  @SuppressWarnings("ImmutableEnumChecker") // the lists are copies that nobody changes
  public enum Kind {
    JSON(PeerListFormat.ECHOLOT, PeerListFormat.ORTHANC, PeerListFormat.DCM4CHE),
    XML(PeerListFormat.WEASIS, PeerListFormat.HOROS),
    LDIF(PeerListFormat.LDIF),
    LINES(PeerListFormat.DCMQRSCP, PeerListFormat.AE_PROPERTIES, PeerListFormat.ACRNEMA_MAP),
    CSV(PeerListFormat.CSV),
    TEXT(PeerListFormat.TEXT);

    private final List<PeerListFormat> formats;

    Kind(PeerListFormat... formats) {
      this.formats = List.of(formats);
    }
  }

  private static final Budget BUDGET = Budget.of(16_384, 60_000).whileFuzzing(4);
  private static final int MOST_WRITTEN = 50;

  private ListFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds(Kind kind) {
    Stream<String> seeds =
        switch (kind) {
          case JSON -> Stream.of(Lists.ECHOLOT, Lists.ORTHANC, Lists.DEVICE);
          case XML -> Stream.of(Lists.WEASIS, Lists.PLIST);
          case LDIF -> Stream.of(Lists.LDIF);
          case LINES -> Stream.of(Lists.DCMQRSCP, Lists.AE_PROPERTIES, Lists.ACRNEMA_MAP);
          case CSV -> Stream.of(Lists.KARNAK, "a;=b;\"c\nd\";'@e\nAET;IP;Port\nA;1.2.3.4;104\n");
          case TEXT ->
              Stream.of(
                  "CT1@10.1.2.3:104\n10.1.2.3:104 CT1\nAE title: X, IP 10.1.1.1, port 104\n",
                  "$ echoscu -v -aet A -aec B +tls host 104\nto AET \"X\" on host 10.0.0.5:104");
        };
    return seeds.map(seed -> seed.getBytes(StandardCharsets.UTF_8));
  }

  /** Tries one input. */
  public static void run(Kind kind, byte[] bytes) throws Exception {
    BUDGET.holds(bytes.length, () -> lists(kind, bytes));
  }

  private static void lists(Kind kind, byte[] bytes) throws UnreadableListException {
    ListContent content;
    try {
      content = ListContent.of(bytes);
    } catch (UnreadableListException refused) {
      assertIsSentence(String.valueOf(refused.getMessage()));
      return;
    }
    PeerListFormat.find(content);
    for (PeerListFormat format : kind.formats) {
      try {
        ImportedList list = format.read(content);
        rows(list);
        written(list);
      } catch (UnreadableListException refused) {
        assertIsSentence(String.valueOf(refused.getMessage()));
      }
    }
  }

  private static void assertIsSentence(String message) {
    assertThat(message).isNotBlank().doesNotContain("\n").hasSizeLessThan(1_000);
  }

  private static void rows(ImportedList list) {
    for (ImportedRow row : list.rows()) {
      assertThat(row.place()).isNotBlank();
      switch (row) {
        case ImportedRow.Read read -> assertThat(read.stated()).contains(PeerField.HOST);
        case ImportedRow.Unreadable bad -> assertIsSentence(bad.reason());
        case ImportedRow.LeftOut out -> assertIsSentence(out.reason());
      }
    }
  }

  private static void written(ImportedList list) throws UnreadableListException {
    PeerBook book = PeerBook.EMPTY;
    for (ImportedRow.Read read : list.peers().stream().limit(MOST_WRITTEN).toList()) {
      Peer peer = read.peer();
      if (book.peers().stream().noneMatch(other -> other.id().equals(peer.id()))) {
        book = book.withAdded(peer.withName(book.freeName(peer.name())).withRaw(RawFields.NONE));
      }
    }
    for (PeerListFormat format : PeerListFormat.written()) {
      PeerExport export = PeerExport.of(format, book);
      if (export.written() > 0) {
        List<String> again = new ArrayList<>();
        format.read(ListContent.ofText(export.text())).peers().stream()
            .map(read -> read.peer().address())
            .forEach(again::add);
        assertThat(again).as(format.word()).hasSize(export.written());
        assertThat(book.peers()).extracting(Peer::address).containsAll(again);
      }
    }
  }
}
