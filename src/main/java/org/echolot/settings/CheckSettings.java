package org.echolot.settings;

/**
 * How checks are made.
 *
 * @param parallelism how many may run at once
 * @param probesTls see {@link org.echolot.check.CheckRequest#probesTls}
 * @param engine the name of the engine that checks; one that is not there is kept, and our own
 *     checks
 * @param timeouts how long a stage may take where a peer has no time of its own
 */
public record CheckSettings(
    int parallelism, boolean probesTls, String engine, TimeoutSettings timeouts)
    implements SettingsSection, SettingsPart<CheckSettings> {

  /** The most checks at once. */
  public static final int MAX_PARALLELISM = 1000;

  public static final CheckSettings DEFAULT = new CheckSettings(64, true, "echolot");

  /** With the timeouts that hold where nobody chose. */
  public CheckSettings(int parallelism, boolean probesTls, String engine) {
    this(parallelism, probesTls, engine, TimeoutSettings.DEFAULT);
  }

  /**
   * @throws IllegalArgumentException if the parallelism is not from 1 to {@link #MAX_PARALLELISM}
   */
  public CheckSettings {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism " + parallelism + " is not from 1 to " + MAX_PARALLELISM);
    }
  }

  @Override
  public CheckSettings through(SettingsFields fields) {
    return new CheckSettings(
        fields.integer("parallelism", 1, MAX_PARALLELISM, parallelism),
        fields.bool("probesTls", probesTls),
        fields.text("engine", engine),
        fields.part("timeouts", timeouts));
  }
}
