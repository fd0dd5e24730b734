package org.echolot.report;

import java.util.List;
import java.util.Locale;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;

/** The stages of a check as aligned lines of text, one for each. */
public final class LadderText {

  private LadderText() {}

  /** Six lines like {@code ✓ Resolve 0.03 ms localhost → 127.0.0.1}, safe to print. */
  public static List<String> of(CheckResult result) {
    return of(result.stages(), result.outcome());
  }

  /** The same of stages of which there is no result of a check. */
  public static List<String> of(List<StageResult> stages, Outcome outcome) {
    return stages.stream().map(stage -> line(stage, outcome)).toList();
  }

  private static String line(StageResult stage, Outcome outcome) {
    boolean skipped = stage.state() == StageState.SKIPPED;
    return String.format(
            Locale.ROOT,
            "%s %-9s  %8s  %s",
            mark(stage.state(), outcome),
            stage.stage().label(),
            skipped ? "" : ElapsedText.of(stage.duration()),
            Escapes.oneLine(stage.detail()))
        .stripTrailing();
  }

  /**
   * The mark of a stage of a check with that outcome: the stage in which it was stopped is {@code
   * ■}.
   */
  public static String mark(StageState state, Outcome outcome) {
    return switch (state) {
      case OK -> "✓";
      case WARNING -> "⚠";
      case FAILED -> outcome == Outcome.CANCELLED ? "■" : "✗";
      case SKIPPED -> "–";
    };
  }

  /**
   * The mark of a whole check: {@code ✓}, {@code ⚠} with a warning that marks the peer, {@code ✗},
   * stopped {@code ■}.
   */
  public static String mark(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> result.isMarked() ? "⚠" : "✓";
      case FAILURE -> "✗";
      case CANCELLED -> "■";
    };
  }
}
