package org.echolot.ui.main;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.echolot.ui.checks.ChecksModel;
import org.echolot.ui.listener.ListenerModel;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;

/** How all peers stand, how far the checks are, and where we listen. */
final class StatusBar extends HBox {

  /** How long a message stands. */
  private static final Duration MESSAGE_STANDS = Duration.seconds(6);

  private final Label message = new Label();
  private final PauseTransition messageEnd = new PauseTransition(MESSAGE_STANDS);

  /**
   * @param selected the peers that are selected in the list
   */
  StatusBar(
      PeersModel peers,
      ObservableValue<List<PeerRow>> selected,
      ChecksModel checks,
      ListenerModel listener,
      StatusMessage said) {
    ReadOnlyObjectProperty<List<PeerRow>> shown = peers.shown().peersProperty();
    setId("status-bar");
    getStyleClass().add("status-bar");
    Label counts = new Label();
    counts.setId("status-counts");
    counts
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    shownText(peers.rows().size(), shown.get().size(), selected.getValue().size()),
                peers.rows(),
                shown,
                selected));

    ProgressBar bar = new ProgressBar();
    bar.setId("status-progress");
    bar.setPrefWidth(140);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    checks.endedProperty().get()
                        / (double) Math.max(1, checks.totalProperty().get()),
                checks.endedProperty(),
                checks.totalProperty()));
    Label progress = new Label();
    progress.setId("status-progress-text");
    progress
        .textProperty()
        .bind(Bindings.concat(checks.endedProperty(), "/", checks.totalProperty()));
    HBox running = new HBox(6, bar, progress);
    running.getStyleClass().add("status-running-checks");
    running.visibleProperty().bind(checks.busyProperty());

    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label listening = new Label();
    listening.setId("status-listener");
    listening.textProperty().bind(listener.textProperty());
    listening.setTextOverrun(OverrunStyle.ELLIPSIS);
    listening.setMinWidth(60);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(listener.textProperty());
    listening.setTooltip(tip);
    counts.setMinWidth(Region.USE_PREF_SIZE);
    message.setId("status-message");
    message.getStyleClass().add("status-message");
    said.lastProperty().subscribe((_, last) -> say(last.text()));
    messageEnd.setOnFinished(_ -> message.setText(""));
    running.managedProperty().bind(running.visibleProperty());
    getChildren().setAll(counts, running, message, gap, listening);
  }

  /** {@code 24 peers, all shown}, {@code 4 of 24 shown · 2 selected}. */
  static String shownText(int all, int shown, int selected) {
    String peers =
        all == shown
            ? String.format(Locale.ROOT, "%d %s, all shown", all, all == 1 ? "peer" : "peers")
            : String.format(Locale.ROOT, "%d of %d shown", shown, all);
    return selected > 1 ? peers + String.format(Locale.ROOT, " · %d selected", selected) : peers;
  }

  /** Says for a few seconds what was just done. */
  private void say(String text) {
    message.setText(text);
    messageEnd.playFromStart();
  }
}
