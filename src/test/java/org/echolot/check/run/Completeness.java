package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;

/** What is true of every result, whatever the peer did. */
final class Completeness {

  private Completeness() {}

  static void assertComplete(CheckResult result) {
    assertThat(result.stages()).extracting(StageResult::stage).containsExactly(CheckStage.values());
    assertSentence(result.summary());
    result.advice().forEach(Completeness::assertSentence);
    result.warnings().forEach(warning -> assertSentence(warning.text()));
    result.stages().forEach(stage -> assertThat(stage.detail()).doesNotContain("{", "\n"));
    assertTimes(result);
    switch (result.outcome()) {
      case SUCCESS -> assertSuccess(result);
      case FAILURE -> assertFailure(result);
      case CANCELLED -> assertCancelled(result);
    }
  }

  private static void assertSentence(String text) {
    assertThat(text).isNotBlank().doesNotContainPattern("\\{\\w+}").doesNotContain("null");
  }

  private static void assertTimes(CheckResult result) {
    Duration sum =
        result.stages().stream().map(StageResult::duration).reduce(Duration.ZERO, Duration::plus);
    assertThat(result.total()).as("%s", result).isGreaterThanOrEqualTo(sum);
    for (StageResult stage : result.stages()) {
      if (stage.state() == StageState.SKIPPED) {
        assertThat(stage.duration()).isZero();
      } else {
        assertThat(stage.duration()).isGreaterThanOrEqualTo(Duration.ZERO);
      }
    }
  }

  private static void assertSuccess(CheckResult result) {
    assertThat(result.stage()).isNull();
    assertThat(result.cause()).isNull();
    // A peer that answers may still be one that takes no images.
    assertThat(result.move()).matches(move -> (move == Move.NOBODY) == result.advice().isEmpty());
    assertThat(result.reject()).isNull();
    assertThat(result.negotiated()).isNotNull();
    assertThat(result.localAddress()).isNotNull();
    assertThat(result.remoteAddress()).isNotNull();
    for (StageResult stage : result.stages()) {
      assertThat(stage.state())
          .as("%s", stage)
          .isIn(
              stage.stage() == CheckStage.TLS && !result.request().isTls()
                  ? List.of(StageState.SKIPPED)
                  : List.of(StageState.OK, StageState.WARNING));
    }
  }

  private static void assertFailure(CheckResult result) {
    CheckStage failedAt = Objects.requireNonNull(result.stage());
    Cause cause = Objects.requireNonNull(result.cause());
    assertThat(result.advice()).isNotEmpty();
    assertThat(result.move()).isNotEqualTo(Move.NOBODY);
    assertThat(result.summary())
        .startsWith(
            // Its summaries say which of both it is, missing or refused.
            cause == Cause.CLIENT_CERTIFICATE_REQUIRED ? "Client certificate " : cause.label());
    assertThat(result.stage(failedAt).state()).isEqualTo(StageState.FAILED);
    assertThat(result.stage(failedAt).detail()).isNotBlank();
    assertThat(cause.stage() == null ? failedAt : cause.stage()).isEqualTo(failedAt);
    assertThat(result.reject() != null).isEqualTo(cause.name().startsWith("REJECTED_"));
    assertThat(result.abort() != null).isEqualTo(cause == Cause.ABORTED);
    for (StageResult stage : result.stages()) {
      if (stage.stage().compareTo(failedAt) < 0) {
        assertThat(stage.state()).as("%s", stage).isNotEqualTo(StageState.FAILED);
      } else if (stage.stage() != failedAt && stage.stage() != CheckStage.RELEASE) {
        assertThat(stage.state()).as("%s", stage).isEqualTo(StageState.SKIPPED);
      }
    }
  }

  private static void assertCancelled(CheckResult result) {
    CheckStage stoppedAt = Objects.requireNonNull(result.stage());
    assertThat(result.cause()).isNull();
    assertThat(result.endedBy()).isEqualTo(EndedBy.OUR_STOP);
    for (StageResult stage : result.stages()) {
      if (stage.stage().compareTo(stoppedAt) > 0) {
        assertThat(stage.state()).as("%s", stage).isEqualTo(StageState.SKIPPED);
      }
    }
  }
}
