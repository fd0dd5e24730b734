package org.echolot.capture;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;

/** A result as JSON, and back. */
final class ResultJson {

  private ResultJson() {}

  static Obj written(CheckResult result) {
    FieldsWriter to = new FieldsWriter();
    to.put("request", RequestJson.written(result.request()))
        .put("engine", result.engine())
        .put("startedAt", result.startedAt().toString())
        .put("outcome", result.outcome())
        .put("stage", result.stage())
        .put("cause", result.cause())
        .put("summary", result.summary())
        .put("move", result.move())
        .put("endedBy", result.endedBy())
        .putTexts("advice", result.advice())
        .putAll("warnings", result.warnings().stream().map(ResultJson::written).toList())
        .putNanos("totalNanos", result.total())
        .putAll("stages", result.stages().stream().map(ResultJson::written).toList());
    AnswerJson.write(result, to);
    ObservedJson.write(result.observed(), to);
    return to.object();
  }

  private static Obj written(Warning warning) {
    return new FieldsWriter()
        .put("code", warning.code())
        .put("text", warning.text())
        .put("move", warning.move())
        .object();
  }

  private static Obj written(StageResult stage) {
    FieldsWriter to = new FieldsWriter();
    write(stage, to);
    return to.object();
  }

  static void write(StageResult stage, FieldsWriter to) {
    to.put("stage", stage.stage())
        .put("state", stage.state())
        .putNanos("nanos", stage.duration())
        .put("detail", stage.detail());
  }

  /**
   * @throws FaultException if no check ends so
   */
  static CheckResult read(RecordedFields from) throws FaultException {
    Outcome outcome = from.constant("outcome", Outcome.class);
    Cause cause = from.constantOrNull("cause", Cause.class);
    if ((outcome == Outcome.FAILURE) != (cause != null)) {
      throw from.fault("cause", "a failure has one, and nothing else has");
    }
    return new CheckResult(
        RequestJson.read(from.object("request")),
        from.text("engine"),
        from.localTime("startedAt"),
        outcome,
        from.constantOrNull("stage", CheckStage.class),
        cause,
        from.text("summary"),
        from.constant("move", Move.class),
        from.constant("endedBy", EndedBy.class),
        from.texts("advice"),
        warnings(from),
        from.nanos("totalNanos"),
        stages(from),
        AnswerJson.reject(from.objectOrNull("reject")),
        AnswerJson.abort(from.objectOrNull("abort")),
        AnswerJson.echoStatus(from),
        AnswerJson.negotiated(from.objectOrNull("negotiated")),
        AnswerJson.tls(from.objectOrNull("tls")),
        AnswerJson.userIdentity(from.objectOrNull("userIdentity")),
        AddressJson.read(from.objectOrNull("localAddress")),
        AddressJson.read(from.objectOrNull("remoteAddress")),
        ObservedJson.read(from));
  }

  private static List<Warning> warnings(RecordedFields from) throws FaultException {
    List<Warning> warnings = new ArrayList<>();
    for (RecordedFields each : from.objects("warnings", "a warning", "")) {
      Warning.Code code = each.constant("code", Warning.Code.class);
      // Older recordings don't say whose move it is.
      Move move = each.constantOrNull("move", Move.class);
      warnings.add(new Warning(code, each.text("text"), move == null ? code.move() : move));
    }
    return warnings;
  }

  private static List<StageResult> stages(RecordedFields from) throws FaultException {
    List<StageResult> stages = new ArrayList<>();
    for (RecordedFields each : from.objects("stages", "a stage", "")) {
      stages.add(readStage(each));
    }
    if (!stages.stream().map(StageResult::stage).toList().equals(List.of(CheckStage.values()))) {
      throw from.fault("stages", "they must be all six, in order");
    }
    return stages;
  }

  static StageResult readStage(RecordedFields from) throws FaultException {
    return new StageResult(
        from.constant("stage", CheckStage.class),
        from.constant("state", StageState.class),
        from.nanos("nanos"),
        from.text("detail"));
  }
}
