package org.echolot.capture;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Observed;
import org.echolot.check.SideQuestion;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;

/** What a check saw of the network, as JSON, and back; all of it may be missing. */
final class ObservedJson {

  private ObservedJson() {}

  static void write(Observed observed, FieldsWriter to) {
    Integer left = observed.unacknowledgedBytes();
    if (left != null) {
      to.put("unacknowledgedBytes", left);
    }
    to.putAll(
        "sideQuestions", observed.sideQuestions().stream().map(ObservedJson::written).toList());
  }

  private static Obj written(SideQuestion question) {
    return new FieldsWriter()
        .put("kind", question.kind())
        .put("at", question.at())
        .putNanos("nanos", question.took())
        .object();
  }

  static Observed read(RecordedFields from) throws FaultException {
    List<SideQuestion> questions = new ArrayList<>();
    for (RecordedFields each : from.objects("sideQuestions", "a question", "")) {
      questions.add(
          new SideQuestion(
              each.constant("kind", SideQuestion.Kind.class), each.at(), each.nanos("nanos")));
    }
    return new Observed(from.numberOrNull("unacknowledgedBytes", Integer.MAX_VALUE), questions);
  }
}
