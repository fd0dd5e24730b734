package org.echolot.ui.main;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.echolot.history.RecentResults;
import org.echolot.history.ResultBrief;

/** Asks the history now and then how peers stood a day ago. To be used on the FX thread. */
final class DayAgo {

  private static final Duration DAY = Duration.ofDays(1);

  private final RecentResults results;
  private final Executor background;
  private final Executor frames;
  private final Consumer<Map<UUID, ResultBrief>> taker;
  private final InstantSource clock;

  /**
   * @param background runs what waits for the disk
   * @param frames runs what takes the answer
   */
  DayAgo(
      RecentResults results,
      Executor background,
      Executor frames,
      Consumer<Map<UUID, ResultBrief>> taker,
      InstantSource clock) {
    this.results = results;
    this.background = background;
    this.frames = frames;
    this.taker = taker;
    this.clock = clock;
  }

  /** Asks, and returns at once. */
  void look() {
    Instant then = clock.instant().minus(DAY);
    background.execute(
        () -> {
          Map<UUID, ResultBrief> known = results.lastBefore(then);
          frames.execute(() -> taker.accept(known));
        });
  }
}
