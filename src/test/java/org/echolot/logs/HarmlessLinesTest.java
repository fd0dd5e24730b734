package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.Echoscu;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A log in which no DICOM call fails names no cause, whatever else it tells. */
@Timeout(120)
class HarmlessLinesTest {

  private static final LogCatalog CATALOG = LogPatterns.load();

  /** Of other services of a server, and of starts and debug logs of the programs that are known. */
  static List<String> harmless() throws IOException {
    String table = "harmless-lines.txt";
    try (InputStream in =
        Objects.requireNonNull(HarmlessLinesTest.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void aLineOfNoCallNamesNoCause(String line) {
    assertThat(failuresIn(Stream.of(line))).isEmpty();
  }

  @Test
  void anEchoThatWorksNamesNoCauseInTheTracesOfDcmtk() {
    try (RealPeer storescp = DcmtkServer.storescp("-d")) {
      Echoscu.Run run = Echoscu.run(storescp.port(), "PEER", "-d");

      assertThat(run.exitCode()).isZero();
      assertThat(failuresIn(run.output().lines())).isEmpty();
      assertThat(failuresIn(storescp.log().lines())).isEmpty();
    }
  }

  @Test
  void anEchoThatWorksNamesNoCauseInTheLogOfOrthanc() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      Echoscu.Run run = Echoscu.run(orthanc.port(), OrthancServer.AE, "-d");

      assertThat(run.exitCode()).isZero();
      assertThat(failuresIn(run.output().lines())).isEmpty();
      assertThat(failuresIn(orthanc.log().lines())).isEmpty();
    }
  }

  private static List<String> failuresIn(Stream<String> lines) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    lines.forEach(explainer::add);
    return explainer.explanation().explained().stream()
        .filter(explained -> !explained.meaning().causes().isEmpty())
        .map(explained -> explained.pattern().id() + ": " + explained.samples())
        .toList();
  }
}
