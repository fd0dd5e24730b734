package org.echolot.settings;

/**
 * How the window looks.
 *
 * @param compact whether the rows of the list are lower
 */
public record AppearanceSettings(Theme theme, boolean compact)
    implements SettingsSection, SettingsPart<AppearanceSettings> {

  public static final AppearanceSettings DEFAULT = new AppearanceSettings(Theme.SYSTEM);

  /** With rows of the usual height. */
  public AppearanceSettings(Theme theme) {
    this(theme, false);
  }

  @Override
  public AppearanceSettings through(SettingsFields fields) {
    return new AppearanceSettings(fields.choice("theme", theme), fields.bool("compact", compact));
  }
}
