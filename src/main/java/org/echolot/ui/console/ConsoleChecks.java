package org.echolot.ui.console;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import org.echolot.check.CheckStage;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/**
 * The checks in the console, whose lines run through each other where many run at once: each can be
 * folded into one row, looked at alone, and gone to. View model: for the FX thread, or the test's.
 */
public final class ConsoleChecks {

  private final ShownLines shown;
  private final ObjectProperty<Level> level;
  private final ObjectProperty<SourceChoice> source;
  private final BooleanProperty follow;
  private final Runnable refilter;
  private final Consumer<List<Integer>> select;

  private final LongProperty only = new SimpleLongProperty();
  private final BooleanProperty foldsAll = new SimpleBooleanProperty();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

  /**
   * @param refilter finds out anew which lines are rows
   * @param select selects rows, and brings the first of them into sight unless the view follows
   */
  ConsoleChecks(
      ShownLines shown,
      ObjectProperty<Level> level,
      ObjectProperty<SourceChoice> source,
      BooleanProperty follow,
      Runnable refilter,
      Consumer<List<Integer>> select) {
    this.shown = shown;
    this.level = level;
    this.source = source;
    this.follow = follow;
    this.refilter = refilter;
    this.select = select;
    only.subscribe(
        (before, after) -> {
          shown.checks().setAlone(after.longValue());
          refilter.run();
        });
    foldsAll.subscribe(
        (before, after) -> {
          shown.checks().foldAll(after);
          refilter.run();
        });
  }

  /** The check that is shown alone; 0: all are shown. */
  public LongProperty onlyProperty() {
    return only;
  }

  /** Whether checks are folded into one row each, those included that are still to come. */
  public BooleanProperty foldsAllProperty() {
    return foldsAll;
  }

  /** Changes whenever what {@link #foldAt} says may have changed. */
  public ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** What a row tells of the check that it is the first of; null where it is not. */
  public @Nullable Fold foldAt(JournalLine line) {
    return shown.checks().foldAt(line);
  }

  /** Whether the lines of a check are folded into its first. */
  public boolean isFolded(long conversationId) {
    return shown.checks().isFolded(conversationId);
  }

  /** What a number stands for: {@code check #5}, or {@code caller #6} of our own server. */
  static String nameOf(JournalLine line) {
    String kind = line.source().equals(LineSource.LISTENER) ? "caller" : "check";
    return kind + " #" + line.conversationId();
  }

  /** The same for the one that is shown alone; empty where none is. */
  public String nameOfOnly() {
    return shown.lines().stream()
        .filter(line -> only.get() != 0 && line.conversationId() == only.get())
        .findFirst()
        .map(ConsoleChecks::nameOf)
        .orElse(only.get() == 0 ? "" : "check #" + only.get());
  }

  boolean letsPass(JournalLine line) {
    return only.get() == 0 || only.get() == line.conversationId();
  }

  void changed() {
    changes.set(changes.get() + 1);
  }

  // Commands

  /** Folds the lines of a check into its first, or shows them again. */
  public void setFolded(long conversationId, boolean folded) {
    JournalLine head = shown.headOf(conversationId);
    if (head != null && shown.checks().isFolded(conversationId) != folded) {
      shown.checks().setFolded(conversationId, folded);
      refilter.run();
      // Who looks into a check does not want to be taken away from it.
      follow.set(follow.get() && folded);
      stayAt(head);
    }
  }

  /** Selects the line again after its row became another. */
  private void stayAt(JournalLine line) {
    List<Integer> rows = shown.rowsOf(row -> row == line);
    if (!rows.isEmpty()) {
      select.accept(rows);
    }
  }

  /** Shows the lines of the line's check and no others, or all again; the line stays in sight. */
  public void toggleOnly(JournalLine line) {
    boolean isAlone = only.get() == line.conversationId();
    only.set(isAlone ? 0 : line.conversationId());
    stayAt(line);
  }

  /** Shows all checks again. */
  public void showAll() {
    only.set(0);
  }

  /** Selects the lines of a check, and shows what hides them. */
  public void show(long conversationId) {
    boolean _ = reveal(line -> line.conversationId() == conversationId, conversationId);
  }

  /**
   * Selects the lines of a stage of a check, and shows what hides them.
   *
   * @return whether any is still kept
   */
  public boolean showStage(long conversationId, CheckStage stage) {
    return conversationId != 0
        && reveal(
            line -> line.conversationId() == conversationId && line.stage() == stage,
            conversationId);
  }

  private boolean reveal(Predicate<JournalLine> wanted, long conversationId) {
    Level least =
        shown.lines().stream()
            .filter(wanted)
            .map(JournalLine::level)
            .min(Level::compareTo)
            .orElse(null);
    if (least == null) {
      return false;
    }
    if (!level.get().shows(least)) {
      level.set(least);
    }
    SourceChoice peer = source.get();
    if (shown.lines().stream().anyMatch(line -> wanted.test(line) && !peer.shows(line))) {
      source.set(SourceChoice.ALL);
    }
    if (only.get() != conversationId) {
      only.set(0);
    }
    if (shown.checks().isFolded(conversationId)) {
      shown.checks().setFolded(conversationId, false);
      refilter.run();
    }
    follow.set(false);
    select.accept(shown.rowsOf(wanted));
    return true;
  }
}
