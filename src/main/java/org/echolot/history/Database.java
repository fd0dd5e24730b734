package org.echolot.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.echolot.files.FileFaults;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * Opens the database, and brings an older one up to this version's schema. Several programs may
 * have it open at once: readers see the last committed state and hold up nobody (write-ahead log),
 * and writers wait for each other.
 */
final class Database {

  /** How long a writer waits for another program's. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** "Echo", so that tools tell what the file is. */
  private static final int APPLICATION_ID = 0x4563_686F;

  /**
   * What made each version of the schema from the one before it, the first from nothing. An entry
   * is never changed: databases out there were made with it.
   */
  private static final List<String> MIGRATIONS =
      List.of(
          """
          CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
          CREATE TABLE peer(id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE);
          CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
          CREATE TABLE facts(
            id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, used INTEGER NOT NULL,
            text TEXT NOT NULL);
          CREATE TABLE result(
            peer INTEGER NOT NULL, at INTEGER NOT NULL, zone INTEGER NOT NULL,
            kind INTEGER NOT NULL, cause INTEGER, stage INTEGER, states INTEGER NOT NULL,
            resolve INTEGER NOT NULL, connect INTEGER NOT NULL, tls INTEGER NOT NULL,
            associate INTEGER NOT NULL, echo INTEGER NOT NULL, release INTEGER NOT NULL,
            total INTEGER NOT NULL, port INTEGER NOT NULL, facts INTEGER NOT NULL,
            PRIMARY KEY(peer, at)) WITHOUT ROWID;
          CREATE TABLE hour(
            peer INTEGER NOT NULL, hour INTEGER NOT NULL, ok INTEGER NOT NULL,
            failed INTEGER NOT NULL, times BLOB NOT NULL,
            PRIMARY KEY(peer, hour)) WITHOUT ROWID
          """,
          """
          CREATE TABLE call(
            peer INTEGER NOT NULL, at INTEGER NOT NULL, zone INTEGER NOT NULL,
            name TEXT NOT NULL, sender TEXT NOT NULL, calling TEXT NOT NULL, called TEXT NOT NULL,
            implementation TEXT NOT NULL, fate TEXT NOT NULL, summary TEXT NOT NULL,
            total INTEGER NOT NULL,
            PRIMARY KEY(peer, at)) WITHOUT ROWID
          """,
          """
          ALTER TABLE result ADD COLUMN rtt INTEGER;
          ALTER TABLE result ADD COLUMN resent INTEGER;
          ALTER TABLE result ADD COLUMN unacked INTEGER;
          CREATE TABLE event(
            id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, peer BLOB,
            name TEXT NOT NULL, cause TEXT, text TEXT NOT NULL);
          CREATE INDEX event_at ON event(at)
          """);

  /** The schema that this version makes and understands. */
  static final int VERSION = MIGRATIONS.size();

  private Database() {}

  /**
   * Opens or makes the database, for one thread.
   *
   * @throws HistoryException if it can't be used
   */
  static Connection open(Path file) throws HistoryException {
    Connection connection = null;
    try {
      makeFile(file);
      DriverLibrary.load(HistoryFolder.of(file));
      SQLiteConfig config = new SQLiteConfig();
      config.setBusyTimeout((int) PATIENCE.toMillis());
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setCacheSize(-16_384); // KiB
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
      connection = JDBC.createConnection(JDBC.PREFIX + file, config.toProperties());
      prepare(connection, file);
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw new HistoryException(e);
    } catch (IOException e) {
      throw new HistoryException(FileFaults.words(e), e);
    } catch (LinkageError | RuntimeException e) {
      close(connection);
      // Its library can be unpacked nowhere from where it may run.
      throw new HistoryException("SQLite cannot be started: " + e, e);
    } catch (HistoryException e) {
      close(connection);
      throw e;
    }
  }

  /** For this user alone, before there is anything in it. */
  private static void makeFile(Path file) throws IOException {
    HistoryFolder.make(HistoryFolder.of(file));
    if (!Files.exists(file)
        && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (FileAlreadyExistsException _) {
        // Another program was quicker.
      }
    }
  }

  private static void prepare(Connection connection, Path file)
      throws SQLException, HistoryException {
    try (Statement statement = connection.createStatement()) {
      int version = number(statement, "PRAGMA user_version");
      if (version > VERSION) {
        throw new HistoryException(
            HistoryException.Kind.NEWER,
            "a newer Echolot made it, with version "
                + version
                + " of its schema; this one knows "
                + VERSION);
      }
      if (version == 0 && number(statement, "SELECT count(*) FROM sqlite_schema") > 0) {
        throw new HistoryException(
            HistoryException.Kind.BROKEN, file.getFileName() + " is a database of something else");
      }
      if (version == 0) {
        statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
        statement.execute("PRAGMA journal_mode = WAL");
      }
      if (version < VERSION) {
        migrate(connection, statement);
      }
    }
  }

  private static void migrate(Connection connection, Statement statement)
      throws SQLException, HistoryException {
    connection.setAutoCommit(false);
    try {
      // Another program may have done it meanwhile; the first write has waited for its end.
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      int version = number(statement, "PRAGMA user_version");
      for (String migration : MIGRATIONS.subList(Math.min(version, VERSION), VERSION)) {
        for (String change : migration.split(";", -1)) {
          statement.execute(change);
        }
      }
      if (version < VERSION) {
        statement.execute("PRAGMA user_version = " + VERSION);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /** Closes a connection; what goes wrong with that harms nothing that was committed. */
  static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException _) {
        // It is given up.
      }
    }
  }
}
