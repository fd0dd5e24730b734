package org.echolot.settings;

/**
 * How the window watches peers.
 *
 * @param quietHours when nobody is to be rung, for example {@code 22:00-06:00}; blank: at no time
 */
public record WatchSettings(String quietHours)
    implements SettingsSection, SettingsPart<WatchSettings> {

  public static final WatchSettings DEFAULT = new WatchSettings("");

  @Override
  public WatchSettings through(SettingsFields fields) {
    return new WatchSettings(fields.text("quietHours", quietHours));
  }
}
