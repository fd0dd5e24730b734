package org.echolot.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.echolot.check.CheckResult;
import org.echolot.history.ChangedSince;
import org.echolot.history.OutcomeAlone;
import org.echolot.text.MomentText;

/** What changed since a peer last answered, in lines for a person. */
public final class ChangedText {

  private ChangedText() {}

  /**
   * The lines below a result; none for a success that is like the last one.
   *
   * @param now the moment for which it is said
   * @param zone asked for only if needed: the first use of a zone takes long
   */
  public static List<String> of(
      ChangedSince changed, CheckResult result, Instant now, Supplier<ZoneId> zone) {
    List<String> lines = new ArrayList<>();
    List<String> sentences = changed.sentences();
    if (!result.isSuccess()) {
      lines.add(changed.workedUntil(now, zone.get()) + ".");
      if (sentences.isEmpty()) {
        lines.add("Changed since: " + OutcomeAlone.of(result) + ".");
      }
    }
    if (!sentences.isEmpty()) {
      lines.add(
          "Changed since "
              + (result.isSuccess()
                  ? MomentText.of(changed.lastSuccessAt(), now, zone.get())
                  : "then")
              + ":");
      sentences.forEach(sentence -> lines.add("  " + sentence + "."));
    }
    return lines;
  }
}
