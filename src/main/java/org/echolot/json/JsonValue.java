package org.echolot.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as a file has it: fields in their order, numbers as they were written. Immutable. */
public sealed interface JsonValue {

  /** Fields in the file's order, which does not count when objects are compared. */
  record Obj(Map<String, JsonValue> fields) implements JsonValue {
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** This object without the field of that name. */
    public Obj without(String name) {
      Map<String, JsonValue> rest = new LinkedHashMap<>(fields);
      rest.remove(name);
      return new Obj(rest);
    }
  }

  /** Items in their order. */
  record Arr(List<JsonValue> items) implements JsonValue {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** A string. */
  record Text(String value) implements JsonValue {}

  /** A number, by its digits. */
  record Num(String literal) implements JsonValue {}

  /** True or false. */
  record Bool(boolean value) implements JsonValue {}

  /** The word null. */
  record Null() implements JsonValue {}

  /** What it is, for a sentence. */
  default String kind() {
    return switch (this) {
      case Obj _ -> "an object";
      case Arr _ -> "a list";
      case Text _ -> "text";
      case Num _ -> "a number";
      case Bool bool -> bool.value() ? "true" : "false";
      case Null _ -> "null";
    };
  }
}
