package org.echolot.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.KeptCall;
import org.echolot.history.Retention;
import org.echolot.peers.Peer;
import org.echolot.ui.FxTest;
import org.echolot.ui.FxThread;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryPaneTest extends FxTest {

  /** A little after the moment of the results. */
  private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");

  @TempDir Path folder;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final AtomicReference<Path> target = new AtomicReference<>();
  private final CheckRequest request = Results.request("CT 1");
  private final Peer other = Peer.of("MR 2", new AeTitle("MR2"), "10.1.2.4", 104);
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private HistoryStore store;
  private HistoryModel model;

  @BeforeEach
  void showPane() throws Exception {
    store = HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, said::add);
    for (int i = 0; i < 9; i++) {
      store.keep(Results.success(request, Duration.ofMillis(2 + i)));
    }
    store.keep(Results.rejected(request));
    store.keep(
        Results.refused(
            CheckRequest.of(
                other.id(),
                other.name(),
                other.calledAe(),
                new AeTitle("ECHOLOT"),
                other.host(),
                other.port())));
    store.flush().get(30, TimeUnit.SECONDS);
    model = new HistoryModel(store.reader(), Runnable::run, new FxThread(), now::get);
    show(
        () ->
            new HistoryPane(
                model,
                new HistoryExport(store.reader(), Runnable::run, said::add),
                () -> List.of(new PeerRow(other)),
                _ -> Optional.ofNullable(target.get())),
        640,
        700);
    onFx(() -> model.show(request.peerId()));
    await().atMost(20, TimeUnit.SECONDS).until(() -> figures().startsWith("10 checks"));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private String figures() {
    return callOnFx(() -> lookup("#history-figures").queryAs(Label.class).getText());
  }

  @Test
  void showsTheLastChecksAndFigures() {
    assertThat(figures()).contains("90.00 % answered", "median", "p95");
    assertThat(callOnFx(() -> lookup("#history-strip").queryAs(Pane.class).getChildren().size()))
        .isEqualTo(10);
    assertThat(callOnFx(() -> lookup("#history-strip").query().getAccessibleText()))
        .isEqualTo("9 of the last 10 checks succeeded");
    assertThat(callOnFx(() -> lookup("#history-turns").queryAs(Pane.class).getChildren().size()))
        .isEqualTo(2);
  }

  @Test
  void aPeerThatIsLookedAtLaterIsShownUpToThen() {
    onFx(() -> model.show(null));
    now.set(NOW.plus(Duration.ofMinutes(10)));
    onFx(() -> model.show(request.peerId()));
    assertThat(callOnFx(() -> model.viewProperty().get().end()))
        .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
  }

  @Test
  void aClickOnABarHoldsThatResultBesideTheNewest() {
    clickOn(callOnFx(() -> lookup("#history-strip").queryAs(Pane.class).getChildren().getFirst()));

    assertThat(callOnFx(() -> lookup("#history-comparison").query().isVisible())).isTrue();
    assertThat(callOnFx(() -> lookup("#comparison").queryAs(Pane.class).getChildren().size()))
        .isGreaterThan(20);
  }

  @Test
  void theLastResultOfAnotherPeerIsHeldBesideThisOnes() {
    clickOn("#history-compare");
    clickOn("MR 2");

    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> callOnFx(() -> lookup("#history-comparison").query().isVisible()));
    assertThat(
            callOnFx(
                () ->
                    lookup("#comparison").queryAs(Pane.class).getChildren().stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getText())
                        .toList()))
        .contains("MR 2", "CT 1");
  }

  @Test
  void savesWhatIsShownAsTableAndPicture() throws Exception {
    target.set(folder.resolve("out.csv"));
    clickOn("#history-save-csv");
    await().atMost(20, TimeUnit.SECONDS).until(() -> !said.isEmpty());
    assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(11);

    target.set(folder.resolve("out.png"));
    clickOn("#history-save-png");
    await().atMost(20, TimeUnit.SECONDS).until(() -> said.size() == 2);
    assertThat(ImageIO.read(folder.resolve("out.png").toFile()).getWidth()).isGreaterThan(400);
    assertThat(said).allMatch(text -> text.startsWith("Saved "));
  }

  private static boolean isMarked(String id) {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().lookup(id))
                .filter(Objects::nonNull)
                .anyMatch(
                    node ->
                        node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("shown"))));
  }

  @Test
  void theSpanThatTheChartShowsIsMarked() {
    clickOn("#history-week");
    assertThat(isMarked("#history-week")).isTrue();
    assertThat(isMarked("#history-day")).isFalse();
    onFx(() -> lookup("#history-chart").query().requestFocus());
    push(KeyCode.PLUS);
    assertThat(isMarked("#history-week")).as("it is another span now").isFalse();
  }

  @Test
  void keysMoveAndZoom() {
    ChartView before = callOnFx(() -> model.viewProperty().get());
    onFx(() -> lookup("#history-chart").query().requestFocus());
    push(KeyCode.LEFT);
    ChartView moved = callOnFx(() -> model.viewProperty().get());
    push(KeyCode.PLUS);
    ChartView zoomed = callOnFx(() -> model.viewProperty().get());
    push(KeyCode.HOME);

    assertThat(moved.from()).isLessThan(before.from());
    assertThat(zoomed.span()).isLessThan(moved.span());
    assertThat(callOnFx(() -> model.viewProperty().get())).isEqualTo(before);
  }

  @Test
  void anotherPeerHasNothingOfThisOne() {
    onFx(() -> model.show(Results.request("MR 2").peerId()));

    await().atMost(20, TimeUnit.SECONDS).until(() -> figures().equals("No checks in this time."));
    assertThat(callOnFx(() -> lookup("#history-hint").query().isVisible())).isTrue();
  }

  @Test
  void ofAPeerTheLastResultIsWhole() {
    assertThat(store.reader().last(request.peerId()).map(CheckResult::summary))
        .isEqualTo(Optional.of(Results.rejected(request).summary()));
  }

  @Test
  void theLastCallsOfThePeerAreShownWithTheirDirection() throws Exception {
    assertThat(callOnFx(() -> lookup("#history-calls").queryAs(Pane.class).isVisible())).isFalse();
    store.keep(
        new KeptCall(
            request.peerId(),
            NOW.minusSeconds(600).atOffset(ZoneOffset.UTC),
            "CT 1",
            "10.1.2.3:50104",
            "CT1",
            "ECHOLOT",
            "DEVICE",
            "ECHOED",
            "CT1 → ECHOLOT: accepted",
            Duration.ofMillis(3)));
    store.flush().get(30, TimeUnit.SECONDS);
    onFx(() -> model.refresh());

    await()
        .atMost(20, TimeUnit.SECONDS)
        .until(
            () ->
                callOnFx(
                    () ->
                        lookup("#history-calls").queryAs(Pane.class).getChildren().stream()
                            .map(node -> ((Label) node).getText())
                            .anyMatch(
                                text ->
                                    text.contains("← ✓ CT1 → ECHOLOT: accepted")
                                        && text.endsWith("from 10.1.2.3:50104"))));
  }
}
