package org.echolot.capture;

import org.echolot.check.CheckResult;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonWriter;

/** A result alone as JSON text, and back, in the words of a recording. Holds no secret. */
public final class ResultText {

  private ResultText() {}

  /** All that the result says. */
  public static String write(CheckResult result) {
    return JsonWriter.write(ResultJson.written(result));
  }

  /**
   * The result that was written.
   *
   * @throws FaultException if the text is no result that any check ends with, or one that this
   *     version does not understand
   */
  public static CheckResult read(String text) throws FaultException {
    JsonDocument document = JsonDocument.read(text);
    return ResultJson.read(RecordedFields.of(document, document.root(), "a result", ""));
  }
}
