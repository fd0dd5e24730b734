package org.echolot.report;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.Warning;
import org.echolot.check.run.OwnEngine;
import org.echolot.fleet.Schedule;
import org.echolot.history.ChangedSince;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Results for a person: a line for each check, for a failure what it means and what to do, and for
 * a single target the stages. A failure that repeats is explained once.
 */
public final class TextReport implements Report {

  private static final int MAX_NAME_WIDTH = 40;

  private final PrintStream out;
  private final int targets;
  private final boolean repeats;
  private final int nameWidth;
  private final Paint paint;
  private final Map<Integer, Checked> byTarget = new TreeMap<>();
  private final Tally all = new Tally();

  /** What is kept of a target: as much after a million checks as after one. */
  private static final class Checked {
    private final String name;
    private final Tally tally = new Tally();
    private final Turns turns = new Turns();
    private @Nullable Cause lastCause;

    Checked(String name) {
      this.name = name;
    }
  }

  /**
   * @param targets what will be checked, by index
   * @param repeats whether each is checked more than once
   */
  public TextReport(PrintStream out, List<CheckRequest> targets, boolean repeats, Paint paint) {
    this.out = out;
    this.paint = paint;
    this.targets = targets.size();
    this.repeats = repeats;
    this.nameWidth =
        Math.min(
            MAX_NAME_WIDTH,
            targets.stream().mapToInt(t -> Escapes.oneLine(t.name()).length()).max().orElse(0));
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    CheckResult result = ended.result();
    Checked checked =
        byTarget.computeIfAbsent(
            ended.target(), _ -> new Checked(Escapes.oneLine(result.request().name())));
    boolean isFirst = checked.tally.all() == 0;
    boolean explained = !isFirst && checked.lastCause == result.cause();
    checked.lastCause = result.cause();
    checked.tally.add(result);
    checked.turns.add(result);
    all.add(result);
    StringBuilder text = new StringBuilder(headline(ended));
    if (targets == 1 && !repeats) {
      LadderText.of(result).forEach(line -> text.append("\n  ").append(line));
      security(result).forEach(line -> text.append("\n  ").append(line));
      NetworkText.of(result)
          .ifPresent(
              words ->
                  text.append(String.format(Locale.ROOT, "\n    %-18s  %s", "Network", words)));
    }
    if (!explained) {
      explanation(result)
          .forEach(line -> text.append("\n    ").append(painted(Escapes.oneLine(line))));
      ChangedSince.of(ended.check().lastSuccess(), result)
          .map(changed -> ChangedText.of(changed, result, Instant.now(), ZoneId::systemDefault))
          .orElse(List.of())
          .forEach(line -> text.append("\n    ").append(Escapes.oneLine(line)));
    }
    // Where the handshake ended well, a warning says it and more.
    if (isFirst && result.warning(Warning.Code.LEGACY_TLS).isEmpty()) {
      SecurityText.legacy(result)
          .ifPresent(words -> text.append("\n    ").append(paint.red(Escapes.oneLine(words))));
    }
    out.println(text);
  }

  /** What a single target's handshake showed, and what became of the user. */
  private static List<String> security(CheckResult result) {
    return SecurityText.of(result).stream()
        .filter(line -> !SecurityText.legacy(result).equals(Optional.of(line.value())))
        .map(
            line ->
                String.format(
                    Locale.ROOT, "  %-18s  %s", line.name(), Escapes.oneLine(line.value())))
        .toList();
  }

  private String headline(Schedule.Ended ended) {
    CheckResult result = ended.result();
    return String.format(
            Locale.ROOT,
            "%s %-" + Math.max(1, nameWidth) + "s%s  %8s  %s",
            LadderText.mark(result),
            Escapes.oneLine(result.request().name()),
            repeats ? String.format(Locale.ROOT, "  #%-3d", ended.run()) : "",
            ElapsedText.of(result.total()),
            verdict(result) + (SecurityText.legacy(result).isPresent() ? legacyTag() : ""))
        .stripTrailing();
  }

  private String painted(String line) {
    return line.startsWith(Warning.Code.LEGACY_TLS + ": ") ? paint.red(line) : line;
  }

  private String legacyTag() {
    return "  " + paint.red("LEGACY TLS, NOT SAFE");
  }

  private static String verdict(CheckResult result) {
    String by = result.engine().equals(OwnEngine.NAME) ? "" : "  (by " + result.engine() + ")";
    return Comparison.verdict(result) + by;
  }

  private static List<String> explanation(CheckResult result) {
    List<String> lines = new ArrayList<>();
    if (result.outcome() == Outcome.FAILURE) {
      lines.add(result.summary() + ".");
      lines.add("Whose move: " + result.move().label() + ".");
      boolean several = result.advice().size() > 1;
      for (int i = 0; i < result.advice().size(); i++) {
        lines.add("  " + (several ? (i + 1) + ". " : "") + result.advice().get(i));
      }
      RuledOut.of(result).ifPresent(text -> lines.add("Ruled out: " + text));
    }
    result.warnings().forEach(warning -> lines.add(warning.code() + ": " + warning.text()));
    return lines;
  }

  @Override
  public void allEnded() {
    if (repeats) {
      byTarget.values().forEach(checked -> summary(checked).forEach(out::println));
    } else if (targets > 1) {
      out.println(counts(all));
    }
  }

  private static List<String> summary(Checked checked) {
    String spread =
        checked
            .tally
            .spread()
            .map(
                times ->
                    String.format(
                        Locale.ROOT,
                        "; min %s, median %s, max %s",
                        ElapsedText.of(times.shortest()),
                        ElapsedText.of(times.median()),
                        ElapsedText.of(times.longest())))
            .orElse("");
    return Stream.concat(Stream.of(counts(checked.tally) + spread), checked.turns.words().stream())
        .map(line -> checked.name + ": " + line)
        .toList();
  }

  private static String counts(Tally tally) {
    long stopped = tally.of(Outcome.CANCELLED);
    return tally.all()
        + " checked: "
        + tally.of(Outcome.SUCCESS)
        + " ok, "
        + tally.of(Outcome.FAILURE)
        + " failed"
        + (stopped > 0 ? ", " + stopped + " stopped" : "");
  }
}
