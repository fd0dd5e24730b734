package org.echolot.settings;

import java.time.Duration;
import org.echolot.check.Timeouts;
import org.echolot.text.DurationText;

/**
 * How long the stages of a check may take where a peer has no time of its own; more than 0 and at
 * most {@link Timeouts#MAX}.
 */
public record TimeoutSettings(
    Duration connect, Duration tls, Duration associate, Duration echo, Duration release)
    implements SettingsPart<TimeoutSettings> {

  public static final TimeoutSettings DEFAULT =
      new TimeoutSettings(
          Timeouts.DEFAULT.connect(),
          Timeouts.DEFAULT.tls(),
          Timeouts.DEFAULT.associate(),
          Timeouts.DEFAULT.echo(),
          Timeouts.DEFAULT.release());

  /**
   * @throws IllegalArgumentException if one is out of range
   */
  public TimeoutSettings {
    Timeouts _ = new Timeouts(connect, tls, associate, echo, release);
  }

  @Override
  public TimeoutSettings through(SettingsFields fields) {
    return new TimeoutSettings(
        time(fields, "connect", connect),
        time(fields, "tls", tls),
        time(fields, "associate", associate),
        time(fields, "echo", echo),
        time(fields, "release", release));
  }

  private static Duration time(SettingsFields fields, String name, Duration value) {
    String text = fields.text(name, DurationText.format(value));
    return DurationText.faultOf(text) == null ? DurationText.parse(text) : value;
  }

  /** The timeouts of a check of a peer without any of its own. */
  public Timeouts timeouts() {
    return new Timeouts(connect, tls, associate, echo, release);
  }
}
