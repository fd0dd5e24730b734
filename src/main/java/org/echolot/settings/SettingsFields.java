package org.echolot.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of the settings, on the way in or out. Each method is given the
 * field's name and a value. Reading, it gives back what the file has, or that value where the file
 * has nothing, or what is wrong or out of range; it never fails. Writing, it puts the value into
 * the file and gives it back.
 */
sealed interface SettingsFields permits FieldsRead, FieldsWritten {

  /** Text that is not blank. */
  String text(String name, String value);

  boolean bool(String name, boolean value);

  /** A whole number from {@code min} to {@code max}. */
  int integer(String name, int min, int max, int value);

  /** Any number that is finite. One that is not is not written. */
  double number(String name, double value);

  /** A number between 0 and 1, without these. */
  double fraction(String name, double value);

  /** One of the names of an enum. */
  <E extends Enum<E>> E choice(String name, E value);

  /** An object. */
  <T extends SettingsPart<T>> T part(String name, T value);

  /**
   * An object that may be missing.
   *
   * @param blank what it is before it is read
   */
  <T extends SettingsPart<T>> @Nullable T optional(String name, @Nullable T value, T blank);

  /**
   * A list of objects.
   *
   * @param blank what each is before it is read
   */
  <T extends SettingsPart<T>> List<T> list(String name, List<T> value, T blank);
}
