package org.echolot.report.acceptance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All checks of one run.
 *
 * @param madeAt when the run began
 * @param madeOn the computer that called
 */
public record Sheet(OffsetDateTime madeAt, String madeOn, List<Entry> entries) {

  public Sheet {
    entries = List.copyOf(entries);
  }

  public long count(Mark mark) {
    return entries.stream().filter(entry -> entry.mark() == mark).count();
  }

  /** Whether every peer did as it must. */
  public boolean isAccepted() {
    return count(Mark.PASSED) == entries.size();
  }

  /**
   * What came out otherwise than in the last run, in the order of the sheet: a line each.
   *
   * @param before the entries of the last run
   */
  public List<String> differencesFrom(List<Entry> before) {
    Map<String, Entry> old = new LinkedHashMap<>();
    before.forEach(entry -> old.put(entry.key(), entry));
    List<String> differences = new ArrayList<>();
    for (Entry entry : entries) {
      Entry last = old.remove(entry.key());
      String what = entry.peer() + " (" + entry.target() + ") called as " + entry.callingAe();
      if (last == null) {
        differences.add(what + ": new, " + entry.inShort());
      } else if (!entry.cameOutLike(last)) {
        differences.add(
            what + ": " + last.inShort() + " on " + last.at() + ", now " + entry.inShort());
      }
    }
    old.values()
        .forEach(
            gone ->
                differences.add(
                    gone.peer()
                        + " ("
                        + gone.target()
                        + ") called as "
                        + gone.callingAe()
                        + ": no longer asked, was "
                        + gone.inShort()));
    return differences;
  }
}
