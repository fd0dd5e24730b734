package org.echolot.settings;

/** How the user left a column of the list. */
public record ColumnState(String id, double width, boolean visible)
    implements SettingsPart<ColumnState> {

  static final ColumnState BLANK = new ColumnState("", Double.NaN, true);

  @Override
  public ColumnState through(SettingsFields fields) {
    return new ColumnState(
        fields.text("id", id), fields.number("width", width), fields.bool("visible", visible));
  }

  @Override
  public boolean isWhole() {
    return !id.isEmpty() && width > 0;
  }
}
