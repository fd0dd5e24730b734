package org.echolot.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.ui.checks.ChecksModel;
import org.echolot.ui.listener.ListenerModel;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.watch.WatchBadge;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How all peers stand, how far the checks are, and where we listen. */
final class StatusBar extends HBox {

  private static final PseudoClass FAILING = PseudoClass.getPseudoClass("failing");

  /**
   * @param selected the peers that are selected in the list
   * @param watch how the watch stands
   * @param showEvents shows what it found
   */
  StatusBar(
      PeersModel peers,
      ObservableValue<List<PeerRow>> selected,
      ChecksModel checks,
      ListenerModel listener,
      StatusMessage said,
      ObservableValue<WatchBadge> watch,
      Runnable showEvents) {
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
    running.setMinWidth(Region.USE_PREF_SIZE); // whatever else there is to say

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
    PassingMessage message = new PassingMessage(said);
    running.managedProperty().bind(running.visibleProperty());
    getChildren().setAll(counts, running, message, gap, badge(watch, showEvents), listening);
  }

  /** A button, since it says less than there is to see. */
  private static Button badge(ObservableValue<WatchBadge> watch, Runnable showEvents) {
    Button badge = new Button("", new FontIcon(Feather.EYE));
    badge.setId("status-watch");
    badge.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "watch-badge");
    badge.setMinWidth(Region.USE_PREF_SIZE);
    badge.setOnAction(_ -> showEvents.run());
    Tooltip tip = new Tooltip();
    badge.setTooltip(tip);
    watch.subscribe(
        now -> {
          badge.setText(now.text());
          badge.setGraphic(new FontIcon(now.isRunning() ? Feather.EYE : Feather.EYE_OFF));
          badge.setVisible(now.isShown());
          badge.setManaged(now.isShown());
          badge.setAccessibleText(now.text() + ". " + now.explanation());
          tip.setText(now.explanation());
          badge.pseudoClassStateChanged(
              FAILING, now.isRunning() && (now.failing() > 0 || now.fault() != null));
        });
    return badge;
  }

  /** {@code no peers}, {@code 24 peers, all shown}, {@code 4 of 24 shown · 2 selected}. */
  static String shownText(int all, int shown, int selected) {
    if (all == 0) {
      return "no peers";
    }
    String peers =
        all == shown
            ? String.format(Locale.ROOT, "%d %s, all shown", all, all == 1 ? "peer" : "peers")
            : String.format(Locale.ROOT, "%d of %d shown", shown, all);
    return selected > 1 ? peers + String.format(Locale.ROOT, " · %d selected", selected) : peers;
  }
}
