package org.echolot.settings;

/** How the window looks. */
public record AppearanceSettings(Theme theme)
    implements SettingsSection, SettingsPart<AppearanceSettings> {

  public static final AppearanceSettings DEFAULT = new AppearanceSettings(Theme.SYSTEM);

  @Override
  public AppearanceSettings through(SettingsFields fields) {
    return new AppearanceSettings(fields.choice("theme", theme));
  }
}
