package org.echolot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;

/**
 * Keeps the lines of each check, up to level debug, until somebody takes them. Safe for use by any
 * thread.
 */
final class CheckLogs implements Consumer<JournalLine> {

  /** A peer can't make us keep more of one check. */
  private static final int MAX_LINES = 2_000;

  private final Map<Long, List<JournalLine>> byCheck = new ConcurrentHashMap<>();

  @Override
  public void accept(JournalLine line) {
    if (line.checkId() != 0 && Level.DEBUG.shows(line.level())) {
      byCheck.compute(
          line.checkId(),
          (_, lines) -> {
            List<JournalLine> kept = lines == null ? new ArrayList<>() : lines;
            if (kept.size() < MAX_LINES) {
              kept.add(line);
            }
            return kept;
          });
    }
  }

  /** The lines of a check that ended, in order; they are not kept any longer. */
  List<JournalLine> take(long checkId) {
    List<JournalLine> lines = byCheck.remove(checkId);
    return lines == null ? List.of() : lines;
  }
}
