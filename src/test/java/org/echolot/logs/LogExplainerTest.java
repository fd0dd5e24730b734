package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.Cause;
import org.junit.jupiter.api.Test;

class LogExplainerTest {

  private static final LogCatalog CATALOG = LogPatterns.load();

  @Test
  void linesOfOneKindAreOneEntryWithTheirNumberAndTheFirstOnesThatDiffer() {
    Explanation explanation =
        explain(
            "10:00 bad called AET in the request (A)",
            "10:00 because of a bad called AET in the request (A)",
            "10:01 because of a bad called AET in the request (A)",
            "10:02 because of a bad called AET in the request (B)",
            "10:03 because of a bad called AET in the request (C)",
            "10:04 because of a bad called AET in the request (D)");

    assertThat(explanation.unknown()).isEqualTo(1);
    Explained only = explanation.explained().getFirst();
    assertThat(explanation.explained()).hasSize(1);
    assertThat(only.meaning().causes()).containsExactly(Cause.REJECTED_CALLED_AE);
    assertThat(only.count()).isEqualTo(5);
    assertThat(only.firstLine()).isEqualTo(2);
    assertThat(only.samples())
        .containsExactly(
            "10:00 because of a bad called AET in the request (A)",
            "10:02 because of a bad called AET in the request (B)",
            "10:03 because of a bad called AET in the request (C)");
  }

  @Test
  void whatSomebodyHasToDoComesBeforeWhatIsInOrder() {
    Explanation explanation =
        explain("I: Requesting Association", "F: No Acceptable Presentation Contexts");

    assertThat(explanation.explained().stream().map(e -> e.meaning().move()))
        .containsExactly(Party.CALLED, Party.NOBODY);
  }

  /** What Java says of TLS is the same at both ends; the lines around it tell whose log it is. */
  @Test
  void aLineThatBothSidesWriteIsReadAsOfTheSideThatWroteTheOthers() {
    String line = "javax.net.ssl.SSLException: Unsupported or unrecognized SSL message";
    String asCaller = "I: Requesting Association";
    String asCalled = "INFO  - Accept connection Socket[addr=/10.1.9.8,port=50000,localport=2762]";

    assertThat(causes(line)).containsExactly(Cause.PEER_NOT_TLS, Cause.PEER_EXPECTS_TLS);
    assertThat(causes(asCaller, line)).containsExactly(Cause.PEER_NOT_TLS);
    assertThat(causes(line, asCalled)).containsExactly(Cause.PEER_EXPECTS_TLS);
    assertThat(causes(line, asCaller, asCalled))
        .containsExactly(Cause.PEER_NOT_TLS, Cause.PEER_EXPECTS_TLS);
  }

  @Test
  void alertsSpeakOfTheCertificateOfWhoeverReadsThem() {
    String alert = "TLS error: tlsv1 alert unknown ca";

    assertThat(causes("F: Association Request Failed: 000b:0c18 " + alert))
        .containsExactly(Cause.CLIENT_CERTIFICATE_REQUIRED);
    assertThat(causes("E: Receiving Association failed: 000b:0c18 " + alert))
        .containsExactly(Cause.CERTIFICATE_UNTRUSTED);
  }

  @Test
  void whoWroteALineIsSaid() {
    assertThat(ExplanationText.of(explain("F: Reason: Called AE Title Not Recognized")))
        .anyMatch(text -> text.contains("Written by:") && text.endsWith("the caller"));
    assertThat(ExplanationText.of(explain("java.io.EOFException")))
        .noneMatch(text -> text.contains("Written by:"));
  }

  private static List<Cause> causes(String... lines) {
    return explain(lines).explained().getFirst().meaning().causes();
  }

  @Test
  void blankLinesCountForTheNumbersAlone() {
    Explanation explanation = explain("", "  ", "F: No Acceptable Presentation Contexts");

    assertThat(explanation.lines()).isEqualTo(1);
    assertThat(explanation.explained().getFirst().firstLine()).isEqualTo(3);
  }

  @Test
  void howMuchIsKnownIsSaid() {
    assertThat(explain().summary()).isEqualTo("There are no lines.");
    assertThat(explain("x").summary()).isEqualTo("The line is not known to Echolot.");
    assertThat(explain("x", "y").summary()).isEqualTo("None of the 2 lines is known to Echolot.");
    assertThat(explain("Reason: No Reason").summary()).isEqualTo("The line is known.");
  }

  @Test
  void aRealRunOfEchoscuIsExplainedWhole() {
    Explanation explanation =
        explain(
            "I: Requesting Association",
            "F: Association Rejected:",
            "F: Result: Rejected Permanent, Source: Service User",
            "F: Reason: Called AE Title Not Recognized");

    assertThat(explanation.unknown()).isZero();
    assertThat(explanation.explained().getFirst().meaning().causes())
        .containsExactly(Cause.REJECTED_CALLED_AE);
  }

  @Test
  void whatIsShownOfALineIsShortAndEscaped() {
    String evil = "\u001B[31m" + "x".repeat(5_000) + "Reason: No Reason\u202E" + "y".repeat(5_000);

    Explanation explanation = explain(evil, "\u0007" + "z".repeat(10_000));

    assertThat(explanation.explained().getFirst().samples().getFirst())
        .hasSizeLessThan(400)
        .contains("Reason: No Reason\\u202E");
    assertThat(explanation.unknownSamples().getFirst()).hasSizeLessThan(400).startsWith("\\x07zzz");
  }

  @Test
  void anEndlessLineTakesNoMemory() throws IOException {
    byte[] block = new byte[1 << 16];
    Arrays.fill(block, (byte) 'x');
    InputStream endless =
        new InputStream() {
          private long left = 200L << 20;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
              return -1;
            }
            int n = Math.min(length, block.length);
            System.arraycopy(block, 0, bytes, from, n);
            left -= n;
            return n;
          }
        };

    LogLines lines = new LogLines(endless);

    assertThat(lines.next()).hasSize(LogLines.LONGEST_LINE);
    assertThat(lines.next()).isNull();
  }

  @Test
  void everyKindOfLineBreakEndsALine() throws IOException {
    assertThat(lines("a\nb\r\nc\rd\n\ne", StandardCharsets.UTF_8))
        .containsExactly("a", "b", "c", "d", "", "e");
  }

  @Test
  void logsOfWindowsAreReadByTheirByteOrderMark() throws IOException {
    assertThat(lines("\uFEFFä\r\nb", StandardCharsets.UTF_8)).containsExactly("ä", "b");
    assertThat(lines("\uFEFFä\r\nb", StandardCharsets.UTF_16LE)).containsExactly("ä", "b");
    assertThat(lines("\uFEFFä\r\nb", StandardCharsets.UTF_16BE)).containsExactly("ä", "b");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() throws IOException {
    LogLines lines = new LogLines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE4, 'b'}));

    assertThat(lines.next()).isEqualTo("a\uFFFDb");
  }

  private static List<String> lines(String text, Charset charset) throws IOException {
    LogLines lines = new LogLines(new ByteArrayInputStream(text.getBytes(charset)));
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  private static Explanation explain(String... lines) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    List.of(lines).forEach(explainer::add);
    return explainer.explanation();
  }
}
