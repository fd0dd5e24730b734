package org.echolot.ui.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.report.SideBySide;
import org.echolot.text.Escapes;
import org.echolot.text.MomentText;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.result.ComparisonView;
import org.jspecify.annotations.Nullable;

/**
 * The history of a peer: its last checks, figures and a chart of a span of time, what changed, and
 * any two results side by side.
 */
public final class HistoryPane extends VBox {

  /** The spans that a click shows. */
  private enum Span {
    DAY("24 h", 1),
    WEEK("7 days", 7),
    MONTH("30 days", 30),
    QUARTER("90 days", 90),
    YEAR("1 year", 365),
    TWO_YEARS("2 years", 730);

    private final String label;
    private final Duration length;

    Span(String label, int days) {
      this.label = label;
      this.length = Duration.ofDays(days);
    }
  }

  private static final int MOST_TURNS = 20;

  /** Of the span that the chart shows. */
  private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

  private final HistoryModel model;
  private final HistoryExport export;
  private final Function<Kind, Optional<Path>> askTarget;
  private final Supplier<List<PeerRow>> otherPeers;
  private final Label figures = new Label();
  private final Label hint = new Label("Nothing was kept of this peer yet.");
  private final ResultStrip strip;
  private final HistoryChart chart;
  private final VBox turns = new VBox(4);
  private final KeptCallsBox calls = new KeptCallsBox();
  private final ComparisonView compared = new ComparisonView();
  private final VBox comparison = new VBox(6, title("Side by side"), compared);

  /** What can be saved. */
  public enum Kind {
    CSV("history.csv", "Table (CSV)", "*.csv"),
    PNG("history.png", "Picture (PNG)", "*.png");

    private final String proposed;
    private final String words;
    private final String pattern;

    Kind(String proposed, String words, String pattern) {
      this.proposed = proposed;
      this.words = words;
      this.pattern = pattern;
    }

    /** The name that is proposed. */
    public String proposed() {
      return proposed;
    }

    public ExtensionFilter filter() {
      return new ExtensionFilter(words, pattern);
    }
  }

  /**
   * @param otherPeers the peers with which one can be compared
   * @param askTarget asks for a file to save to
   */
  public HistoryPane(
      HistoryModel model,
      HistoryExport export,
      Supplier<List<PeerRow>> otherPeers,
      Function<Kind, Optional<Path>> askTarget) {
    super(8);
    this.model = model;
    this.export = export;
    this.askTarget = askTarget;
    this.otherPeers = otherPeers;
    setId("history-pane");
    getStyleClass().add("history-pane");
    getStylesheets().add(Stylesheets.of(HistoryPane.class, "history.css"));
    strip = new ResultStrip(this::compare);
    chart = new HistoryChart(model, () -> model.showLast(Span.DAY.length));
    figures.setId("history-figures");
    figures.setWrapText(true);
    figures.setMinHeight(Region.USE_PREF_SIZE);
    hint.setId("history-hint");
    turns.setId("history-turns");
    comparison.setId("history-comparison");
    show(comparison, false);
    ScrollPane wide = new ScrollPane(comparison);
    wide.setFitToHeight(true);
    wide.visibleProperty().bind(comparison.visibleProperty());
    wide.managedProperty().bind(comparison.visibleProperty());
    getChildren()
        .setAll(title("Last checks"), strip, hint, tools(), figures, chart, turns, calls, wide);
    model.loadedProperty().subscribe(this::show);
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("section-title");
    return label;
  }

