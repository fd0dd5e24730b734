package org.echolot.lab;

import java.util.List;
import java.util.Objects;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One result, as {@code --format json} has it.
 *
 * @param json the object
 */
public record Told(JsonValue.Obj json) {

  static Told of(String line) {
    try {
      return new Told((JsonValue.Obj) JsonDocument.read(line).root());
    } catch (FaultException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  public String cause() {
    return text("cause");
  }

  public String summary() {
    return text("summary");
  }

  public String move() {
    return text("move");
  }

  public List<String> advice() {
    return ((JsonValue.Arr) Objects.requireNonNull(value("advice")))
        .items().stream().map(item -> ((JsonValue.Text) item).value()).toList();
  }

  public double totalMillis() {
    return Double.parseDouble(text("totalMillis"));
  }

  /**
   * A value, text or number, as text; {@code "null"} where there is none.
   *
   * @param path names of fields, with dots between them
   */
  public String text(String path) {
    return switch (value(path)) {
      case JsonValue.Text text -> text.value();
      case JsonValue.Num number -> number.literal();
      case JsonValue.Bool bool -> String.valueOf(bool.value());
      case null, default -> "null";
    };
  }

  /** A value; null where there is none. */
  public @Nullable JsonValue value(String path) {
    JsonValue value = json;
    for (String name : path.split("\\.", -1)) {
      if (!(value instanceof JsonValue.Obj object)) {
        return null;
      }
      value = object.fields().get(name);
    }
    return value;
  }

  /**
   * What its stage of that name says.
   *
   * @param field for example {@code detail}
   */
  public String stage(String stage, String field) {
    for (JsonValue item : ((JsonValue.Arr) Objects.requireNonNull(value("stages"))).items()) {
      Told rung = new Told((JsonValue.Obj) item);
      if (rung.text("stage").equals(stage)) {
        return rung.text(field);
      }
    }
    throw new AssertionError("no stage " + stage + " in " + json);
  }
}
