package org.echolot.ui.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.ui.Batches;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the journal as the console shows them: bounded, filtered, searched. Lines may come
 * from any thread; all else is for the FX thread, or for the test's where there is no toolkit.
 */
public final class ConsoleModel implements Consumer<JournalLine> {

  /** The most lines that are kept. */
  public static final int CAPACITY = 200_000;

  /** The part of the capacity that is dropped at once, so that it is seldom done. */
  private static final int DROP_DIVISOR = 20;

  /** How many lines are made into text while the user waits. */
  static final int LINES_AT_ONCE = 2_000;

  private final Executor frames;
  private final int capacity;
  private final Batches<JournalLine> batches;
  private final Ring<JournalLine> lines = new Ring<>();
  private final Rows rows = new Rows();
  private final Sources sources = new Sources();
  // Fields, since a list that is made for a listener alone is collected, and its listener with it.
  private final ObservableList<JournalLine> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ObservableList<SourceChoice> readOnlySources =
      FXCollections.unmodifiableObservableList(sources.choices());
  private final Finder finder;
  private final LogSave save;

  private final ObjectProperty<Level> level = new SimpleObjectProperty<>(Level.INFO);
  private final ObjectProperty<SourceChoice> source = new SimpleObjectProperty<>(SourceChoice.ALL);
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper dropping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Reveal> reveal = new ReadOnlyObjectWrapper<>(null);

  /**
   * @param frames runs actions on the FX thread, at most once a frame
   */
  public ConsoleModel(Executor frames) {
    this(frames, CAPACITY);
  }

  ConsoleModel(Executor frames, int capacity) {
    this.frames = frames;
    this.capacity = capacity;
    this.batches = new Batches<>(frames, capacity, this::receive);
    this.finder = new Finder(rows, frames, row -> show(List.of(row)));
    this.save = new LogSave(frames);
    level.subscribe((before, after) -> refilter());
    source.subscribe(
        (before, after) -> {
          sources.prune(after);
          refilter();
        });
  }

  /** Takes a line for the next frame; returns at once. Safe for use by any thread. */
  @Override
  public void accept(JournalLine line) {
    batches.accept(line);
  }

  /** The lines that pass the filter, oldest first. */
  public ObservableList<JournalLine> rows() {
    return readOnlyRows;
  }

  /** How deep the reader looks. */
  public ObjectProperty<Level> levelProperty() {
    return level;
  }

  /** Whose lines are shown. */
  public ObjectProperty<SourceChoice> sourceProperty() {
    return source;
  }

  /** All that {@link #sourceProperty} may be set to. */
  public ObservableList<SourceChoice> sources() {
    return readOnlySources;
  }

  /** Whether the view stays at the newest line. */
  public BooleanProperty followProperty() {
    return follow;
  }

  /** How many old lines had to go since the last {@link #clear}. */
  public ReadOnlyLongProperty droppedProperty() {
    return dropped.getReadOnlyProperty();
  }

  /** True while the oldest rows go: a view can take its selection aside and move it. */
  public ReadOnlyBooleanProperty droppingProperty() {
    return dropping.getReadOnlyProperty();
  }

  /** The last wish to select rows; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Reveal> revealProperty() {
    return reveal.getReadOnlyProperty();
  }

  public Finder finder() {
    return finder;
  }

  public LogSave saving() {
    return save;
  }

  /**
   * Makes text of lines, with their times, one a line. For many it takes a moment, and is done on
   * another thread.
   *
   * @param taker gets the text, on this thread
   */
  public void text(List<JournalLine> some, Consumer<String> taker) {
    if (some.size() <= LINES_AT_ONCE) {
      taker.accept(text(some));
      return;
    }
    List<JournalLine> kept = List.copyOf(some);
    Threads.startVirtual(
        "console text",
        () -> {
          String text = text(kept);
          frames.execute(() -> taker.accept(text));
        });
  }

  private static String text(List<JournalLine> some) {
    return some.stream().map(LineFormat::text).collect(Collectors.joining("\n", "", "\n"));
  }

  // Commands

  /** Forgets all lines. */
  public void clear() {
    sources.forget(lines, source.get());
    lines.clear();
    dropped.set(0);
    refilter();
  }

  /** Starts to save the lines that pass the filter, in the background. */
  public void save(Path file) {
    save.start(file, List.copyOf(rows));
  }

  /** Selects the lines of a check; those of other peers' lines that hide it are shown again. */
  public void showCheck(long checkId) {
    SourceChoice filter = source.get();
    boolean hidden =
        lines.stream().anyMatch(line -> line.checkId() == checkId && !filter.shows(line));
    if (hidden) {
      source.set(SourceChoice.ALL);
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).checkId() == checkId) {
        found.add(i);
      }
    }
    if (!found.isEmpty()) {
      show(found);
    }
  }

  private void show(List<Integer> found) {
    follow.set(false);
    reveal.set(new Reveal(found));
  }

  private boolean passes(JournalLine line) {
    return level.get().shows(line.level()) && source.get().shows(line);
  }

  private void refilter() {
    rows.replace(lines, this::passes);
    finder.rowsReplaced();
  }

  private void receive(List<JournalLine> batch, long lost) {
    int over = lines.size() + batch.size() - capacity;
    if (over > 0) {
      drop(Math.min(lines.size(), Math.max(over, capacity / DROP_DIVISOR)));
    }
    dropped.set(dropped.get() + lost);
    lines.addAll(batch);
    sources.count(batch);
    rows.append(batch, this::passes);
    finder.rowsAdded();
  }

  private void drop(int count) {
    List<JournalLine> old = lines.removeFirst(count);
    int shown = (int) old.stream().filter(this::passes).count();
    dropped.set(dropped.get() + count);
    sources.forget(old, source.get());
    dropping.set(true);
    rows.dropFirst(shown);
    dropping.set(false);
    finder.rowsDropped(shown);
  }
}
