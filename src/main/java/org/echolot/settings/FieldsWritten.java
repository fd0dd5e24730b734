package org.echolot.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/** Puts settings into an object, whose other fields stay as they are. Used by one thread. */
final class FieldsWritten implements SettingsFields {

  private final Map<String, JsonValue> fields;

  /**
   * @param before what the file had
   */
  FieldsWritten(Obj before) {
    fields = new LinkedHashMap<>(before.fields());
  }

  /** What to write. */
  Obj object() {
    return new Obj(fields);
  }

  @Override
  public String text(String name, String value) {
    fields.put(name, new Text(value));
    return value;
  }

  @Override
  public boolean bool(String name, boolean value) {
    fields.put(name, new Bool(value));
    return value;
  }

  @Override
  public int integer(String name, int min, int max, int value) {
    fields.put(name, new Num(Integer.toString(value)));
    return value;
  }

  @Override
  public double number(String name, double value) {
    if (Double.isFinite(value)) {
      fields.put(name, new Num(Double.toString(value)));
    } else {
      fields.remove(name); // JSON has no word for it
    }
    return value;
  }

  @Override
  public double fraction(String name, double value) {
    return number(name, value);
  }

  @Override
  public <E extends Enum<E>> E choice(String name, E value) {
    fields.put(name, new Text(value.name()));
    return value;
  }

  @Override
  public <T extends SettingsPart<T>> T part(String name, T value) {
    Obj before = fields.get(name) instanceof Obj inner ? inner : Obj.EMPTY;
    fields.put(name, written(value, before));
    return value;
  }

  @Override
  public <T extends SettingsPart<T>> @Nullable T optional(String name, @Nullable T value, T blank) {
    if (value == null) {
      fields.remove(name);
      return null;
    }
    return part(name, value);
  }

  @Override
  public <T extends SettingsPart<T>> List<T> list(String name, List<T> value, T blank) {
    fields.put(
        name, new Arr(value.stream().<JsonValue>map(item -> written(item, Obj.EMPTY)).toList()));
    return value;
  }

  private static <T extends SettingsPart<T>> Obj written(T part, Obj before) {
    FieldsWritten inner = new FieldsWritten(before);
    T _ = part.through(inner);
    return inner.object();
  }
}