  private Node tools() {
    List<Node> tools = new ArrayList<>();
    for (Span span : Span.values()) {
      Button button = new Button(span.label);
      button.setId("history-" + span.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      button.setOnAction(_ -> model.showLast(span.length));
      model
          .viewProperty()
          .subscribe(
              view -> {
                boolean shown = view.span() == span.length.toMillis() * 1_000;
                button.pseudoClassStateChanged(SHOWN, shown);
                button.setAccessibleText(span.label + (shown ? ", shown" : ""));
              });
      tools.add(button);
    }
    tools.add(stages());
    tools.add(others());
    for (Kind kind : Kind.values()) {
      Button button = new Button("Save " + kind.name() + "…");
      button.setId("history-save-" + kind.name().toLowerCase(Locale.ROOT));
      button.setTooltip(new Tooltip("Saves what the chart shows: " + kind.words));
      button.setOnAction(_ -> save(kind));
      tools.add(button);
    }
    FlowPane pane = new FlowPane(4, 4);
    pane.getStyleClass().add("history-tools");
    pane.getChildren().setAll(tools);
    return pane;
  }

  /**
   * What the times are of.
   *
   * @param stage null: the whole check
   */
  private record Whose(@Nullable CheckStage stage) {

    @Override
    public String toString() {
      return stage == null ? "Whole check" : stage.label();
    }
  }

  private Node stages() {
    ChoiceBox<Whose> choice = new ChoiceBox<>();
    choice.setId("history-stage");
    choice.setAccessibleText("Whose times are shown");
    choice.getItems().add(new Whose(null));
    for (CheckStage stage : CheckStage.values()) {
      choice.getItems().add(new Whose(stage));
    }
    choice.setValue(new Whose(model.stageProperty().get()));
    choice.valueProperty().subscribe((_, whose) -> model.stageProperty().set(whose.stage()));
    return choice;
  }

  private void show(HistoryModel.Loaded loaded) {
    strip.show(loaded.last());
    show(hint, loaded.last().isEmpty());
    figures.setText(HistoryText.figures(loaded.figures(), ZoneId.systemDefault()));
    Instant now = Instant.now();
    List<Node> lines = new ArrayList<>();
    for (Turns.Turn turn : Turns.of(loaded.last()).stream().limit(MOST_TURNS).toList()) {
      lines.add(line(turn, now));
    }
    if (!lines.isEmpty()) {
      lines.addFirst(title("What changed among the last checks"));
    }
    turns.getChildren().setAll(lines);
    calls.show(loaded.calls(), now);
    show(comparison, false);
  }

  private static Node line(Turns.Turn turn, Instant now) {
    Label label =
        new Label(
            MomentText.of(turn.at(), now, ZoneId.systemDefault())
                + "  "
                + (turn.ok() ? "✓ " : "✗ ")
                + turn.verdict()
                + (turn.changes().isEmpty()
                    ? ""
                    : "\n" + Escapes.oneLine(String.join(". ", turn.changes())) + "."));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(turn.ok() ? "history-turn-ok" : "history-turn-failed");
    return label;
  }

  /** Holds a result beside the newest one of the peer. */
  private void compare(CheckResult chosen) {
    List<CheckResult> last = model.loadedProperty().get().last();
    if (!last.isEmpty()) {
      CheckResult newest = last.getLast();
      compared.show(
          List.of(ResultStrip.text(chosen), ResultStrip.text(newest)),
          new SideBySide(chosen, newest).rows());
      show(comparison, true);
    }
  }

  /** Offers the other peers, whose last result is held beside that of this one. */
  private MenuButton others() {
    MenuButton others = new MenuButton("Compare with…");
    others.setId("history-compare");
    others.setTooltip(new Tooltip("Holds the last result of another peer beside this one's"));
    others.setOnShowing(_ -> others.getItems().setAll(itemsOf(otherPeers.get())));
    others.getItems().add(new MenuItem("")); // without any, it does not open
    return others;
  }

  private List<MenuItem> itemsOf(List<PeerRow> rows) {
    List<MenuItem> items = new ArrayList<>();
    for (PeerRow row : rows) {
      if (!row.id().equals(model.peerId())) {
        MenuItem item = new MenuItem(row.peer().name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.loadLast(row.id(), this::compare));
        items.add(item);
      }
    }
    return items;
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private void save(Kind kind) {
    UUID peerId = model.peerId();
    if (peerId == null) {
      return;
    }
    askTarget
        .apply(kind)
        .ifPresent(
            file -> {
              switch (kind) {
                case CSV ->
                    export.csv(
                        peerId,
                        model.viewProperty().get(),
                        model.loadedProperty().get().data(),
                        file);
                case PNG -> savePicture(file);
              }
            });
  }

  private void savePicture(Path file) {
    WritableImage image = chart.snapshot(null, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    export.png(pixels, width, height, file);
  }
}
