package org.echolot.ui.console;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each check that has lines: when it began, how it went, and whether its lines are
 * folded into the first. Bounded as the lines are. For one thread.
 */
final class CheckLines {

  private static final class Check {
    private JournalLine verdict;
    private int kept;
    private int passing;
    private @Nullable JournalLine head;

    Check(JournalLine first) {
      this.verdict = first;
    }
  }

  private final Map<Long, Check> checks = new HashMap<>();
  private final Map<Long, Instant> began = new HashMap<>();
  private final Map<Long, Instant> readOnlyBegan = Collections.unmodifiableMap(began);

  /** The checks that are not as {@link #foldsAll} says. */
  private final Set<Long> exceptions = new HashSet<>();

  private boolean foldsAll;
  private long alone;

  /** When each check began that has lines, by its number. */
  Map<Long, Instant> began() {
    return readOnlyBegan;
  }

  // What is kept

  void count(List<JournalLine> added) {
    for (JournalLine line : added) {
      if (line.conversationId() != 0) {
        Check check = checks.computeIfAbsent(line.conversationId(), _ -> new Check(line));
        began.putIfAbsent(line.conversationId(), line.at());
        check.kept++;
        if (line.level() == Level.INFO) {
          check.verdict = line;
        }
      }
    }
  }

  void forget(List<JournalLine> dropped) {
    for (JournalLine line : dropped) {
      Check check = checks.get(line.conversationId());
      if (check != null) {
        check.kept--;
        if (check.kept == 0) {
          checks.remove(line.conversationId());
          began.remove(line.conversationId());
          exceptions.remove(line.conversationId());
        }
      }
    }
  }

  // What passes the filter

  /** No line passes yet. */
  void restart() {
    for (Check check : checks.values()) {
      check.passing = 0;
      check.head = null;
    }
  }

  /** Takes the next line that passes; whether it is a row of its own. */
  boolean admit(JournalLine line) {
    Check check = checks.get(line.conversationId());
    if (check == null) {
      return true;
    }
    check.passing++;
    if (check.head == null) {
      check.head = line;
      return true;
    }
    return !isFolded(line.conversationId());
  }

  /** The line was admitted, and is kept no more. */
  void withdraw(JournalLine line) {
    Check check = checks.get(line.conversationId());
    if (check != null) {
      check.passing--;
      if (check.head == line) {
        check.head = null;
      }
    }
  }

  /** Whether the line, which passes, is a row of its own. */
  boolean isRow(JournalLine line) {
    Check check = checks.get(line.conversationId());
    return check == null || check.head == line || !isFolded(line.conversationId());
  }

  /** Makes the line, which passes, the first of its check if that lost its own; whether it did. */
  boolean succeeds(JournalLine line) {
    Check check = checks.get(line.conversationId());
    if (check == null || check.head != null) {
      return false;
    }
    check.head = line;
    return true;
  }

  /** How many checks with lines that pass have lost their first. */
  long lackingHeads() {
    return checks.values().stream()
        .filter(check -> check.passing > 0 && check.head == null)
        .count();
  }

  // Folding

  boolean isFolded(long conversationId) {
    return conversationId != alone && foldsAll != exceptions.contains(conversationId);
  }

  /** A check that is shown alone is not folded; 0 for none. */
  void setAlone(long conversationId) {
    alone = conversationId;
  }

  /** Whether a check is folded unless {@link #setFolded} says otherwise. */
  void foldAll(boolean folded) {
    foldsAll = folded;
    exceptions.clear();
  }

  void setFolded(long conversationId, boolean folded) {
    if (folded == foldsAll) {
      exceptions.remove(conversationId);
    } else if (checks.containsKey(conversationId)) {
      exceptions.add(conversationId);
    }
  }

  /** What the row of {@code line} has to tell; null where it is not the first of several. */
  @Nullable Fold foldAt(JournalLine line) {
    Check check = checks.get(line.conversationId());
    return check == null
            || check.head != line
            || check.passing < 2
            || line.conversationId() == alone
        ? null
        : new Fold(isFolded(line.conversationId()), check.passing, check.verdict);
  }
}
