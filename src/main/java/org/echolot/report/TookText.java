package org.echolot.report;

import java.util.stream.Collectors;
import org.echolot.check.CheckResult;
import org.echolot.text.ElapsedText;

/** How long a check took: its stages together, and what was asked beside them. */
public final class TookText {

  private TookText() {}

  /** As in {@code 5.0 s, then 1.0 s to ask whether it speaks TLS}. */
  public static String of(CheckResult result) {
    return ElapsedText.of(result.total())
        + result.observed().sideQuestions().stream()
            .map(asked -> ", then " + ElapsedText.of(asked.took()) + " " + asked.kind().purpose())
            .collect(Collectors.joining());
  }
}
