package org.echolot.history;

import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** The database of the history can't be used as it should be. */
final class HistoryException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  enum Kind {
    /** Somebody else is at it: try again. */
    BUSY,
    /** It is no database, or damaged: keep it aside, and begin another one. */
    BROKEN,
    /** A newer Echolot made it: leave it alone. */
    NEWER,
    /** No room, no permission, or no SQLite for this system. */
    UNUSABLE
  }

  /** The last byte of a result code of SQLite says what it is; the rest, in which place. */
  private static final int PRIMARY = 0xFF;

  private static final int PERM = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private final Kind kind;

  HistoryException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  HistoryException(SQLException cause) {
    super(words(cause), cause);
    this.kind =
        switch (code(cause)) {
          case BUSY, LOCKED -> Kind.BUSY;
          case CORRUPT, NOTADB -> Kind.BROKEN;
          default -> Kind.UNUSABLE;
        };
  }

  /** Something else than SQL failed. */
  HistoryException(String message, Throwable cause) {
    super(message, cause);
    this.kind = Kind.UNUSABLE;
  }

  Kind kind() {
    return kind;
  }

  private static int code(SQLException cause) {
    return cause instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : 0;
  }

  private static String words(SQLException cause) {
    return switch (code(cause)) {
      case BUSY, LOCKED -> "another program holds it";
      case CORRUPT -> "it is damaged";
      case NOTADB -> "it is not a database";
      case FULL -> "the disk is full";
      case READONLY, PERM -> "it is read-only";
      case CANTOPEN -> "it cannot be opened";
      default -> {
        String message = cause.getMessage();
        yield message == null ? cause.getClass().getSimpleName() : message;
      }
    };
  }
}
