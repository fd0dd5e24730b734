package org.echolot.history;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/** The last check of a peer that succeeded, and how long those before it took. Immutable. */
public final class LastSuccess {

  private static final String VERSION = "echolot-last-success 1";

  private final Instant at;
  private final RecentTimes times;
  private final Supplier<Optional<CheckResult>> reading;
  private final Supplier<StoredResult> storing;
  private volatile @Nullable Read read;

  private record Read(Optional<CheckResult> result) {}

  private LastSuccess(
      Instant at,
      RecentTimes times,
      Supplier<Optional<CheckResult>> reading,
      Supplier<StoredResult> storing) {
    this.at = at;
    this.times = times;
    this.reading = reading;
    this.storing = storing;
  }

  /** A success of a peer of which nothing else is known, for a comparison. */
  public static LastSuccess of(CheckResult result) {
    return next(null, result);
  }

  /**
   * The next success of a peer.
   *
   * @param before null: none is known
   */
  public static LastSuccess next(@Nullable LastSuccess before, CheckResult next) {
    RecentTimes known = before == null ? RecentTimes.NONE : before.times;
    return new LastSuccess(
        next.startedAt().toInstant(),
        known.with(StageTimes.of(next), Way.of(next.observed())),
        () -> Optional.of(next),
        () -> StoredResult.of(next));
  }

  /** When the check began. */
  public Instant at() {
    return at;
  }

  /** The check; empty where another version wrote what this one does not understand. */
  public Optional<CheckResult> result() {
    Read known = read;
    if (known == null) {
      known = new Read(reading.get());
      read = known;
    }
    return known.result();
  }

  /**
   * The check, to be compared with {@code now}. Where both went alike, which is told by what is
   * stored of them, that is {@code now} but for its times: to read a stored one takes a short
   * command longer than its check.
   */
  Optional<CheckResult> resultBeside(CheckResult now) {
    boolean isAlike =
        read == null
            && now.isSuccess()
            && storing.get().facts().equals(StoredResult.of(now).facts());
    return isAlike ? Optional.of(now) : result();
  }

  /** What of a result's times is beyond what is usual for the peer, a sentence each. */
  public List<String> unusualTimes(CheckResult now) {
    return Stream.concat(
            Changes.unusualTimes(times, now).stream(), Changes.unusualWay(times, now).stream())
        .map(Change::sentence)
        .toList();
  }

  RecentTimes times() {
    return times;
  }

  /** As it is kept in a file. */
  String text() {
    return VERSION + '\n' + times.text() + "\n\n" + RowText.write(storing.get());
  }

  /** What {@link #text} wrote; null where it did not, or in another version. */
  static @Nullable LastSuccess read(String text) {
    int end = text.indexOf("\n\n");
    if (end < 0 || !text.startsWith(VERSION + '\n')) {
      return null;
    }
    List<String> lines = Arrays.asList(text.substring(VERSION.length() + 1, end).split("\n", -1));
    try {
      RecentTimes times = RecentTimes.read(lines);
      return RowText.read(text.substring(end + 2))
          .map(row -> new LastSuccess(row.moment(), times, row::result, () -> row))
          .orElse(null);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
