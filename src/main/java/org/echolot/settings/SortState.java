package org.echolot.settings;

/** How the user left the order of the list. */
public record SortState(String columnId, boolean ascending) implements SettingsPart<SortState> {

  static final SortState BLANK = new SortState("", true);

  @Override
  public SortState through(SettingsFields fields) {
    return new SortState(fields.text("columnId", columnId), fields.bool("ascending", ascending));
  }

  @Override
  public boolean isWhole() {
    return !columnId.isEmpty();
  }
}
