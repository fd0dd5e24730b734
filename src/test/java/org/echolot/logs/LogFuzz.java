package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.echolot.fuzz.Budget;

/** Any bytes, as the log of another program. */
public final class LogFuzz {

  // A line is compared with hundreds of texts.
  private static final Budget BUDGET = Budget.of(512, 2_000).whileFuzzing(32);
  private static final LogCatalog CATALOG = LogPatterns.load();

  private LogFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds() {
    return Stream.of(
            "E: Association Rejected:\nE: Result: Rejected Permanent, Source: Service User\n",
            "I: Peer aborted Association (or never connected)\r\n\r\nE: DIMSE No data available\n",
            "javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure",
            "W0101 12:00:00.000000 DicomServer.cpp:1] DICOM authorization rejected for AET X")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    BUDGET.holds(bytes.length, () -> log(bytes));
  }

  private static void log(byte[] bytes) throws Exception {
    LogLines lines = new LogLines(new ByteArrayInputStream(bytes));
    LogExplainer explainer = new LogExplainer(CATALOG);
    for (String line = lines.next(); line != null; line = lines.next()) {
      explainer.add(line);
    }
    Explanation explanation = explainer.explanation();
    long explained = explanation.explained().stream().mapToLong(Explained::count).sum();
    assertThat(explained + explanation.unknown()).isEqualTo(explanation.lines());
    explanation
        .explained()
        .forEach(
            one ->
                assertThat(one.samples())
                    .allSatisfy(
                        sample ->
                            assertThat(sample).doesNotContain("\u001B").hasSizeLessThan(2_000)));
  }
}
