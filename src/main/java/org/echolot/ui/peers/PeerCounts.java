package org.echolot.ui.peers;

import java.util.Collection;
import java.util.Locale;

/**
 * How many peers stand how.
 *
 * @param unknown those that were not checked, or whose check did not end
 */
public record PeerCounts(int total, int ok, int failing, int unknown) {

  public static PeerCounts of(Collection<PeerRow> rows) {
    int ok = 0;
    int failing = 0;
    int unknown = 0;
    for (PeerRow row : rows) {
      switch (row.status()) {
        case OK, WARNING -> ok++;
        case FAILED -> failing++;
        case NEVER_CHECKED, WAITING, RUNNING, CANCELLED -> unknown++;
      }
    }
    return new PeerCounts(rows.size(), ok, failing, unknown);
  }

  /** For the status bar: {@code 4 peers · 1 ok · 1 failing · 2 unknown}. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%d %s · %d ok · %d failing · %d unknown",
        total,
        total == 1 ? "peer" : "peers",
        ok,
        failing,
        unknown);
  }
}
