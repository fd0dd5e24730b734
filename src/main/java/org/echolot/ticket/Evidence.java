package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;
import org.echolot.capture.Recording;
import org.echolot.check.CheckResult;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is made of.
 *
 * @param recording all that happened in the check; empty where it never began
 * @param lastGood the last check of the same peer that succeeded before this one; null if none is
 *     known
 */
public record Evidence(CheckResult result, Recording recording, @Nullable CheckResult lastGood) {

  /** The check's story again, in the words of the console. */
  List<JournalLine> log(Level level) {
    List<JournalLine> lines = new ArrayList<>();
    Journal journal = new Journal();
    journal.addReader(
        line -> {
          if (level.shows(line.level())) {
            lines.add(line);
          }
        });
    recording.replay(new CheckNarrator(journal, LineSource.of(result.request()), 1));
    return lines;
  }
}
