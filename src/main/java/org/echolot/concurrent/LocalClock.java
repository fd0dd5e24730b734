package org.echolot.concurrent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.TimeZone;

/** What a clock on the wall says, here. */
public final class LocalClock {

  private static final int MILLIS_PER_SECOND = 1_000;

  private LocalClock() {}

  /** Now, here. */
  public static OffsetDateTime now() {
    return at(Instant.now());
  }

  /**
   * A moment, with the offset that this computer's time zone has then. The zone itself is not asked
   * for: its first use looks for rules in all libraries, which takes longer than a check.
   */
  public static OffsetDateTime at(Instant moment) {
    int millis = TimeZone.getDefault().getOffset(moment.toEpochMilli());
    return moment.atOffset(ZoneOffset.ofTotalSeconds(millis / MILLIS_PER_SECOND));
  }
}
