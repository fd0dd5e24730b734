package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Warning;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Schedule;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final CheckRequest PEER = Results.request("CT 1");

  private static Comparison.Row row(Comparison comparison, String what) {
    return comparison.rows().stream()
        .filter(row -> row.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void timesDoNotMakeADifference() {
    Comparison comparison =
        new Comparison(
            List.of(
                Results.success(PEER, Duration.ofMillis(1)),
                Results.success(PEER, Duration.ofMillis(40))));

    assertThat(comparison.agrees()).isTrue();
    assertThat(row(comparison, "Echo").values()).containsExactly("done, 1.00 ms", "done, 40 ms");
  }

  @Test
  void twoVerdictsDiffer() {
    Comparison comparison =
        new Comparison(
            List.of(Results.success(PEER, Duration.ofMillis(1)), Results.rejected(PEER)));

    assertThat(comparison.agrees()).isFalse();
    assertThat(row(comparison, "Result").differs()).isTrue();
    assertThat(row(comparison, "Result").values())
        .containsExactly("OK", "Called AE title not recognized [REJECTED_CALLED_AE]");
    assertThat(row(comparison, "Rejected").values()).containsExactly("", "1/1/7");
    assertThat(row(comparison, "Implementation").differs()).isTrue();
  }

  @Test
  void aWarningOfOneAloneDiffersUnlessItIsAboutTime() {
    Warning odd = new Warning(Warning.Code.NONSTANDARD_REPLY, "Odd.");
    Warning slow = new Warning(Warning.Code.SLOW_PEER, "Slow.");
    CheckResult plain = Results.success(PEER, Duration.ofMillis(1));

    assertThat(
            new Comparison(List.of(plain, Results.success(PEER, Duration.ofMillis(1), slow)))
                .agrees())
        .isTrue();
    assertThat(
            new Comparison(List.of(plain, Results.success(PEER, Duration.ofMillis(1), odd)))
                .agrees())
        .isFalse();
  }

  @Test
  void aWarningThatOnlyOurEngineCanSeeIsNoDifference() {
    Warning stall = new Warning(Warning.Code.DELAYED_ACK_STALL, "Stalls.");

    Comparison comparison =
        new Comparison(
            List.of(
                Results.success(PEER, Duration.ofMillis(1), stall),
                Results.success(PEER, Duration.ofMillis(44))));

    assertThat(comparison.agrees()).isTrue();
    assertThat(row(comparison, "Warnings").values()).containsExactly("DELAYED_ACK_STALL", "");
  }

  @Test
  void eachReportOfOneResultNamesTheEngine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    CheckResult result = Results.success(PEER, Duration.ofMillis(1));
    Schedule.Ended ended =
        new Schedule.Ended(0, 1, new CheckEnded(result.request(), 0, result, Recording.EMPTY));
    for (Report report : List.of(new JUnitReport(out), new PrometheusReport(out))) {
      report.checkEnded(ended);
      report.allEnded();
    }

    String engine = result.engine();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("<property name=\"engine\" value=\"" + engine + "\"/>")
        .containsPattern("echolot_check_info\\{[^}]*engine=\"" + engine + "\"\\} 1");
  }

  @Test
  void whatNobodyTellsIsLeftOut() {
    Comparison comparison = new Comparison(List.of(Results.refused(PEER), Results.refused(PEER)));

    assertThat(comparison.rows()).extracting(Comparison.Row::what).doesNotContain("Rejected");
    assertThat(comparison.agrees()).isTrue();
  }
}
