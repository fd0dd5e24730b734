package org.echolot.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/** Reads settings; what is wrong is as if it were not there. */
record FieldsRead(Obj object) implements SettingsFields {

  /** As many digits as surely make an int or are out of its range. */
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");

  private @Nullable JsonValue value(String name) {
    return object.fields().get(name);
  }

  @Override
  public String text(String name, String value) {
    return value(name) instanceof Text text && !text.value().isBlank() ? text.value() : value;
  }

  @Override
  public boolean bool(String name, boolean value) {
    return value(name) instanceof Bool bool ? bool.value() : value;
  }

  @Override
  public int integer(String name, int min, int max, int value) {
    if (value(name) instanceof Num number && INTEGER.matcher(number.literal()).matches()) {
      long read = Long.parseLong(number.literal());
      return read >= min && read <= max ? (int) read : value;
    }
    return value;
  }

  @Override
  public double number(String name, double value) {
    if (value(name) instanceof Num number) {
      double read = Double.parseDouble(number.literal());
      return Double.isFinite(read) ? read : value;
    }
    return value;
  }

  @Override
  public double fraction(String name, double value) {
    double read = number(name, value);
    return read > 0 && read < 1 ? read : value;
  }

  @Override
  public <E extends Enum<E>> E choice(String name, E value) {
    if (value(name) instanceof Text text) {
      for (E each : value.getDeclaringClass().getEnumConstants()) {
        if (each.name().equals(text.value())) {
          return each;
        }
      }
    }
    return value;
  }

  @Override
  public <T extends SettingsPart<T>> T part(String name, T value) {
    return value(name) instanceof Obj inner ? value.through(new FieldsRead(inner)) : value;
  }

  @Override
  public <T extends SettingsPart<T>> @Nullable T optional(String name, @Nullable T value, T blank) {
    T read = part(name, blank);
    return read.isWhole() ? read : value;
  }

  @Override
  public <T extends SettingsPart<T>> List<T> list(String name, List<T> value, T blank) {
    if (!(value(name) instanceof Arr array)) {
      return value;
    }
    List<T> items = new ArrayList<>();
    for (JsonValue item : array.items()) {
      if (item instanceof Obj inner) {
        T read = blank.through(new FieldsRead(inner));
        if (read.isWhole()) {
          items.add(read);
        }
      }
    }
    return items;
  }
}
