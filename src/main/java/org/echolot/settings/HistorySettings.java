package org.echolot.settings;

/**
 * What is kept of results.
 *
 * @param keptDays how long each result is kept
 * @param hoursKeptDays how long is kept what sums up an hour
 */
public record HistorySettings(int keptDays, int hoursKeptDays)
    implements SettingsSection, SettingsPart<HistorySettings> {

  /** The longest time that can be chosen. */
  public static final int MOST_DAYS = 36_500;

  public static final HistorySettings DEFAULT = new HistorySettings(90, 730);

  @Override
  public HistorySettings through(SettingsFields fields) {
    return new HistorySettings(
        fields.integer("keptDays", 1, MOST_DAYS, keptDays),
        fields.integer("hoursKeptDays", 1, MOST_DAYS, hoursKeptDays));
  }
}
