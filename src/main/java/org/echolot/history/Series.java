package org.echolot.history;

import java.util.Arrays;
import org.echolot.check.Cause;
import org.echolot.check.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The results of one peer as points in time, in arrays, so that a million of them can be drawn. In
 * the order of time. Immutable once it was handed out.
 */
public final class Series {

  /** Nothing. */
  public static final Series EMPTY = new Builder().build();

  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Cause[] CAUSES = Cause.values();

  private final int size;
  private final long[] at;
  private final int[] micros;
  private final byte[] outcome;
  private final byte[] cause;

  private Series(Builder from) {
    size = from.size;
    at = Arrays.copyOf(from.at, size);
    micros = Arrays.copyOf(from.micros, size);
    outcome = Arrays.copyOf(from.outcome, size);
    cause = Arrays.copyOf(from.cause, size);
  }

  public int size() {
    return size;
  }

  /** When the check began, in microseconds since 1970 (UTC). */
  public long at(int index) {
    return at[index];
  }

  /** The time that was asked for, in microseconds; at most about half an hour. */
  public int micros(int index) {
    return micros[index];
  }

  public Outcome outcome(int index) {
    return OUTCOMES[outcome[index]];
  }

  public boolean isFailure(int index) {
    return outcome[index] == Codes.of(Outcome.FAILURE);
  }

  /** Why it failed; null where it did not, and where this version does not know the cause. */
  public @Nullable Cause cause(int index) {
    return cause[index] < 0 ? null : CAUSES[cause[index]];
  }

  /** The index of the first point at or after a moment; {@link #size} if there is none. */
  public int firstFrom(long micros) {
    int found = Arrays.binarySearch(at, micros);
    return found < 0 ? -found - 1 : found;
  }

  /** Puts a series together. Used once, by one thread. */
  public static final class Builder {

    private int size;
    private long[] at = new long[256];
    private int[] micros = new int[256];
    private byte[] outcome = new byte[256];
    private byte[] cause = new byte[256];

    /** Adds the next point. */
    public Builder add(long moment, long time, Outcome how, @Nullable Cause why) {
      if (size == at.length) {
        int larger = 2 * size;
        at = Arrays.copyOf(at, larger);
        micros = Arrays.copyOf(micros, larger);
        outcome = Arrays.copyOf(outcome, larger);
        cause = Arrays.copyOf(cause, larger);
      }
      at[size] = moment;
      micros[size] = Math.clamp(time, 0, Integer.MAX_VALUE);
      outcome[size] = (byte) Codes.of(how);
      cause[size] = (byte) (why == null ? -1 : Codes.of(why));
      size++;
      return this;
    }

    public Series build() {
      return new Series(this);
    }
  }
}
