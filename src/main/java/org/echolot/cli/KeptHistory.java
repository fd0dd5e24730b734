package org.echolot.cli;

import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.Option;
import org.echolot.history.History;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.history.SessionHistory;
import org.echolot.history.SpoolHistory;
import org.echolot.settings.Folders;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.SettingsStore;
import org.echolot.text.Escapes;

/** Where a command keeps the results of its checks. */
final class KeptHistory {

  /** For commands that check. */
  static final Option.Flag NONE =
      new Option.Flag("--no-history", "Do not keep the results in the history.");

  private KeptHistory() {}

  /** The history of a command that ends soon: results are written when it ends. */
  static History ofBriefCommand(String command, Given given, Environment environment) {
    Folders folders = folders(environment);
    return given.has(NONE) || !folders.keepsHistory()
        ? new SessionHistory()
        : new SpoolHistory(
            new HistoryFolder(folders.history()), text -> tell(command, text, environment));
  }

  /** The history itself, for a command that reads it or runs for long. */
  static HistoryStore open(String command, Retention retention, Environment environment) {
    return HistoryStore.open(
        new HistoryFolder(folders(environment).history()),
        retention,
        text -> tell(command, text, environment));
  }

  /** The same for a command that runs for long, and deletes what is older than the user chose. */
  static HistoryStore openForLong(String command, Environment environment) {
    HistorySettings chosen =
        new SettingsStore(folders(environment).settingsFile()).load().settings().history();
    return open(command, Retention.ofDays(chosen.keptDays(), chosen.hoursKeptDays()), environment);
  }

  static Folders folders(Environment environment) {
    return Folders.ofThisUser(environment.variables());
  }

  private static void tell(String command, String text, Environment environment) {
    environment.err().println(Escapes.oneLine("echolot " + command + ": " + text));
  }
}
