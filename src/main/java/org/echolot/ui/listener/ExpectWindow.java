package org.echolot.ui.listener;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.listener.Expectation.Misfit;
import org.echolot.text.DurationText;
import org.echolot.text.Escapes;
import org.echolot.ui.FxThread;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.listener.ExpectModel.Entry;
import org.echolot.ui.listener.ExpectModel.Step;
import org.jspecify.annotations.Nullable;

/**
 * Guides through a call from a peer, in states that are large enough to be read from the device
 * beside. Closing it, as Escape does, ends the waiting.
 */
public final class ExpectWindow extends BorderPane {

  private static final double WIDTH = 680;
  private static final double HEIGHT = 560;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ExpectModel model;
  private final Consumer<Call> ticket;
  private final Label headline = new Label();
  private final Label left = new Label();
  private final VBox content = new VBox(12);
  private final Button start = new Button("Wait for the call");
  private final Button copy = new Button("Copy ticket");
  private @Nullable Call shown;

  private ExpectWindow(ExpectModel model, Consumer<Call> ticket, Runnable close) {
    this.model = model;
    this.ticket = ticket;
    setId("expect-window");
    getStylesheets().add(Stylesheets.look());
    headline.setId("expect-headline");
    headline.getStyleClass().add("expect-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    left.setId("expect-left");
    left.setWrapText(true);
    content.setId("expect-content");
    VBox all = new VBox(16, headline, content, left);
    all.setPadding(new Insets(24));
    ScrollPane scrolled = new ScrollPane(all);
    scrolled.setFitToWidth(true);
    setCenter(scrolled);
    setBottom(bar(close));
    model.stepProperty().subscribe(this::show);
  }

  private HBox bar(Runnable close) {
    start.setId("expect-start");
    start.setDefaultButton(true);
    start.setOnAction(_ -> model.start());
    copy.setId("expect-ticket");
    copy.setOnAction(
        _ -> {
          if (shown != null) {
            ticket.accept(shown);
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button done = new Button("Close");
    done.setId("expect-close");
    done.setCancelButton(true);
    done.setOnAction(_ -> close.run());
    HBox bar = new HBox(8, start, copy, gap, done);
    bar.setPadding(new Insets(8, 12, 8, 12));
    return bar;
  }

  private void show(Step step) {
    String peer = Escapes.oneLine(model.peerName());
    shown = null;
    switch (step) {
      case Step.Ready _ -> {
        say("Have " + peer + " call us", "status-unknown");
        content.getChildren().setAll(form());
      }
      case Step.LookingUp(String host) -> {
        say("Looking up " + Escapes.oneLine(host) + " …", "status-running");
        content.getChildren().clear();
      }
      case Step.Waiting waiting -> {
        say("Waiting for " + peer + " …", "status-running");
        content.getChildren().setAll(wrapping(enterAt(peer)), entries(waiting.enter()));
      }
      case Step.Knocked knocked -> {
        shown = knocked.call();
        say(
            knocked.misfits().isEmpty()
                ? "Somebody called, but the call did not succeed"
                : "Somebody called, but not as expected",
            "status-warning");
        content.getChildren().setAll(misfits(knocked));
        content.getChildren().addAll(wrapping(enterAt(peer)), entries(knocked.enter()));
      }
      case Step.Arrived arrived -> {
        shown = arrived.call();
        say("✓ " + peer + " reaches us", "status-ok");
        content
            .getChildren()
            .setAll(wrapping(Escapes.oneLine(CallFacts.summary(arrived.call())) + "."));
      }
      case Step.Over(String why) -> {
        say(why, "status-failed");
        content.getChildren().setAll(form());
        freePort();
      }
    }
    boolean waits =
        step instanceof Step.LookingUp
            || step instanceof Step.Waiting
            || step instanceof Step.Knocked;
    start.setVisible(!waits);
    start.setManaged(!waits);
    start.setText(step instanceof Step.Arrived ? "Wait for another call" : "Wait for the call");
    copy.setVisible(shown != null);
    copy.setManaged(shown != null);
    showLeft();
  }

  private static String enterAt(String peer) {
    return "At "
        + peer
        + ", enter this computer as a remote AE (destination), and send an echo (verify, C-ECHO):";
  }

  private void say(String words, String style) {
    headline.setText(words);
    headline.getStyleClass().removeIf(each -> each.startsWith("status-"));
    headline.getStyleClass().add(style);
  }

  private static Node wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Node entries(List<Entry> entries) {
    GridPane grid = new GridPane(24, 8);
    int row = 0;
    for (Entry entry : entries) {
      Label name = new Label(entry.name());
      name.getStyleClass().add("fact-name");
      CopyableLabel value =
          new CopyableLabel(
              "expect-" + entry.name().toLowerCase(Locale.ROOT).replace(' ', '-'), entry.value());
      value.getStyleClass().add("expect-value");
      grid.addRow(row++, name, value);
    }
    return grid;
  }

  private static List<Node> misfits(Step.Knocked knocked) {
    if (knocked.misfits().isEmpty()) {
      return List.of(wrapping(Escapes.oneLine(CallFacts.summary(knocked.call())) + "."));
    }
    return knocked.misfits().stream().map(ExpectWindow::misfit).toList();
  }

  private static Node misfit(Misfit misfit) {
    CopyableLabel fact = new CopyableLabel("expect-fact", "✗ " + Escapes.oneLine(misfit.fact()));
    fact.getStyleClass().add("expect-fact");
    CopyableLabel advice = new CopyableLabel("expect-advice", Escapes.oneLine(misfit.advice()));
    VBox box = new VBox(2, fact, advice);
    box.getStyleClass().addAll("card", "card-warning");
    return box;
  }

  private Node form() {
    ListenForm form = model.form();
    TextField ae = new TextField();
    ae.setId("expect-our-ae");
    ae.textProperty().bindBidirectional(form.ae);
    TextField port = new TextField();
    port.setId("expect-our-port");
    port.textProperty().bindBidirectional(form.port);
    ChoiceBox<Duration> time = new ChoiceBox<>();
    time.setId("expect-time");
    time.getItems().setAll(ListenForm.TIMES);
    time.setConverter(new InWords());
    time.valueProperty().bindBidirectional(form.time);
    GridPane grid = new GridPane(12, 8);
    grid.addRow(0, labelOf("Our AE title", ae), ae);
    grid.addRow(1, labelOf("Port", port), port);
    grid.addRow(2, labelOf("Stop after", time), time);
    Label fault = new Label();
    fault.setId("expect-fault");
    fault.getStyleClass().add("status-failed");
    fault.textProperty().bind(form.fault());
    start.disableProperty().bind(form.fault().isNotEmpty());
    return new VBox(
        12,
        wrapping(
            "Echolot waits for an echo from this peer, and shows what to enter there. While it"
                + " waits, any computer that reaches this one can call; it answers C-ECHO alone."
                + " The firewall of this computer may have to allow the port."),
        grid,
        fault);
  }

  private static Label labelOf(String name, Node control) {
    Label label = new Label(name);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    return label;
  }

  private void freePort() {
    if (model.listening().stateProperty().get() instanceof Listening.State.Failed failed) {
      OptionalInt free = failed.freePort();
      if (free.isPresent()) {
        Button use = new Button("Use port " + free.getAsInt());
        use.setId("expect-free-port");
        use.setOnAction(
            _ -> {
              model.form().port.set(Integer.toString(free.getAsInt()));
              model.start();
            });
        content.getChildren().add(use);
      }
    }
  }

  private void showLeft() {
    Duration time = model.listening().left();
    left.setText(time.isZero() ? "" : "Stops in " + ReverseModel.clock(time) + ".");
  }

  private void tick() {
    model.tick();
    showLeft();
  }

  /**
   * Shows the window.
   *
   * @param ticket copies the ticket of a call
   */
  public static void show(Window owner, ExpectModel model, Consumer<Call> ticket) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Expect a call from " + Escapes.oneLine(model.peerName()));
    ExpectWindow window = new ExpectWindow(model, ticket, stage::close);
    stage.setScene(new Scene(window));
    Placed.over(owner, stage, WIDTH, HEIGHT);
    Subscription ticks = new FxThread().every(SECOND, window::tick);
    stage.setOnHidden(
        _ -> {
          ticks.unsubscribe();
          model.stop();
        });
    stage.show();
  }

  private static final class InWords extends StringConverter<Duration> {

    @Override
    public String toString(@Nullable Duration time) {
      return time == null ? "" : DurationText.inWords(time);
    }

    @Override
    public Duration fromString(String text) {
      return DurationText.parse(text);
    }
  }
}
