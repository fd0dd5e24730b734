package org.echolot.settings;

/**
 * How the console shows lines.
 *
 * @param level the name of the least level that is shown
 * @param times the name of the way in which times are shown
 */
public record ConsoleSettings(String level, String times)
    implements SettingsSection, SettingsPart<ConsoleSettings> {

  public static final ConsoleSettings DEFAULT = new ConsoleSettings("INFO", "LOCAL");

  @Override
  public ConsoleSettings through(SettingsFields fields) {
    return new ConsoleSettings(
        fields.text("consoleLevel", level), fields.text("consoleTimes", times));
  }
}
