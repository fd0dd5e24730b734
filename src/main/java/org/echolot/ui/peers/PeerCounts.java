package org.echolot.ui.peers;

import java.util.Locale;
import java.util.Map;
import org.echolot.ui.peers.PeerRow.Status;

/**
 * How many peers stand how, by their last checks.
 *
 * @param ok those that answer without a warning
 * @param warnings those that answer, and have one
 * @param unknown those that were not checked, or whose check did not end
 */
public record PeerCounts(int ok, int warnings, int failing, int unknown) {

  static final PeerCounts NONE = new PeerCounts(0, 0, 0, 0);

  static PeerCounts of(Map<Status, Integer> counts) {
    int unknown = 0;
    for (Status status :
        new Status[] {Status.NEVER_CHECKED, Status.WAITING, Status.RUNNING, Status.CANCELLED}) {
      unknown += counts.getOrDefault(status, 0);
    }
    return new PeerCounts(
        counts.getOrDefault(Status.OK, 0),
        counts.getOrDefault(Status.WARNING, 0),
        counts.getOrDefault(Status.FAILED, 0),
        unknown);
  }

  public int total() {
    return ok + warnings + failing + unknown;
  }

  /** For a screen reader: {@code 4 peers · 1 ok · 1 failing · 2 not checked}. */
  public String text() {
    String counts =
        String.format(
            Locale.ROOT,
            "%d %s · %d ok · %d failing · %d not checked",
            total(),
            total() == 1 ? "peer" : "peers",
            ok,
            failing,
            unknown);
    return warnings == 0
        ? counts
        : counts + String.format(Locale.ROOT, " · %d with a warning", warnings);
  }
}
