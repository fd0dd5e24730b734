package org.echolot.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Null;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of a document, by name and type. A field that is null counts as missing.
 *
 * @param place where the object is, for the end of a sentence: {@code , at peer 3 ("CT 1")}
 */
public record ObjectFields(JsonDocument document, Obj object, String place) {

  private static final Pattern INTEGER = Pattern.compile("-?\\d+");
  private static final int MAX_SHOWN_DIGITS = 18;

  /**
   * @throws FaultException if {@code value} is no object
   */
  public static ObjectFields of(JsonDocument document, JsonValue value, String what, String place)
      throws FaultException {
    if (value instanceof Obj object) {
      return new ObjectFields(document, object, place);
    }
    throw new FaultException(
        document.positionOf(value), what + " must be an object, not " + value.kind() + place);
  }

  /** The value of a field, of any type; null if it is missing. */
  public @Nullable JsonValue value(String name) {
    JsonValue value = object.fields().get(name);
    return value instanceof Null ? null : value;
  }

  /**
   * The text that a field holds; null if it is missing.
   *
   * @throws FaultException if it holds something else
   */
  public @Nullable String text(String name) throws FaultException {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    return asText(value, name);
  }

  /**
   * The text that a field holds.
   *
   * @throws FaultException if it is missing or holds something else
   */
  public String requiredText(String name) throws FaultException {
    return asText(required(name), name);
  }

  /** A whole number, as large as it may be. */
  public @Nullable Long integer(String name) throws FaultException {
    JsonValue value = value(name);
    return value == null ? null : asInteger(value, name);
  }

  /**
   * The whole number that a field holds.
   *
   * @throws FaultException if it is missing, holds something else, or is too large
   */
  public long requiredInteger(String name) throws FaultException {
    return asInteger(required(name), name);
  }

  /**
   * True or false, as a field says.
   *
   * @param otherwise what is said where it is missing
   * @throws FaultException if it holds something else
   */
  public boolean bool(String name, boolean otherwise) throws FaultException {
    JsonValue value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Bool bool) {
      return bool.value();
    }
    throw wrongType(value, name, "true or false");
  }

  /**
   * The time that a field holds, such as {@code "5s"} or {@code "500ms"}; null if it is missing.
   *
   * @throws FaultException if it holds something else, or no such time
   */
  public @Nullable Duration time(String name) throws FaultException {
    String text = text(name);
    if (text == null) {
      return null;
    }
    require(name, DurationText.faultOf(text));
    return DurationText.parse(text);
  }

  /**
   * The texts in the list that a field holds; none if it is missing.
   *
   * @throws FaultException if it holds something else
   */
  public List<String> texts(String name) throws FaultException {
    JsonValue value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Arr array)) {
      throw wrongType(value, name, "a list");
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue item : array.items()) {
      texts.add(asText(item, name));
    }
    return texts;
  }

  /** An object inside this one; null if it is missing. */
  public @Nullable ObjectFields object(String name) throws FaultException {
    JsonValue value = value(name);
    return value == null ? null : of(document, value, "\"" + name + "\"", place);
  }

  /**
   * The value of a field, of any type.
   *
   * @throws FaultException if it is missing
   */
  public JsonValue required(String name) throws FaultException {
    JsonValue value = value(name);
    if (value == null) {
      throw new FaultException(
          document.positionOf(object), "the field \"" + name + "\" is missing" + place);
    }
    return value;
  }

  /**
   * @param fault what is wrong with the field; null if nothing is
   * @throws FaultException if something is
   */
  public void require(String name, @Nullable String fault) throws FaultException {
    JsonValue value = object.fields().get(name);
    if (fault != null && value != null) {
      throw fault(value, name, fault);
    }
  }

  /** What to throw where a field holds another type than is {@code wanted}. */
  public FaultException wrongType(JsonValue value, String name, String wanted) {
    return new FaultException(
        document.positionOf(value),
        "\"" + name + "\" must be " + wanted + ", not " + value.kind() + place);
  }

  private FaultException fault(JsonValue value, String name, String sentence) {
    String words = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return new FaultException(document.positionOf(value), "\"" + name + "\": " + words + place);
  }

  private String asText(JsonValue value, String name) throws FaultException {
    if (value instanceof Text text) {
      return text.value();
    }
    throw wrongType(value, name, "text");
  }

  private long asInteger(JsonValue value, String name) throws FaultException {
    if (!(value instanceof Num number)) {
      throw wrongType(value, name, "a number");
    }
    if (!INTEGER.matcher(number.literal()).matches()) {
      throw fault(value, name, number.literal() + " is not a whole number");
    }
    if (number.literal().length() > MAX_SHOWN_DIGITS) {
      throw fault(value, name, "the number is too long");
    }
    return Long.parseLong(number.literal());
  }
}
