package org.echolot.cli;

import java.io.PrintStream;
import java.util.function.Consumer;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;

/** Prints journal lines up to a level. Safe for use by any thread. */
record LogPrinter(PrintStream to, Level level) implements Consumer<JournalLine> {

  @Override
  public void accept(JournalLine line) {
    if (level.shows(line.level())) {
      to.println(LineFormat.text(line));
    }
  }
}
