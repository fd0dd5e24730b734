package org.echolot.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.text.AddressText;
import org.echolot.text.DecimalText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** A check in the words of other monitors. Pure. */
public final class PluginText {

  private static final int MICROSECONDS = 6;

  private PluginText() {}

  /**
   * What a monitoring plugin writes: a line with the state, what follows {@code |} being
   * performance data, and more lines for a person.
   */
  public static List<String> nagios(
      CheckResult result,
      PluginVerdict verdict,
      @Nullable PluginRange warning,
      @Nullable PluginRange critical) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "DICOM "
            + verdict.state()
            + " - "
            + safe(verdict.words())
            + " | time="
            + seconds(result.total())
            + "s;"
            + (warning == null ? "" : warning.text())
            + ";"
            + (critical == null ? "" : critical.text())
            + ";0"
            + stages(result).stream()
                .map(stage -> " " + word(stage) + "=" + seconds(stage.duration()) + "s")
                .collect(Collectors.joining()));
    if (verdict.state() != PluginVerdict.State.OK) {
      if (result.cause() != null) {
        lines.add("Cause: " + result.cause());
      }
      lines.add("Whose move: " + safe(result.move().label()));
      result.advice().forEach(step -> lines.add("- " + safe(step)));
    }
    return lines;
  }

  /** A line of a local check of Checkmk. */
  public static String checkmk(
      CheckResult result,
      PluginVerdict verdict,
      @Nullable PluginRange warning,
      @Nullable PluginRange critical) {
    String levels = upper(warning) + ";" + upper(critical);
    return verdict.state().code()
        + " \"DICOM "
        + safe(result.request().name()).replace('"', '\'')
        + "\" time="
        + seconds(result.total())
        + (levels.equals(";") ? "" : ";" + levels)
        + stages(result).stream()
            .map(stage -> "|" + word(stage) + "=" + seconds(stage.duration()))
            .collect(Collectors.joining())
        + " "
        + safe(verdict.words())
        + (result.cause() == null ? "" : " (" + result.cause() + ")");
  }

  /** Checkmk has upper levels alone. */
  private static String upper(@Nullable PluginRange range) {
    return range == null || range.to() == null || range.inside() ? "" : range.to().toPlainString();
  }

  /** A line of InfluxDB's line protocol, without a time. */
  public static String influx(CheckResult result, PluginVerdict verdict) {
    CheckRequest request = result.request();
    return "dicom_check,peer="
        + tag(request.name())
        + ",called_ae="
        + tag(request.calledAe().value())
        + ",target="
        + tag(request.calledAe() + "@" + AddressText.of(request.host(), request.port()))
        + " success="
        + result.isSuccess()
        + ",state="
        + verdict.state().code()
        + "i,time="
        + seconds(result.total())
        + stages(result).stream()
            .map(stage -> "," + word(stage) + "=" + seconds(stage.duration()))
            .collect(Collectors.joining())
        + ",cause="
        + field(result.cause() == null ? "" : result.cause().name())
        + ",stage="
        + field(result.stage() == null ? "" : result.stage().name())
        + ",move="
        + field(result.move().name())
        + ",summary="
        + field(verdict.words());
  }

  private static List<StageResult> stages(CheckResult result) {
    return result.stages().stream().filter(stage -> stage.state() != StageState.SKIPPED).toList();
  }

  private static String word(StageResult stage) {
    return stage.stage().name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(Duration span) {
    return DecimalText.rounded(span.toNanos(), 9, MICROSECONDS);
  }

  /** A bar would begin performance data. */
  private static String safe(String text) {
    return Escapes.oneLine(text).replace('|', '/');
  }

  private static String tag(String text) {
    return Escapes.oneLine(text)
        .replace("\\", "\\\\")
        .replace(",", "\\,")
        .replace("=", "\\=")
        .replace(" ", "\\ ");
  }

  private static String field(String text) {
    return "\"" + Escapes.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
