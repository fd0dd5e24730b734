package org.echolot.json;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Null;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;

/**
 * Writes JSON so that people can read it and a change shows as the lines that changed: a field a
 * line; lists of plain values, and objects of plain values inside a peer, on one line.
 */
public final class JsonWriter {

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The text, with LF line ends and one at its end. */
  public static String write(JsonValue value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value, 0, false);
    return writer.out.append('\n').toString();
  }

  private void value(JsonValue value, int depth, boolean isField) {
    switch (value) {
      case Obj object -> object(object, depth, isField && isPlain(object.fields().values()));
      case Arr array -> array(array, depth);
      case Text text -> text(text.value());
      case Num number -> out.append(number.literal());
      case Bool bool -> out.append(bool.value());
      case Null _ -> out.append("null");
    }
  }

  private void object(Obj object, int depth, boolean onOneLine) {
    if (object.fields().isEmpty()) {
      out.append("{}");
      return;
    }
    out.append('{');
    Iterator<Map.Entry<String, JsonValue>> fields = object.fields().entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonValue> field = fields.next();
      separate(onOneLine, depth + 1);
      text(field.getKey());
      out.append(": ");
      value(field.getValue(), depth + 1, true);
      out.append(fields.hasNext() ? "," : "");
    }
    separate(onOneLine, depth);
    out.append('}');
  }

  private void array(Arr array, int depth) {
    List<JsonValue> items = array.items();
    boolean onOneLine = isPlain(items);
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (!onOneLine) {
        separate(false, depth + 1);
      } else if (i > 0) {
        out.append(' ');
      }
      value(items.get(i), depth + 1, false);
      out.append(i < items.size() - 1 ? "," : "");
    }
    if (!onOneLine) {
      separate(false, depth);
    }
    out.append(']');
  }

  private void separate(boolean onOneLine, int depth) {
    if (onOneLine) {
      out.append(' ');
    } else {
      out.append('\n').repeat("  ", depth);
    }
  }

  private static boolean isPlain(Iterable<JsonValue> values) {
    for (JsonValue value : values) {
      if (value instanceof Obj || value instanceof Arr) {
        return false;
      }
    }
    return true;
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || isLone(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Half of a surrogate pair, which UTF-8 can't have. */
  private static boolean isLone(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
