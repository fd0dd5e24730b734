package org.echolot.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.echolot.files.BrokenFiles;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.jspecify.annotations.Nullable;

/**
 * The writer's own connection: opened when it is needed, and again after a fault or where another
 * program put the file aside. Used by one thread.
 */
final class OpenDatabase {

  private static final List<String> COMPANIONS = List.of("-wal", "-shm");

  /** Works with the open database. */
  @FunctionalInterface
  interface Work<T> {
    T with(Writing writing) throws SQLException;
  }

  /** What writes with one connection. */
  record Writing(Connection connection, ResultTable results, HourTable hours) {}

  private final Path file;
  private final Notices notices;
  private @Nullable Writing open;
  private @Nullable Object identity;

  OpenDatabase(Path file, Notices notices) {
    this.file = file;
    this.notices = notices;
  }

  /**
   * Works with the database. One that is broken is kept aside, and the work done with a new one.
   *
   * @throws HistoryException if it can't be done
   */
  <T> T with(Work<T> work) throws HistoryException {
    try {
      return tried(work);
    } catch (HistoryException e) {
      if (e.kind() != HistoryException.Kind.BROKEN) {
        throw e;
      }
      putAside(e);
      return tried(work);
    }
  }

  private <T> T tried(Work<T> work) throws HistoryException {
    try {
      return work.with(opened());
    } catch (SQLException e) {
      close();
      throw new HistoryException(e);
    } catch (HistoryException e) {
      close();
      throw e;
    }
  }

  private Writing opened() throws HistoryException {
    Writing here = open;
    if (here != null && !Objects.equals(identity, identityOfFile())) {
      close(); // it was put aside or deleted: what is written to it would be lost
      here = null;
    }
    if (here == null) {
      Connection connection = Database.open(file);
      here = new Writing(connection, new ResultTable(connection), new HourTable(connection));
      open = here;
      identity = identityOfFile();
    }
    return here;
  }

  private @Nullable Object identityOfFile() {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException _) {
      return null;
    }
  }

  private void putAside(HistoryException why) throws HistoryException {
    try {
      Path aside = new BrokenFiles(FileSteps.REAL, InstantSource.system()).moveAside(file);
      for (String ending : COMPANIONS) {
        Path companion = file.resolveSibling(file.getFileName() + ending);
        if (Files.exists(companion)) {
          Files.move(companion, aside.resolveSibling(aside.getFileName() + ending));
        }
      }
      notices.say(
          "The history could not be read: "
              + why.getMessage()
              + ". It is kept as "
              + aside
              + ", and a new one was begun.");
    } catch (IOException e) {
      throw new HistoryException(
          why.getMessage() + ", and could not be put aside: " + FileFaults.words(e), e);
    }
  }

  /** Closes it; it is opened again when it is needed. */
  void close() {
    Writing here = open;
    open = null;
    if (here != null) {
      Database.close(here.connection());
    }
  }
}
