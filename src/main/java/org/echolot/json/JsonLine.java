package org.echolot.json;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object on one line, field by field, for programs that read line by line. Nothing in
 * it moves a cursor or turns a line where it is shown in a terminal.
 */
public final class JsonLine {

  private final StringBuilder out = new StringBuilder();
  private boolean isFirst = true;

  private JsonLine() {}

  /** The line, without its end. */
  public static String of(Consumer<JsonLine> fields) {
    JsonLine line = new JsonLine();
    line.object(fields);
    return Escapes.inJson(line.out.toString());
  }

  /** A field that holds text; null where there is none. */
  public JsonLine text(String name, @Nullable String value) {
    name(name);
    string(value);
    return this;
  }

  /** A field that holds a number, by its digits; null where there is none. */
  public JsonLine number(String name, @Nullable Number value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A field that holds a number with decimals, written as it is. */
  public JsonLine decimal(String name, String digits) {
    name(name);
    out.append(digits);
    return this;
  }

  /** A field that holds true or false. */
  public JsonLine bool(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A field that holds null. */
  public JsonLine nothing(String name) {
    name(name);
    out.append("null");
    return this;
  }

  /** A field that holds a list of texts. */
  public JsonLine texts(String name, List<String> values) {
    return list(name, values, this::string);
  }

  /** A field that holds an object. */
  public JsonLine object(String name, Consumer<JsonLine> fields) {
    name(name);
    object(fields);
    return this;
  }

  /** A field that holds an object for each of {@code values}. */
  public <T> JsonLine objects(String name, List<T> values, BiConsumer<JsonLine, T> fields) {
    return list(name, values, value -> object(line -> fields.accept(line, value)));
  }

  private <T> JsonLine list(String name, List<T> values, Consumer<T> write) {
    name(name);
    out.append('[');
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ",");
      write.accept(values.get(i));
    }
    out.append(']');
    return this;
  }

  private void object(Consumer<JsonLine> fields) {
    out.append('{');
    isFirst = true;
    fields.accept(this);
    isFirst = false;
    out.append('}');
  }

  private void name(String name) {
    out.append(isFirst ? "" : ",");
    isFirst = false;
    string(name);
    out.append(':');
  }

  private void string(@Nullable String text) {
    if (text == null) {
      out.append("null");
      return;
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') {
          out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
