package org.echolot.ui.listener;

import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.echolot.listener.Call;
import org.echolot.ui.FxThread;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.jspecify.annotations.Nullable;

/** The reverse test in a window of its own; closing it ends the listening. */
public final class ReverseWindow extends BorderPane {

  private static final double WIDTH = 1_180;
  private static final double HEIGHT = 760;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final CallTable table;
  private final CallPane pane;

  /** The newest call's conversation; 0: none. */
  private long newest;

  private ReverseWindow(ReverseModel model, CallLines lines, CallDeeds deeds, Runnable close) {
    setId("reverse-window");
    getStylesheets().add(Stylesheets.look());
    table = new CallTable(model.calls(), deeds.peerOf());
    pane = new CallPane(call -> lines.of(call.conversationId()), deeds.showStage(), deeds.ticket());
    ScrollPane scrolledForm = new ScrollPane(new ListenFormPane(model));
    scrolledForm.setFitToWidth(true);
    scrolledForm.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolledForm.setMinWidth(Region.USE_PREF_SIZE);
    setLeft(scrolledForm);
    ScrollPane scrolled = new ScrollPane(pane);
    scrolled.setFitToWidth(true);
    SplitPane split = new SplitPane(table, scrolled);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.35);
    setCenter(split);
    setBottom(bar(model, close));
    table.getSelectionModel().selectedItemProperty().subscribe(pane::show);
    model.calls().subscribe(this::follow);
  }

  private static HBox bar(ReverseModel model, Runnable close) {
    Button clear = new Button("Clear the list");
    clear.setId("calls-clear");
    clear.disableProperty().bind(Bindings.isEmpty(model.calls()));
    clear.setOnAction(_ -> model.clear());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button done = new Button("Close");
    done.setId("reverse-close");
    done.setCancelButton(true);
    done.setOnAction(_ -> close.run());
    HBox bar = new HBox(8, clear, gap, done);
    bar.setPadding(new Insets(8, 12, 8, 12));
    return bar;
  }

  /** The newest call is shown until the user looks at another; one that gets on is shown so. */
  private void follow() {
    List<Call> calls = table.getItems();
    if (calls.isEmpty()) {
      newest = 0;
      pane.show(null);
      return;
    }
    @Nullable Call selected = table.getSelectionModel().getSelectedItem();
    long before = newest;
    newest = calls.getFirst().conversationId();
    if (selected == null || (selected.conversationId() == before && before != newest)) {
      table.getSelectionModel().clearAndSelect(0);
      pane.show(calls.getFirst());
      return;
    }
    calls.stream()
        .filter(call -> call.conversationId() == selected.conversationId())
        .findFirst()
        .ifPresent(pane::show);
  }

  /**
   * Shows the window.
   *
   * @param lines keeps the lines of calls
   */
  public static void show(Window owner, ReverseModel model, CallLines lines, CallDeeds deeds) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("Reverse test: who calls us");
    stage.setScene(new Scene(new ReverseWindow(model, lines, deeds, stage::close)));
    Placed.over(owner, stage, WIDTH, HEIGHT);
    Subscription ticks = new FxThread().every(SECOND, model::tick);
    stage.setOnHidden(
        _ -> {
          ticks.unsubscribe();
          model.stop();
        });
    stage.show();
  }
}
