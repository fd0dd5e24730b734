package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.jspecify.annotations.Nullable;

/**
 * The six stages of a check as six segments in a row: done, done with a warning, failed, stopped,
 * under way, or not reached. A list has hundreds of them, which change many times a second while
 * its peers are checked: so the style sheet gives a colour for each state, once, and the segments
 * are fills of one background, no nodes of their own.
 */
public final class Segments extends Region {

  private static final StyleablePropertyFactory<Segments> STYLES =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());

  /** How a stage went, as a segment shows it. */
  @SuppressWarnings("ImmutableEnumChecker") // what CSS knows of a property never changes
  enum State {
    NONE,
    DONE,
    WARNING,
    FAILED,
    RUNNING;

    private final String property = "-segment-" + name().toLowerCase(Locale.ROOT);
    private final CssMetaData<Segments, Paint> css =
        STYLES.createPaintCssMetaData(property, segments -> segments.paintOf(this));
  }

  private static final List<CssMetaData<? extends Styleable, ?>> CSS = css();

  private static final double LENGTH = 13;
  private static final double HEIGHT = 8;
  private static final double GAP = 2;
  private static final CornerRadii ROUND = new CornerRadii(2);

  /** Of all six. */
  static final double WIDTH = 6 * LENGTH + 5 * GAP;

  private final Map<State, StyleableObjectProperty<Paint>> paints = new EnumMap<>(State.class);
  private final Map<CheckStage, State> states = new EnumMap<>(CheckStage.class);

  public Segments() {
    getStyleClass().add("segments");
    for (State state : State.values()) {
      StyleableObjectProperty<Paint> paint =
          new SimpleStyleableObjectProperty<>(state.css, this, state.property, Color.TRANSPARENT);
      paint.subscribe((_, _) -> paint());
      paints.put(state, paint);
    }
    for (CheckStage stage : CheckStage.values()) {
      states.put(stage, State.NONE);
    }
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setMouseTransparent(true);
  }

  private static List<CssMetaData<? extends Styleable, ?>> css() {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    for (State state : State.values()) {
      all.add(state.css);
    }
    return List.copyOf(all);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return CSS;
  }

  /** How each stage is shown, from the first to the last. */
  List<State> states() {
    return List.copyOf(states.values());
  }

  private StyleableObjectProperty<Paint> paintOf(State state) {
    return Objects.requireNonNull(paints.get(state));
  }

  private void paint() {
    List<BackgroundFill> fills = new ArrayList<>();
    double left = 0;
    for (State state : states.values()) {
      Insets place = new Insets(0, WIDTH - left - LENGTH, 0, left);
      fills.add(new BackgroundFill(paintOf(state).get(), ROUND, place));
      left += LENGTH + GAP;
    }
    setBackground(new Background(fills, List.of()));
  }

  /** Shows a peer: the stages of its running check, or those of its last. */
  void show(PeerRow row) {
    if (row.isBusy()) {
      RunningCheck running = row.running();
      Map<CheckStage, State> now = underWay(running.stage());
      // What was not asked for, TLS perhaps, has not been done.
      running.ended().stream()
          .filter(ended -> ended.state() == StageState.SKIPPED)
          .forEach(ended -> now.put(ended.stage(), State.NONE));
      show(now);
    } else {
      show(row.lastResult());
    }
  }

  /**
   * Shows a result.
   *
   * @param result null: none
   */
  public void show(@Nullable CheckResult result) {
    Map<CheckStage, State> now = new EnumMap<>(CheckStage.class);
    for (CheckStage stage : CheckStage.values()) {
      now.put(stage, result == null ? State.NONE : stateOf(result, stage));
    }
    show(now);
  }

  /**
   * Shows a check that has come to a stage.
   *
   * @param stage null: it waits
   */
  public void showRunning(@Nullable CheckStage stage) {
    show(underWay(stage));
  }

  private static Map<CheckStage, State> underWay(@Nullable CheckStage stage) {
    Map<CheckStage, State> now = new EnumMap<>(CheckStage.class);
    for (CheckStage each : CheckStage.values()) {
      int order = stage == null ? 1 : each.compareTo(stage);
      now.put(each, order < 0 ? State.DONE : order == 0 ? State.RUNNING : State.NONE);
    }
    return now;
  }

  private void show(Map<CheckStage, State> now) {
    if (!states.equals(now)) {
      states.putAll(now);
      paint();
    }
  }

  private static State stateOf(CheckResult result, CheckStage which) {
    StageResult stage = result.stage(which);
    return switch (stage.state()) {
      case OK -> State.DONE;
      case WARNING -> State.WARNING;
      case FAILED -> result.outcome() == Outcome.CANCELLED ? State.WARNING : State.FAILED;
      case SKIPPED -> State.NONE;
    };
  }

  /** How many stages went well. */
  static int done(CheckResult result) {
    return (int) result.stages().stream().filter(s -> s.state() == StageState.OK).count();
  }
}
