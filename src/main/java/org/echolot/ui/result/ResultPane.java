package org.echolot.ui.result;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
import org.echolot.peers.Peer;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.CheckAction;
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
  private final ResultDeeds deeds;
  private final Verdict verdict;
  private final TlsInspector inspector;
  private final Tab inspectorTab;
  private final AssociationFacts facts = new AssociationFacts();
  private final TabPane tabs = new TabPane();
  private Subscription toRow = Subscription.EMPTY;
  private @Nullable PeerRow followed;

  /**
   * @param shown the peer to show; null for none
   * @param actions those of the window
   * @param deeds what else can be done about its result
   */
  public ResultPane(ObservableValue<@Nullable PeerRow> shown, Actions actions, ResultDeeds deeds) {
    this.deeds = deeds;
    setId("result-pane");
    getStyleClass().add("result-pane");
    getStylesheets().add(Stylesheets.look());
    Map<Remedy, Button> buttons = new EnumMap<>(Remedy.class);
    for (Remedy remedy : Remedy.values()) {
      buttons.put(remedy, button(remedy));
    }
    verdict = new Verdict(actions, deeds.showStage(), buttons);
    inspector = new TlsInspector(() -> remedy(Remedy.TRUST), deeds.save());
    inspector.trustButton().disableProperty().bind(deeds.canEdit().map(can -> !can));
    inspectorTab = tab("TLS", inspector);
    inspectorTab.selectedProperty().subscribe(this::showInspector);
    tabs.setId("result-tabs");
    tabs.setAccessibleText("Findings of the last check");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().setAll(tab("Result", verdict), tab("Association", facts), inspectorTab);
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

  private Button button(Remedy remedy) {
    Button button = new Button(remedy.label());
    button.setId("result-" + remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    button.setTooltip(new Tooltip(remedy.tip()));
    button.getStyleClass().add(Styles.ACCENT);
    button.setOnAction(_ -> remedy(remedy));
    if (remedy.changesPeer()) {
      button.disableProperty().bind(deeds.canEdit().map(can -> !can));
    }
    return button;
  }

  private void remedy(Remedy remedy) {
    PeerRow row = followed;
    if (row != null) {
      deeds.remedy().accept(row, remedy);
    }
  }

  private void follow(@Nullable PeerRow row) {
    followed = row;
    toRow.unsubscribe();
    toRow = Subscription.EMPTY;
    if (row == null) {
      showHeader("", "", "status-unknown", "", "");
      showHint("Select a peer to see its last result.");
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
      case NEVER_CHECKED ->
          showHint("Not checked in this session. " + CheckAction.ECHO.keyText() + " checks it.");
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
    showInspector();
    hint.setVisible(false);
    tabs.setVisible(true);
  }

  /** It has much to lay out, and is seldom looked at. */
  private void showInspector() {
    PeerRow row = followed;
    CheckResult result = row == null ? null : row.lastResult();
    if (inspectorTab.isSelected() && result != null) {
      inspector.show(result);
    }
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
