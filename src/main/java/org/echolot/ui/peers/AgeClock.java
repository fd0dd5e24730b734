package org.echolot.ui.peers;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** Says how long ago something was, and when that has become untrue. For the FX thread. */
public final class AgeClock {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private final InstantSource time;

  /** Of the last tick: so all that is shown at once says the same. */
  private Instant now;

  private final ReadOnlyLongWrapper ticks = new ReadOnlyLongWrapper();

  public AgeClock(InstantSource time) {
    this.time = time;
    this.now = time.instant();
  }

  /** Changes whenever what {@link #age} says may have changed. */
  public ReadOnlyLongProperty ticksProperty() {
    return ticks.getReadOnlyProperty();
  }

  /** Some time has passed. */
  public void tick() {
    now = time.instant();
    ticks.set(ticks.get() + 1);
  }

  /** In few words: {@code now}, {@code 2 min}, {@code 3 h}, {@code 7 days}. */
  public String age(Instant then) {
    return age(then, now);
  }

  private static String age(Instant then, Instant now) {
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < MINUTE) {
      return "now";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + " min";
    }
    if (seconds < DAY) {
      return seconds / HOUR + " h";
    }
    long days = seconds / DAY;
    return String.format(Locale.ROOT, days == 1 ? "%d day" : "%d days", days);
  }

  /** The same for a sentence: {@code just now}, {@code 2 min ago}. */
  public String ago(Instant then) {
    return ago(then, now);
  }

  static String ago(Instant then, Instant now) {
    String age = age(then, now);
    return age.equals("now") ? "just now" : age + " ago";
  }
}
