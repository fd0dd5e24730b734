package org.echolot.ui.console;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
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

  /** The most lines that become rows at a time, so that a burst of them holds up no key. */
  private static final int MOST_AT_ONCE = 4_000;

  private final int capacity;
  private final Executor arrivals;
  private final Batches<JournalLine> batches;
  private final TimeOrder order;
  private final ShownLines shown = new ShownLines(this::passes);
  private final List<JournalLine> lines = shown.lines();
  private final Sources sources = new Sources();
  // Fields, since a list that is made for a listener alone is collected, and its listener with it.
  private final ObservableList<JournalLine> readOnlyRows =
      FXCollections.unmodifiableObservableList(shown.rows());
  private final ObservableList<SourceChoice> readOnlySources =
      FXCollections.unmodifiableObservableList(sources.choices());
  private final Finder finder;
  private final LogSave save;
  private final Transcript transcript;
  private final ConsoleChecks checks;

  private final ObjectProperty<Level> level = new SimpleObjectProperty<>(Level.INFO);
  private final ObjectProperty<SourceChoice> source = new SimpleObjectProperty<>(SourceChoice.ALL);
  private final ObjectProperty<TimeStyle> times = new SimpleObjectProperty<>(TimeStyle.LOCAL);
  private final ObjectProperty<Drawer> drawer = new SimpleObjectProperty<>(Drawer.OPEN);
  private final BooleanProperty wraps = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper refiltering = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper inserting = new ReadOnlyBooleanWrapper();
  private final ConsoleScope scope;
  private final BooleanProperty follow = new SimpleBooleanProperty(true);
  private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper dropping = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Reveal> reveal = new ReadOnlyObjectWrapper<>(null);
  private boolean awaiting;

  /**
   * @param frames runs actions on the FX thread, at most once a frame
   */
  public ConsoleModel(Executor frames) {
    this(frames, frames);
  }

  /**
   * @param frames runs actions on the FX thread, at most once a frame
   * @param arrivals runs there what adds lines, less often perhaps: nobody reads lines that go by
   *     sixty times a second, and each time costs a layout
   */
  public ConsoleModel(Executor frames, Executor arrivals) {
    this(frames, arrivals, CAPACITY, TimeOrder.WINDOW);
  }

  /** Shows lines as they come, in order where they come together. */
  ConsoleModel(Executor frames, int capacity) {
    this(frames, frames, capacity, Duration.ZERO);
  }

  private ConsoleModel(Executor frames, Executor arrivals, int capacity, Duration window) {
    this.arrivals = arrivals;
    this.capacity = capacity;
    this.order = new TimeOrder(window, InstantSource.system());
    this.batches = new Batches<>(arrivals, capacity, MOST_AT_ONCE, this::receive);
    this.finder = new Finder(readOnlyRows, frames, row -> show(List.of(row)));
    this.save = new LogSave(frames);
    this.transcript = new Transcript(frames, shown);
    this.checks = new ConsoleChecks(shown, level, source, follow, this::refilter, this::select);
    this.scope = new ConsoleScope(source, checks.onlyProperty());
    level.subscribe((before, after) -> refilter());
    source.subscribe(
        (before, after) -> {
          sources.prune(after);
          refilter();
        });
  }

  /**
   * Takes a line for one of the next frames; returns at once. Safe for use by any thread. What is
   * told of within {@link TimeOrder#WINDOW} is shown in the order in which it happened.
   */
  @Override
  public void accept(JournalLine line) {
    batches.accept(line);
  }

  /** The lines that pass the filter, oldest first. */
  public ObservableList<JournalLine> rows() {
    return readOnlyRows;
  }

  /** All lines that are kept, shown or not. */
  List<JournalLine> kept() {
    return Collections.unmodifiableList(lines);
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

  /** The checks that the lines belong to: folding them, and looking at one alone. */
  public ConsoleChecks checks() {
    return checks;
  }

  /** How times are shown. */
  public ObjectProperty<TimeStyle> timesProperty() {
    return times;
  }

  /** How much room the console has. */
  public ObjectProperty<Drawer> drawerProperty() {
    return drawer;
  }

  /** Whether long lines go on below instead of being cut. */
  public BooleanProperty wrapsProperty() {
    return wraps;
  }

  /** Whose lines are shown, and which peer is selected. */
  public ConsoleScope scope() {
    return scope;
  }

  /** True while other lines become rows: a view can find its place again. */
  public ReadOnlyBooleanProperty refilteringProperty() {
    return refiltering.getReadOnlyProperty();
  }

  /** True while rows are put between others: a view can find its place again. */
  ReadOnlyBooleanProperty insertingProperty() {
    return inserting.getReadOnlyProperty();
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

  /** The time of a line as it is to be shown. */
  public String time(JournalLine line) {
    return lineTimes().column(line);
  }

  private LineTimes lineTimes() {
    return new LineTimes(times.get(), shown.checks().began());
  }

  /**
   * Makes text of rows, with their times, one a line, and all lines of a check whose row is folded.
   * For many it takes a moment, and is done on another thread.
   *
   * @param taker gets the text, on this thread
   */
  public void text(List<JournalLine> some, Consumer<String> taker) {
    transcript.text(transcript.linesBehind(some), lineTimes(), taker);
  }

  // Commands

  /** Forgets all lines. */
  public void clear() {
    List<JournalLine> _ = order.all();
    sources.forget(lines, source.get());
    shown.clear();
    dropped.set(0);
    checks.onlyProperty().set(0);
    refilter();
  }

  /** Starts to save the lines that pass the filter, in the background. */
  public void save(Path file) {
    append(order.all());
    save.start(file, transcript.linesBehind(readOnlyRows), transcript.frozen(lineTimes()));
  }

  private void show(List<Integer> found) {
    follow.set(false);
    select(found);
  }

  private void select(List<Integer> found) {
    if (drawer.get() == Drawer.CLOSED) {
      drawer.set(Drawer.OPEN);
    }
    reveal.set(new Reveal(found));
  }

  private void receive(List<JournalLine> batch, long lost) {
    order.add(batch);
    dropped.set(dropped.get() + lost);
    append(order.due(MOST_AT_ONCE));
    awaitOthers();
  }

  /** Lines that may have to stand behind others are looked at again with the next. */
  private void awaitOthers() {
    if (!order.isEmpty() && !awaiting) {
      awaiting = true;
      arrivals.execute(
          () -> {
            awaiting = false;
            append(order.due(MOST_AT_ONCE));
            awaitOthers();
          });
    }
  }

  private boolean passes(JournalLine line) {
    return level.get().shows(line.level()) && source.get().shows(line) && checks.letsPass(line);
  }

  private void refilter() {
    refiltering.set(true);
    shown.refilter();
    refiltering.set(false);
    finder.rowsReplaced();
    checks.changed();
  }

  private void append(List<JournalLine> batch) {
    if (batch.isEmpty()) {
      return;
    }
    int over = lines.size() + batch.size() - capacity;
    if (over > 0) {
      drop(Math.min(lines.size(), Math.max(over, capacity / DROP_DIVISOR)));
    }
    sources.count(batch);
    int rowsBefore = shown.rows().size();
    inserting.set(shown.isLate(batch.getFirst()));
    int changedFrom = shown.add(batch);
    inserting.set(false);
    if (changedFrom < rowsBefore) {
      finder.rowsChangedFrom(changedFrom);
    } else {
      finder.rowsAdded();
    }
    checks.changed();
  }

  private void drop(int count) {
    List<JournalLine> old = shown.lines().removeFirst(count);
    dropped.set(dropped.get() + count);
    sources.forget(old, source.get());
    dropping.set(true);
    int gone = shown.dropped(old);
    dropping.set(false);
    finder.rowsDropped(gone);
    if (shown.giveHeads()) {
      finder.rowsReplaced();
    }
  }
}
