package org.echolot.ui.console;

import java.time.Instant;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;

/** Journal lines for tests. */
final class Lines {

  private Lines() {}

  static JournalLine info(String source, String text) {
    return JournalLine.info(source, Tone.PLAIN, text);
  }

  static JournalLine at(Level level, String source, long checkId, String text) {
    return JournalLine.of(Instant.now(), source, checkId, null, level, Tone.PLAIN, () -> text);
  }
}
