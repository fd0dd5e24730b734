package org.echolot.settings;

/**
 * A part of the settings that knows its own fields. What a new setting needs stands in the record
 * that it belongs to: a component, its default, and its line in {@link #through}, without which the
 * record can't be made.
 */
interface SettingsPart<T> {

  /**
   * Reads or writes this part, as {@code fields} do: each field is named once, with its range, and
   * what comes back is the part's value in a new record.
   */
  T through(SettingsFields fields);

  /** Whether all is there without which the part says nothing; what was read is dropped if not. */
  default boolean isWhole() {
    return true;
  }
}
