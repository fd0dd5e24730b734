package org.echolot.report;

import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.Warning;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * A check as monitors take it.
 *
 * @param words one line
 */
public record PluginVerdict(State state, String words) {

  /** The four states of monitoring plugins, by their exit codes. */
  public enum State {
    OK(0),
    WARNING(1),
    CRITICAL(2),
    UNKNOWN(3);

    private final int code;

    State(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  /**
   * @param warning when a time is too long for comfort; null: never
   * @param critical when it is too long; null: never
   * @param ownFault what is wrong with this computer's own network, in words; null: nothing
   */
  public static PluginVerdict of(
      CheckResult result,
      @Nullable PluginRange warning,
      @Nullable PluginRange critical,
      @Nullable String ownFault) {
    String name = result.request().name();
    if (ownFault != null) {
      return new PluginVerdict(State.UNKNOWN, name + " could not be checked: " + ownFault);
    }
    if (result.outcome() == Outcome.CANCELLED) {
      return new PluginVerdict(State.CRITICAL, name + " did not answer in the time of this check");
    }
    if (!result.isSuccess()) {
      return new PluginVerdict(State.CRITICAL, name + ": " + result.summary());
    }
    String answered = name + " answered in " + ElapsedText.of(result.total());
    if (critical != null && critical.alerts(result.total())) {
      return new PluginVerdict(State.CRITICAL, answered);
    }
    if (warning != null && warning.alerts(result.total())) {
      return new PluginVerdict(State.WARNING, answered);
    }
    return result
        .warning(Warning.Code.CERTIFICATE_EXPIRES_SOON)
        .map(soon -> new PluginVerdict(State.WARNING, answered + "; " + soon.text()))
        .orElseGet(() -> new PluginVerdict(State.OK, answered));
  }
}
