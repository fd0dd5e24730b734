package org.echolot.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * What several engines found out about the same peer, side by side. Times are shown and not
 * compared: no two checks take the same.
 *
 * @param results one of each engine
 */
public record Comparison(List<CheckResult> results) {

  /** They come and go, whatever the engine. */
  private static final Set<Warning.Code> OF_THE_MOMENT =
      EnumSet.of(Warning.Code.SLOW_PEER, Warning.Code.SLOW_LOOKUP, Warning.Code.SLOW_NETWORK);

  /** What only our own engine can see: how the system acknowledged, for example. */
  private static final Set<Warning.Code> OF_OUR_ENGINE = EnumSet.of(Warning.Code.DELAYED_ACK_STALL);

  /**
   * One thing that the engines tell.
   *
   * @param values in the order of the results; empty where an engine does not tell it
   * @param differs whether the engines tell different things
   */
  public record Row(String what, List<String> values, boolean differs) {
    public Row {
      values = List.copyOf(values);
    }
  }

  public Comparison {
    results = List.copyOf(results);
  }

  /** Whether the engines tell the same in all that is compared. */
  public boolean agrees() {
    return rows().stream().noneMatch(Row::differs);
  }

  /** All that at least one of the engines tells. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Result", Comparison::verdict));
    rows.add(row("Ended by", result -> result.endedBy().label()));
    for (CheckStage stage : CheckStage.values()) {
      rows.add(
          row(
              stage.label(),
              result -> shown(result.stage(stage)),
              result -> words(result.stage(stage).state())));
    }
    rows.add(row("Rejected", result -> text(result.reject(), rj -> rj.numbers())));
    rows.add(row("Aborted", result -> text(result.abort(), abort -> abort.description())));
    rows.add(row("C-ECHO-RSP status", result -> text(result.echoStatus(), Comparison::status)));
    rows.add(negotiated("Implementation", Negotiated::implementationVersionName));
    rows.add(negotiated("Implementation class UID", Negotiated::implementationClassUid));
    rows.add(negotiated("Max PDU length", Negotiated::maxPduLength));
    rows.add(negotiated("Transfer syntax", Negotiated::transferSyntax));
    rows.add(negotiated("Verification service, result", Negotiated::contextResult));
    rows.add(
        row(
            "Warnings",
            result ->
                String.join(
                    ", ", result.warnings().stream().map(w -> w.code().name()).distinct().toList()),
            result ->
                String.join(
                    ", ",
                    result.warnings().stream()
                        .map(Warning::code)
                        .filter(
                            code -> !OF_THE_MOMENT.contains(code) && !OF_OUR_ENGINE.contains(code))
                        .map(Enum::name)
                        .distinct()
                        .sorted()
                        .toList())));
    rows.removeIf(row -> row.values().stream().allMatch(String::isEmpty));
    return rows;
  }

  /** The outcome, or the cause of a failure, in words and as scripts read it. */
  public static String verdict(CheckResult result) {
    Cause cause = result.cause();
    return switch (result.outcome()) {
      case SUCCESS -> "OK";
      case CANCELLED -> "stopped";
      case FAILURE -> cause == null ? "failed" : cause.label() + " [" + cause + "]";
    };
  }

  private Row negotiated(String what, Function<Negotiated, @Nullable Object> value) {
    return row(
        what,
        result ->
            text(result.negotiated(), negotiated -> Objects.toString(value.apply(negotiated), "")));
  }

  private Row row(String what, Function<CheckResult, String> value) {
    return row(what, value, value);
  }

  private Row row(
      String what, Function<CheckResult, String> shown, Function<CheckResult, String> compared) {
    return new Row(
        what,
        results.stream().map(shown).toList(),
        results.stream().map(compared).distinct().count() > 1);
  }

  private static String shown(StageResult stage) {
    return stage.state() == StageState.SKIPPED
        ? ""
        : words(stage.state()) + ", " + ElapsedText.of(stage.duration());
  }

  private static String words(StageState state) {
    return switch (state) {
      case OK -> "done";
      case WARNING -> "done, with a warning";
      case FAILED -> "failed";
      case SKIPPED -> "";
    };
  }

  private static String status(int status) {
    return DimseStatus.named(status);
  }

  private static <T> String text(@Nullable T value, Function<T, String> text) {
    return value == null ? "" : text.apply(value);
  }
}
