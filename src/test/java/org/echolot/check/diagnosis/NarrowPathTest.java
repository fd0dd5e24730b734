package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.network.TcpPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An echo passes where images will be slow, and that is said. */
class NarrowPathTest {

  private static TcpPath path(int mss, int pathMtu, int resent) {
    return new TcpPath(Duration.ofMillis(1), resent, 0, mss, pathMtu);
  }

  private static Warning warning(int mss, int pathMtu, int resent) {
    return NarrowPath.warning(path(mss, pathMtu, resent), false).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"1448, 1500, 0", "1220, 1280, 2", "32741, 65535, 1", "0, 0, 0"})
  void anOrdinaryWayIsNotWarnedOf(int mss, int pathMtu, int resent) {
    assertThat(NarrowPath.warning(path(mss, pathMtu, resent), false)).isEmpty();
  }

  @Test
  void aSmallSegmentOnAWidePathIsSomebodysLimit() {
    Warning warning = warning(76, 1500, 0);

    assertThat(warning.code()).isEqualTo(Warning.Code.SLOW_NETWORK);
    assertThat(warning.move()).isEqualTo(Move.NETWORK);
    assertThat(warning.text())
        .contains("only 76 bytes of data (MSS), though the path MTU", "is 1500 bytes")
        .doesNotContain("echo fits")
        .doesNotContain("sent again");
    assertThat(WarningStep.of(warning).orElseThrow().text())
        .contains("network team", "peer's administrator", "what limits the packets")
        .doesNotContain("lost");
  }

  @Test
  void aNarrowLinkIsNamedByItsPathMtu() {
    assertThat(warning(548, 600, 3).text())
        .contains("because a link in between seems to take at most 600 bytes (path MTU)")
        .contains(
            "3 packets to the peer were not acknowledged, and were sent again; finding out the path"
                + " MTU can");
  }

  @Test
  void manyLostPacketsAreWarnedOfByThemselves() {
    assertThat(warning(1448, 1500, 3).text()).contains("packets are lost in transit");
    assertThat(WarningStep.of(warning(1448, 1500, 3)).orElseThrow().text())
        .contains("where packets get lost")
        .doesNotContain("limits");
    assertThat(NarrowPath.warning(path(1448, 1500, 5), true).orElseThrow().text())
        .contains("5 packets to the proxy");
  }
}
