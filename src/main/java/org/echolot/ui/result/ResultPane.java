package org.echolot.ui.result;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.ui.FxThread;
import org.echolot.ui.action.Actions;
import org.echolot.ui.peers.AgeClock;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** What is known of the peer that is selected in the list. */
public final class ResultPane extends BorderPane {

  private final ResultDeeds deeds;
  private final ResultHeader header;
  private final Verdict verdict;
  private final TlsInspector inspector;
  private final Tab inspectorTab;
  private final AssociationFacts facts = new AssociationFacts();
  private final TabPane tabs = new TabPane();
  private final Set<Tab> lasting = new HashSet<>();
  private Subscription toRow = Subscription.EMPTY;
  private @Nullable PeerRow followed;
  private @Nullable CheckResult shownResult;
  private boolean asked;

  /**
   * @param shown the peer to show; null for none
   * @param actions those of the window
   * @param deeds what else can be done about its result
   */
  public ResultPane(
      ObservableValue<@Nullable PeerRow> shown,
      AgeClock clock,
      Actions actions,
      ResultDeeds deeds) {
    this.deeds = deeds;
    header = new ResultHeader(clock);
    setId("result-pane");
    getStyleClass().add("result-pane");
    Map<Remedy, Button> buttons = new EnumMap<>(Remedy.class);
    for (Remedy remedy : Remedy.values()) {
      buttons.put(remedy, button(remedy));
    }
    verdict =
        new Verdict(
            actions,
            deeds,
            buttons,
            this::setBack,
            new TitlesCard(deeds.canEdit(), this::setTitles));
    verdict.setBackButton().disableProperty().bind(deeds.canEdit().map(can -> !can));
    inspector = new TlsInspector(() -> remedy(Remedy.TRUST), deeds.save());
    inspector.trustButton().disableProperty().bind(deeds.canEdit().map(can -> !can));
    inspectorTab = tab("TLS", inspector);
    inspectorTab.selectedProperty().subscribe(this::showInspector);
    tabs.setId("result-tabs");
    tabs.setAccessibleText("Findings of the last check");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    Tab association = tab("Association", facts);
    tabs.getTabs().setAll(tab("Result", verdict), association, inspectorTab);
    setTop(header);
    setCenter(tabs);
    shown.subscribe(this::follow);
  }

  /**
   * Adds a tab that has something to say of a peer that was not checked in this session, too.
   *
   * @param content tells of the selected peer by itself
   */
  public Tab addTab(String title, Region content) {
    Tab tab = tab(title, content);
    lasting.add(tab);
    tabs.getTabs().add(tab);
    return tab;
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

  private void setBack(CheckRequest then) {
    PeerRow row = followed;
    if (row != null) {
      deeds.setBack().accept(row, then);
    }
  }

  private void setTitles(AeTitleQuestion.Try titles) {
    PeerRow row = followed;
    if (row != null) {
      deeds.setTitles().accept(row, titles);
    }
  }

  private void follow(@Nullable PeerRow row) {
    followed = row;
    toRow.unsubscribe();
    toRow = Subscription.EMPTY;
    show();
    if (row != null) {
      toRow =
          Subscription.combine(
              row.peerProperty().subscribe((_, _) -> changed()),
              row.beforeProperty().subscribe((_, _) -> changed()),
              row.statusProperty().subscribe((_, _) -> changed()),
              row.titlesProperty().subscribe((_, _) -> changed()),
              row.runningStageProperty().subscribe((_, _) -> changed()));
    }
  }

  /** A check may go through several stages within a frame. */
  private void changed() {
    if (!asked) {
      asked = true;
      new FxThread()
          .frames()
          .execute(
              () -> {
                asked = false;
                show();
              });
    }
  }

  private void show() {
    PeerRow row = followed;
    header.show(row);
    verdict.show(row);
    CheckResult result = row == null ? null : row.lastResult();
    if (result != null && !result.equals(shownResult)) {
      facts.show(result);
      showInspector();
    }
    shownResult = result;
    // What has nothing to say can't be turned to.
    tabs.getTabs().stream()
        .skip(1)
        .filter(tab -> !lasting.contains(tab))
        .forEach(tab -> tab.setDisable(result == null));
    if (tabs.getSelectionModel().getSelectedItem().isDisable()) {
      tabs.getSelectionModel().selectFirst();
    }
  }

  /** It has much to lay out, and is seldom looked at. */
  private void showInspector() {
    PeerRow row = followed;
    CheckResult result = row == null ? null : row.lastResult();
    if (inspectorTab.isSelected() && result != null) {
      inspector.show(result);
    }
  }
}
