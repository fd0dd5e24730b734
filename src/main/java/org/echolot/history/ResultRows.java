package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.jspecify.annotations.Nullable;

/** Turns rows into results. Used by one thread at a time, with one connection. */
final class ResultRows {

  /** What a query must select, in this order, from {@code result r JOIN peer p}. */
  static final String COLUMNS =
      "p.uuid, r.at, r.zone, r.kind, r.cause, r.stage, r.states, r.resolve, r.connect, r.tls,"
          + " r.associate, r.echo, r.release, r.total, r.port, r.facts, r.rtt, r.resent, r.unacked";

  private static final int MOST_FACTS = 500;
  private static final CheckStage[] STAGES = CheckStage.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final Connection connection;
  private final Map<Long, @Nullable Cause> causes = new HashMap<>();
  private final Map<Long, Optional<CheckResult>> facts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<CheckResult>> eldest) {
          return size() > MOST_FACTS;
        }
      };

  ResultRows(Connection connection) {
    this.connection = connection;
  }

  /** A row without its facts. */
  StoredResult row(ResultSet row) throws SQLException {
    long[] micros = new long[STAGES.length];
    for (int i = 0; i < micros.length; i++) {
      micros[i] = row.getLong(8 + i);
    }
    int kind = row.getInt(4);
    int stage = row.getInt(6);
    boolean hasStage = !row.wasNull() && stage >= 0 && stage < STAGES.length;
    UUID peerId = ResultTable.uuid(row.getBytes(1));
    return new StoredResult(
        peerId,
        row.getLong(2),
        row.getInt(3),
        OUTCOMES[Math.min(kind & ~ResultTable.MARKED, OUTCOMES.length - 1)],
        (kind & ResultTable.MARKED) != 0,
        cause(row.getLong(5)),
        hasStage ? STAGES[stage] : null,
        StageTimes.stored(row.getInt(7), micros),
        row.getLong(14),
        row.getInt(15),
        way(row),
        "");
  }

  private static @Nullable Way way(ResultSet row) throws SQLException {
    long roundTrip = row.getLong(17);
    return row.wasNull() ? null : new Way(roundTrip, row.getInt(18), row.getInt(19));
  }

  /** The whole result; empty where this version does not understand it. */
  Optional<CheckResult> result(ResultSet row) throws SQLException {
    StoredResult numbers = row(row);
    Optional<CheckResult> read = facts(row.getLong(16));
    try {
      return read.map(numbers::result);
    } catch (RuntimeException _) {
      return Optional.empty(); // numbers that no check has
    }
  }

  private Optional<CheckResult> facts(long id) throws SQLException {
    Optional<CheckResult> known = facts.get(id);
    if (known == null) {
      known =
          Optional.ofNullable(text("SELECT text FROM facts WHERE id=?", id))
              .flatMap(StoredResult::read);
      facts.put(id, known);
    }
    return known;
  }

  /** The cause with an ID; null for 0, and where this version does not know it. */
  @Nullable Cause cause(long id) throws SQLException {
    if (id == 0) {
      return null;
    }
    if (!causes.containsKey(id)) {
      causes.put(id, causeNamed(text("SELECT text FROM word WHERE id=?", id)));
    }
    return causes.get(id);
  }

  private static @Nullable Cause causeNamed(@Nullable String name) {
    for (Cause cause : Cause.values()) {
      if (cause.name().equals(name)) {
        return cause;
      }
    }
    return null;
  }

  private @Nullable String text(String query, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, id);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getString(1) : null;
      }
    }
  }
}
