package org.echolot.ui.result;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.echolot.check.CheckResult;
import org.echolot.check.Stage;
import org.echolot.peers.Peer;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.ResultWords;
import org.echolot.ui.peers.StatusLook;
import org.jspecify.annotations.Nullable;

/** What is known of the peer that is selected in the list. */
public final class ResultPane extends BorderPane {

  private final Label mark = new Label();
  private final Label name = new Label();
  private final Label address = new Label();
  private final Label hint = new Label();
  private final Verdict verdict;
  private final AssociationFacts facts = new AssociationFacts();
  private final TabPane tabs = new TabPane();
  private Subscription toRow = Subscription.EMPTY;

  /**
   * @param shown the peer to show; null for none
   * @param copyForTicket copies the report on the result that is shown
   * @param more what else can be done with the report
   * @param register asks the peer that is shown to register us
   * @param showStage shows the lines of a stage of that result
   */
  public ResultPane(
      ObservableValue<@Nullable PeerRow> shown,
      Runnable copyForTicket,
      List<MenuItem> more,
      Runnable register,
      Consumer<Stage> showStage) {
    setId("result-pane");
    getStyleClass().add("result-pane");
    getStylesheets().add(Stylesheets.of(ResultPane.class, "result.css"));
    verdict = new Verdict(copyForTicket, more, register, showStage);
    tabs.setId("result-tabs");
    tabs.setAccessibleText("What the last check found");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().setAll(tab("Result", verdict), tab("Association", facts));
    hint.setId("result-hint");
    hint.setWrapText(true);
    hint.getStyleClass().add("result-hint");
    setTop(header());
    setCenter(new StackPane(hint, tabs));
    shown.subscribe(this::follow);
  }

  private Node header() {
    name.setId("result-name");
    name.getStyleClass().add("result-name");
    address.setId("result-address");
    address.getStyleClass().add("result-address");
    address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    HBox header = new HBox(mark, new VBox(name, address));
    header.getStyleClass().add("result-header");
    return header;
  }

  private static Tab tab(String title, Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return new Tab(title, scroll);
  }

  private void follow(@Nullable PeerRow row) {
    toRow.unsubscribe();
    toRow = Subscription.EMPTY;
    if (row == null) {
      showHeader("", "", "status-unknown", "", "");
      showHint("Select a peer to see what is known of it.");
      return;
    }
    toRow =
        Subscription.combine(
            row.peerProperty().subscribe(_ -> show(row)),
            row.statusProperty().subscribe((_, _) -> show(row)),
            row.runningStageProperty().subscribe((_, _) -> show(row)),
            row.lastResultProperty().subscribe((_, _) -> show(row)));
  }

  private void show(PeerRow row) {
    Peer peer = row.peer();
    StatusLook look = StatusLook.of(row.status());
    showHeader(look.mark(), look.words(), look.styleClass(), peer.name(), peer.address());
    CheckResult result = row.lastResult();
    switch (row.status()) {
      case NEVER_CHECKED -> showHint("Not checked in this session. F5 sends an echo.");
      case WAITING, RUNNING -> showHint(sentence(ResultWords.of(row)));
      case OK, WARNING, FAILED, CANCELLED -> {
        if (result != null) {
          showResult(result);
        }
      }
    }
  }

  private void showHeader(
      String markText, String words, String styleClass, String nameText, String addressText) {
    mark.setText(markText);
    mark.setAccessibleText(words);
    mark.getStyleClass().setAll("label", "result-mark", styleClass);
    name.setText(nameText);
    name.setTooltip(nameText.isEmpty() ? null : new Tooltip(nameText));
    address.setText(addressText);
    address.setTooltip(addressText.isEmpty() ? null : new Tooltip(addressText));
  }

  private void showHint(String text) {
    hint.setText(text);
    hint.setVisible(true);
    tabs.setVisible(false);
  }

  private void showResult(CheckResult result) {
    verdict.show(result);
    facts.show(result);
    hint.setVisible(false);
    tabs.setVisible(true);
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
