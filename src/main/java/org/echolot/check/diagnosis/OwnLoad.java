package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What this computer did besides, at the time of a check: much of it may be why an answer came
 * late, or was not seen in time. Immutable.
 *
 * @param otherLookups how many other names were looked up at the same time
 * @param load the average number of programs that wanted a processor in the last minute; negative:
 *     not known
 * @param processors how many there are
 */
public record OwnLoad(int otherLookups, double load, int processors) {

  /** So many lookups at a time are a load for a DNS server; it may even limit them. */
  static final int MANY = 16;

  /** A computer that is this much behind answers late itself. */
  private static final double BUSY = 4;

  /** Nothing is known of it. */
  public static final OwnLoad UNKNOWN = new OwnLoad(0, -1, 1);

  boolean isHigh() {
    return otherLookups >= MANY || isBusy();
  }

  private boolean isBusy() {
    return load > BUSY * processors;
  }

  /** What is much of it, as in {@code 20 other lookups}. */
  String words() {
    List<String> words = new ArrayList<>();
    if (otherLookups >= MANY) {
      words.add("a lookup of " + otherLookups + " other names");
    }
    if (isBusy()) {
      words.add(
          String.format(
              Locale.ROOT,
              "a load of %.1f on %s",
              load,
              processors == 1 ? "1 processor" : processors + " processors"));
    }
    return words.isEmpty() ? "no load" : String.join(" and ", words);
  }
}
