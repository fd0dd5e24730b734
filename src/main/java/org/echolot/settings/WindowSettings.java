package org.echolot.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where the window was, and how its room was shared out.
 *
 * @param bounds null: never opened
 * @param resultSplit the list's part of the width beside the result, a fraction
 * @param consoleSplit the part of the height above the console, a fraction
 * @param lastFolder where the user last chose a file; empty: nowhere yet
 */
public record WindowSettings(
    @Nullable WindowBounds bounds, double resultSplit, double consoleSplit, String lastFolder)
    implements SettingsSection, SettingsPart<WindowSettings> {

  /** Before anything was moved. */
  public static final WindowSettings DEFAULT = new WindowSettings(null, 0.62, 0.68);

  /** So much of each side stays visible. */
  private static final double MIN_SPLIT = 0.05;

  private static final double MAX_SPLIT = 0.95;

  /** Where no file was chosen yet. */
  public WindowSettings(@Nullable WindowBounds bounds, double resultSplit, double consoleSplit) {
    this(bounds, resultSplit, consoleSplit, "");
  }

  /**
   * Splits are moved into their range.
   *
   * @throws IllegalArgumentException if a split is not a number
   */
  public WindowSettings {
    resultSplit = split(resultSplit);
    consoleSplit = split(consoleSplit);
  }

  @Override
  public WindowSettings through(SettingsFields fields) {
    return new WindowSettings(
        fields.optional("window", bounds, WindowBounds.BLANK),
        fields.fraction("resultSplit", resultSplit),
        fields.fraction("consoleSplit", consoleSplit),
        fields.text("lastFolder", lastFolder));
  }

  public WindowSettings withBounds(WindowBounds value) {
    return new WindowSettings(value, resultSplit, consoleSplit, lastFolder);
  }

  public WindowSettings withSplits(double result, double console) {
    return new WindowSettings(bounds, result, console, lastFolder);
  }

  public WindowSettings withLastFolder(String value) {
    return new WindowSettings(bounds, resultSplit, consoleSplit, value);
  }

  private static double split(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("a split is not a number");
    }
    return Math.clamp(value, MIN_SPLIT, MAX_SPLIT);
  }
}
