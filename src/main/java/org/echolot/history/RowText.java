package org.echolot.history;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.jspecify.annotations.Nullable;

/** A stored result as text: a line with its numbers, and the facts below it. */
final class RowText {

  private static final int STAGES = CheckStage.values().length;

  /** As the version before wrote it, without the way. */
  private static final int FIELDS_BEFORE = 10 + STAGES;

  private static final int FIELDS = FIELDS_BEFORE + 3;
  private static final String NONE = "-";

  private RowText() {}

  static String write(StoredResult row) {
    return numbers(row) + '\n' + row.facts();
  }

  private static String numbers(StoredResult row) {
    StringJoiner line = new StringJoiner(" ");
    line.add(row.peerId().toString());
    line.add(Long.toString(row.at()));
    line.add(Integer.toString(row.offsetSeconds()));
    line.add(row.outcome().name());
    line.add(row.marked() ? "1" : "0");
    line.add(name(row.cause()));
    line.add(name(row.stage()));
    line.add(Integer.toString(row.times().packedStates()));
    for (CheckStage stage : CheckStage.values()) {
      line.add(Long.toString(row.times().micros(stage)));
    }
    line.add(Long.toString(row.totalMicros()));
    line.add(Integer.toString(row.localPort()));
    Way way = row.way();
    line.add(way == null ? NONE : Long.toString(way.roundTripMicros()));
    line.add(way == null ? NONE : Integer.toString(way.retransmissions()));
    line.add(way == null ? NONE : Integer.toString(way.unacknowledged()));
    return line.toString();
  }

  private static String name(@Nullable Enum<?> constant) {
    return constant == null ? NONE : constant.name();
  }

  /** The result; empty where the text is none that this version understands. */
  static Optional<StoredResult> read(String text) {
    int end = text.indexOf('\n');
    String[] fields = end < 0 ? new String[0] : text.substring(0, end).split(" ", -1);
    if (fields.length != FIELDS && fields.length != FIELDS_BEFORE) {
      return Optional.empty();
    }
    try {
      long[] micros = new long[STAGES];
      for (int i = 0; i < STAGES; i++) {
        micros[i] = Long.parseLong(fields[8 + i]);
      }
      return Optional.of(
          new StoredResult(
              UUID.fromString(fields[0]),
              Long.parseLong(fields[1]),
              Integer.parseInt(fields[2]),
              Outcome.valueOf(fields[3]),
              fields[4].equals("1"),
              constant(Cause.class, fields[5]),
              constant(CheckStage.class, fields[6]),
              StageTimes.stored(Integer.parseInt(fields[7]), micros),
              Long.parseLong(fields[8 + STAGES]),
              Integer.parseInt(fields[9 + STAGES]),
              way(fields),
              text.substring(end + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Way way(String[] fields) {
    return fields.length == FIELDS_BEFORE || fields[FIELDS_BEFORE].equals(NONE)
        ? null
        : new Way(
            Long.parseLong(fields[FIELDS_BEFORE]),
            Integer.parseInt(fields[FIELDS_BEFORE + 1]),
            Integer.parseInt(fields[FIELDS_BEFORE + 2]));
  }

  private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    return name.equals(NONE) ? null : Enum.valueOf(type, name);
  }
}
