package org.echolot.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.history.Figures;
import org.echolot.history.HistoryReader;
import org.echolot.history.Hour;
import org.echolot.history.KeptCall;
import org.echolot.history.Series;
import org.jspecify.annotations.Nullable;

/**
 * What the history of one peer shows: a span of time, whose times, and what was loaded for it. View
 * model: to be used on the FX thread; it loads on a thread of its own, and of what is asked for
 * while it does, only the last is loaded.
 */
public final class HistoryModel {

  /** How many of the last checks are shown one by one. */
  static final int LAST = 60;

  /** How many of the last calls of the peer to us are shown. */
  static final int CALLS = 20;

  /** About as many spans are asked for as a wide chart has pixels. */
  private static final long MOST_SPANS = 1_500;

  private static final Duration FIRST_SPAN = Duration.ofDays(1);

  /** What one load brought. */
  record Loaded(
      ChartData data, @Nullable Figures figures, List<CheckResult> last, List<KeptCall> calls) {

    static final Loaded NOTHING = new Loaded(ChartData.EMPTY, null, List.of(), List.of());

    Loaded {
      last = List.copyOf(last);
      calls = List.copyOf(calls);
    }
  }

  private final HistoryReader reader;
  private final Executor background;
  private final Executor fx;
  private final InstantSource clock;

  private final ReadOnlyObjectWrapper<ChartView> view;
  private final ReadOnlyObjectWrapper<Loaded> loaded = new ReadOnlyObjectWrapper<>(Loaded.NOTHING);
  private final ObjectProperty<@Nullable CheckStage> stage = new SimpleObjectProperty<>(null);
  private @Nullable UUID peerId;
  private boolean isLoading;
  private boolean isStale;

  /**
   * @param background runs what waits for the disk, one after the other
   * @param fx runs what changes the view model
   */
  public HistoryModel(HistoryReader reader, Executor background, Executor fx, InstantSource clock) {
    this.reader = reader;
    this.background = background;
    this.fx = fx;
    this.clock = clock;
    this.view = new ReadOnlyObjectWrapper<>(ChartView.last(FIRST_SPAN, clock.instant()));
    stage.subscribe((_, _) -> load());
  }

  /** The span of time that is shown. */
  ReadOnlyObjectProperty<ChartView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** What was loaded last, which may be for another span. */
  ReadOnlyObjectProperty<Loaded> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Whose times are shown; null: those of the whole check. */
  ObjectProperty<@Nullable CheckStage> stageProperty() {
    return stage;
  }

  HistoryReader reader() {
    return reader;
  }

  @Nullable UUID peerId() {
    return peerId;
  }

  // Commands

  /** Shows another peer; null: none. */
  public void show(@Nullable UUID peer) {
    if (!Objects.equals(peer, peerId)) {
      peerId = peer;
      loaded.set(Loaded.NOTHING);
      refresh();
    }
  }

  /** A check ended, or time has passed: where the chart shows now, it goes on to do so. */
  public void refresh() {
    Instant now = clock.instant();
    ChartView shown = view.get();
    Duration behind = Duration.between(shown.end(), now);
    if (!behind.isNegative() && behind.toMillis() < shown.span() / 1_000 / 20 + 120_000) {
      view.set(new ChartView(ChartView.micros(now) - shown.span(), ChartView.micros(now)));
    }
    load();
  }

  /** Shows the last part of time. */
  void showLast(Duration span) {
    view.set(ChartView.last(span, clock.instant()));
    load();
  }

  /** Gives the last result of any peer to {@code shown}, if there is one. */
  void loadLast(UUID peer, Consumer<CheckResult> shown) {
    background.execute(
        () -> reader.last(peer).ifPresent(last -> fx.execute(() -> shown.accept(last))));
  }

  /** See {@link ChartView#zoomed}. */
  void zoom(double factor, double anchor) {
    change(view.get().zoomed(factor, anchor));
  }

  /** See {@link ChartView#moved}. */
  void move(double part) {
    change(view.get().moved(part));
  }

  private void change(ChartView wanted) {
    view.set(wanted.upTo(clock.instant()));
    load();
  }

  /** Loads what is to be shown, unless it is being loaded: then again after that. */
  private void load() {
    UUID peer = peerId;
    if (peer == null) {
      return;
    }
    if (isLoading) {
      isStale = true;
      return;
    }
    isLoading = true;
    isStale = false;
    ChartView wanted = view.get();
    CheckStage whose = stage.get();
    background.execute(
        () -> {
          Loaded found = Loaded.NOTHING;
          try {
            found = load(peer, wanted, whose);
          } finally {
            Loaded brought = found;
            fx.execute(() -> show(peer, brought));
          }
        });
  }

  private void show(UUID peer, Loaded found) {
    isLoading = false;
    if (peer.equals(peerId)) {
      loaded.set(found);
    }
    if (isStale) {
      load();
    }
  }

  /** With as much before and after, so that moving shows something at once. */
  private Loaded load(UUID peer, ChartView wanted, @Nullable CheckStage whose) {
    Figures figures = reader.figures(peer, whose, wanted.begin(), wanted.end());
    List<CheckResult> last = reader.lastResults(peer, LAST);
    Instant from = wanted.moved(-1).begin();
    Instant to = wanted.moved(1).end();
    List<Hour> hours = List.of();
    Instant singleFrom = from;
    if (!wanted.showsSingleResults()) {
      int together =
          (int) Math.max(1, wanted.span() / ChartView.micros(Duration.ofHours(1)) / MOST_SPANS);
      hours = reader.hours(peer, whose, from, to, together);
      Instant summedUp = reader.summedUpTo();
      singleFrom = summedUp.isAfter(from) ? summedUp : from;
    }
    Series series =
        singleFrom.isBefore(to) ? reader.series(peer, whose, singleFrom, to) : Series.EMPTY;
    return new Loaded(
        new ChartData(ChartView.micros(from), ChartView.micros(to), hours, series),
        figures,
        last,
        reader.calls(Set.of(peer), Instant.EPOCH, Instant.MAX, CALLS));
  }
}
