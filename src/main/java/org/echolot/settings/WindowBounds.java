package org.echolot.settings;

/** Where the window was, in screen units; of a maximized one, where it would be if it were not. */
public record WindowBounds(double x, double y, double width, double height, boolean maximized)
    implements SettingsPart<WindowBounds> {

  static final WindowBounds BLANK =
      new WindowBounds(Double.NaN, Double.NaN, Double.NaN, Double.NaN, false);

  @Override
  public WindowBounds through(SettingsFields fields) {
    return new WindowBounds(
        fields.number("x", x),
        fields.number("y", y),
        fields.number("width", width),
        fields.number("height", height),
        fields.bool("maximized", maximized));
  }

  @Override
  public boolean isWhole() {
    return Double.isFinite(x) && Double.isFinite(y) && width > 0 && height > 0;
  }
}
