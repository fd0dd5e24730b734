package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.echolot.fuzz.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists that are wrong, or made to do harm, are refused in a sentence, at a bounded price. */
class BadListsTest {

  private static void assertRefused(String text, String words) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), words);
  }

  private static void assertRefused(byte[] bytes, String words) {
    assertThatThrownBy(() -> PeerListFormat.readAny(ListContent.of(bytes)))
        .isInstanceOf(UnreadableListException.class)
        .hasMessageContaining(words)
        .message()
        .hasSizeLessThan(500)
        .doesNotContain("\n");
  }

  @Test
  void ofAFileOfAHundredMegabytesNoMoreIsReadThanAListMayHave(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("peers.csv");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }

    Budget.of(3 * (ListContent.MAX_BYTES >> 10), 0)
        .holds(
            0,
            () ->
                assertThatThrownBy(() -> ListContent.ofFile(file))
                    .isInstanceOf(UnreadableListException.class)
                    .hasMessage("it is longer than 16 MiB"));
    assertThat(Files.size(file)).isEqualTo(100L << 20);
  }

  @Test
  void anXmlBombDoesNotGoOff() throws Exception {
    StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE nodes [\n");
    bomb.append("<!ENTITY a0 \"boom\">\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a").append(i).append(" \"");
      bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">\n");
    }
    String weasis =
        bomb + "]>\n<nodes><node description=\"&a11;\" aeTitle=\"A\" hostname=\"h\"/></nodes>";
    String plist =
        bomb.toString().replace("DOCTYPE nodes", "DOCTYPE plist")
            + "]>\n"
            + "<plist><array><dict><key>AETitle</key><string>&a11;</string></dict></array></plist>";

    Budget.of(4_096, 0).holds(0, () -> assertRefused(weasis, "not well-formed XML"));
    Budget.of(4_096, 0).holds(0, () -> assertRefused(plist, "not well-formed XML"));
  }

  @Test
  void noFileThatAnXmlEntityNamesIsRead(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRETAE");
    String entity =
        "<!DOCTYPE nodes [ <!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\"> ]>\n<nodes><node"
            + " description=\"d\" aeTitle=\"A\" hostname=\"h\">&x;</node></nodes>";

    assertRefused(entity, "not well-formed XML");
  }

  @ParameterizedTest
  @EnumSource(
      value = PeerListFormat.class,
      names = {"ORTHANC", "WEASIS", "HOROS"})
  void nestingWithoutEndIsRefused(PeerListFormat format) {
    String deep =
        switch (format) {
          case ORTHANC -> "{\"DicomModalities\":" + "[".repeat(100_000);
          case WEASIS -> "<nodes>" + "<n>".repeat(100_000);
          default -> "<plist><array>" + "<dict><key>a</key>".repeat(100_000);
        };

    assertThatThrownBy(() -> format.read(ListContent.ofText(deep)))
        .isInstanceOf(UnreadableListException.class)
        .message()
        .matches("(?s).*(nest|depth).*");
  }

  @Test
  void aBinaryFileIsNotText() {
    byte[] random = new byte[10_000];
    new Random(1).nextBytes(random);

    assertRefused(random, "it is not text: a binary file");
    assertRefused(Arrays.copyOf("PK\3\4 a zip".getBytes(StandardCharsets.US_ASCII), 40), "binary");
    assertRefused("bplist00 but not really", "not a whole binary property list");
  }

  @Test
  void nothingAndNothingKnownAreTold() {
    assertRefused("  \n\t\n", "it is empty");
    assertRefused(
        "Dear Sir or Madam,\nno addresses here.\n", "no list of peers that Echolot knows");
    assertRefused("{ \"a\": 1 }", "no list of peers");
    assertRefused("{ \"DicomModalities\" : {} }", "there is no peer in it");
    assertRefused("{ \"DicomModalities\" : { \"a\" : [ ", "line 1");
  }

  @Test
  void aQuotationMarkThatIsNotClosedCostsItsLineAlone() throws Exception {
    ImportedList list =
        Lists.read(
            """
            name,aet,host,port
            One,ONE,10.0.0.1,104
            "Two,TWO,10.0.0.2,104
            Three,THREE,10.0.0.3,104
            "Four" 4,FOUR,10.0.0.4,104
            "Five",FIVE,10.0.0.5,104
            """);

    assertThat(list.rows().stream().map(ImportedRow::place))
        .containsExactly("line 2", "line 3", "line 4", "line 5", "line 6");
    assertThat(list.peers().stream().map(read -> read.peer().name()))
        .containsExactly("One", "Three", "Five");
    assertThat(list.unreadable()).isEqualTo(2);
  }

  @Test
  void quotationMarksThatAreWrongEverywhereAreRefused() {
    String table = "name,aet,host,port\n" + "\"A\"x,A,h,104\n".repeat(200);

    assertThatThrownBy(() -> PeerListFormat.CSV.read(ListContent.ofText(table)))
        .isInstanceOf(UnreadableListException.class)
        .hasMessageContaining("its quotation marks do not match");
  }

  @Test
  void moreRowsThanAnybodyHasAreRefused() {
    String table = "name,aet,host,port\n" + "A,A,h,104\n".repeat(ImportedList.MAX_ROWS + 1);
    String nodes = "<nodes>" + "<node aeTitle='A' hostname='h'/>".repeat(30_000) + "</nodes>";

    assertThatThrownBy(() -> PeerListFormat.CSV.read(ListContent.ofText(table)))
        .hasMessageContaining("more than 20000");
    assertThatThrownBy(() -> PeerListFormat.WEASIS.read(ListContent.ofText(nodes)))
        .hasMessage("the list has more than 20000 entries");
  }

  @Test
  void aNumberWithAnExponentLongerThanMemoryIsNoTimeout() throws Exception {
    ImportedList list =
        Lists.read("{\"a\":{\"AET\":\"A\",\"Host\":\"h\",\"Port\":1,\"Timeout\":1e999999999}}");

    assertThat(list.peers().getFirst().peer().timeouts().connect()).isNull();
  }
}
