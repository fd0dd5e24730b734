package org.echolot.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.echolot.check.CheckResult;
import org.echolot.cli.environment.Environment;
import org.echolot.history.HistoryFolder;
import org.echolot.history.LastSuccess;
import org.echolot.history.SpoolHistory;
import org.echolot.settings.Folders;
import org.echolot.text.Escapes;

/** What was measured of peers before, for commands that check none. */
final class MeasuredPeers {

  private MeasuredPeers() {}

  /** The last success of a peer by its ID; empty where none is known, or no history is kept. */
  static Function<UUID, Optional<CheckResult>> lastSuccesses(
      String command, Environment environment) {
    Folders folders = KeptHistory.folders(environment);
    if (!folders.keepsHistory()) {
      return _ -> Optional.empty();
    }
    // It is only read: there is nothing to write, so nothing to close.
    SpoolHistory history =
        new SpoolHistory(
            new HistoryFolder(folders.history()),
            text -> environment.err().println(Escapes.oneLine("echolot " + command + ": " + text)));
    return id -> {
      LastSuccess last = history.lastSuccess(id);
      return last == null ? Optional.empty() : last.result();
    };
  }
}
