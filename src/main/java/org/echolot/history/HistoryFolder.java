package org.echolot.history;

import java.io.IOException;
import java.nio.file.Path;
import org.echolot.files.FileSteps;

/**
 * Where a history lives. Nothing needs to be there.
 *
 * @param folder the folder of the history alone
 */
public record HistoryFolder(Path folder) {

  /** The database. */
  Path database() {
    return folder.resolve("history.db");
  }

  /** The folder that a file is in. */
  static Path of(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  /** Results that the next program that opens the database takes in. */
  Path spool() {
    return folder.resolve("history.spool");
  }

  /** The last success of each peer. */
  Path lastSuccesses() {
    return folder.resolve("last");
  }

  /**
   * Makes a folder for this user alone.
   *
   * @throws IOException if it can't
   */
  static void make(Path folder) throws IOException {
    FileSteps.REAL.createFolders(folder);
  }
}
