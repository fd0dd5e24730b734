package org.echolot.settings;

/**
 * How the console shows lines.
 *
 * @param level the name of the least level that is shown
 * @param times the name of the way in which times are shown
 * @param drawer the name of how much room it has
 * @param scope the name of whose lines are shown
 * @param wraps whether long lines go on below
 */
public record ConsoleSettings(
    String level, String times, String drawer, String scope, boolean wraps)
    implements SettingsSection, SettingsPart<ConsoleSettings> {

  public static final ConsoleSettings DEFAULT =
      new ConsoleSettings("INFO", "LOCAL", "CLOSED", "ALL", false);

  @Override
  public ConsoleSettings through(SettingsFields fields) {
    return new ConsoleSettings(
        fields.text("consoleLevel", level),
        fields.text("consoleTimes", times),
        fields.text("consoleDrawer", drawer),
        fields.text("consoleScope", scope),
        fields.bool("consoleWraps", wraps));
  }
}
