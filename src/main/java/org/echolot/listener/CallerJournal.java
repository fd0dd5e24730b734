package org.echolot.listener;

import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Tone;

/**
 * Where the lines about one caller go: into the journal of all, marked with the caller's number,
 * for several may call at once.
 */
final class CallerJournal {

  private final String mark;
  private final Journal marked = new Journal();

  /**
   * @param number counted from 1 since the listener was started
   */
  CallerJournal(Journal journal, long number) {
    this.mark = "#" + number + " ";
    marked.addReader(line -> journal.write(mark(line)));
  }

  private JournalLine mark(JournalLine line) {
    return JournalLine.of(
        line.at(),
        line.source(),
        line.checkId(),
        line.stage(),
        line.level(),
        line.tone(),
        () -> mark + line.text());
  }

  /** The journal that marks what is written to it. */
  Journal journal() {
    return marked;
  }

  void tell(Tone tone, String text) {
    marked.write(JournalLine.info(VerificationScp.SOURCE, tone, text));
  }
}
