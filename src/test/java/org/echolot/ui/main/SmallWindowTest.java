package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

/** The window where there is little room. */
class SmallWindowTest extends WindowTest {

  /** That of the system, about. */
  private static final double TITLE_BAR = 28;

  private void openSmall() throws Exception {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      peers.add(
          Peer.of(
                  "Main PACS of the radiology department in the old building " + i,
                  new AeTitle("MAIN_PACS_ARCHIV"),
                  "main-pacs-archive-01.radiology.klinik.example.org",
                  11112)
              .withTls(i % 2 == 0 ? null : PeerTls.DEFAULT));
    }
    writePeers(peers.toArray(Peer[]::new));
    open(new HeldEngine());
    eventually(() -> assertThat(listed()).hasSize(24));
    onFx(
        () -> {
          stage().setWidth(1000);
          stage().setHeight(650);
        });
    waitForFx();
    waitForFx();
  }

  @Test
  void theColumnsShareTheRoomThatThereIs() throws Exception {
    openSmall();
    double columns =
        callOnFx(
            () ->
                table().getVisibleLeafColumns().stream().mapToDouble(TableColumn::getWidth).sum());
    assertThat(columns).isLessThanOrEqualTo(callOnFx(() -> table().getWidth()) + 1);
    assertThat(column("lastResult")).isGreaterThanOrEqualTo(160);
    assertThat(column("name")).isGreaterThanOrEqualTo(120);
    assertThat(callOnFx(() -> table().getWidth())).as("the list").isLessThan(680);
  }

  @Test
  void namesThatDifferAtTheirEndsAreToldApart() throws Exception {
    openSmall();
    Set<Node> cells = callOnFx(() -> table().lookupAll(".name-cell"));
    List<String> shown =
        callOnFx(
            () ->
                cells.stream()
                    .flatMap(cell -> cell.lookupAll(".text").stream())
                    .map(text -> ((Text) text).getText())
                    .filter(text -> text.startsWith("Main"))
                    .toList());
    assertThat(shown).hasSizeGreaterThan(5).doesNotHaveDuplicates();
  }

  @Test
  void wordsThatHaveNoRoomAreLeftOutWhole() throws Exception {
    writePeers(
        Peer.of("Tagged", new AeTitle("CT1"), "10.1.2.3", 104)
            .withTags(List.of("Archives", "Modalities", "Workstations", "Go-live on Monday")));
    open(new HeldEngine());
    eventually(() -> assertThat(listed()).containsExactly("Tagged"));
    onFx(() -> stage().setWidth(1000));
    waitForFx();
    waitForFx();
    Set<Node> chips = callOnFx(() -> node("strip", Node.class).lookupAll(".chip"));
    assertThat(chips.stream().filter(Node::isVisible)).hasSizeGreaterThan(5);
    assertThat(chips.stream().filter(Node::isVisible).map(ToggleButton.class::cast))
        .allSatisfy(
            chip ->
                assertThat(callOnFx(chip::getWidth))
                    .as(chip.getText())
                    .isGreaterThanOrEqualTo(callOnFx(() -> chip.prefWidth(-1)) - 1));

    TextField filter = node("filter", TextField.class);
    Text prompt = new Text(filter.getPromptText());
    prompt.setFont(filter.getFont());
    double marks =
        callOnFx(() -> node("filter-help-mark", Node.class).localToScene(0, 0).getX())
            - callOnFx(() -> filter.localToScene(0, 0).getX());
    assertThat(callOnFx(() -> prompt.getLayoutBounds().getWidth()) + 30)
        .as(prompt.getText())
        .isLessThan(marks);
  }

  private static double column(String id) {
    return callOnFx(
        () ->
            table().getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .mapToDouble(TableColumn::getWidth)
                .sum());
  }

  @Test
  void noDigitOfAPortIsCutOff() throws Exception {
    openSmall();
    Set<Node> cells = callOnFx(() -> table().lookupAll(".address-cell"));
    List<Text> addresses =
        callOnFx(
            () ->
                cells.stream()
                    .flatMap(cell -> cell.lookupAll(".text").stream())
                    .map(Text.class::cast)
                    .filter(text -> text.getText().startsWith("MAIN_PACS"))
                    .toList());
    assertThat(addresses).hasSizeGreaterThan(5);
    eventually(() -> assertThat(addresses).allSatisfy(text -> assertThatItIsWhole(text, cells)));
  }

  private static void assertThatItIsWhole(Text address, Set<Node> cells) {
    assertThat(address.getText()).matches("MAIN_PACS_ARCHIV@.*…?.*:11112");
    double end = callOnFx(() -> address.localToScene(address.getLayoutBounds()).getMaxX());
    Node cell = cells.stream().filter(each -> isIn(address, each)).findFirst().orElseThrow();
    assertThat(end)
        .as(address.getText())
        .isLessThanOrEqualTo(callOnFx(() -> cell.localToScene(cell.getLayoutBounds()).getMaxX()));
  }

  @Test
  void verdictButtonsChangeAndLadderAreInSightWithoutScrolling() throws Exception {
    HeldEngine engine = new HeldEngine();
    writePeers(Peer.of("Main PACS", new AeTitle("ORTHANC"), "10.1.2.30", 4242));
    engine.prepare("Main PACS", r -> Results.success(r, Duration.ofMillis(3)));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(1));
    onFx(
        () -> {
          stage().setWidth(1366);
          stage().setHeight(768 - TITLE_BAR);
        });
    keys(KeyCode.CONTROL, KeyCode.BACK_QUOTE);
    keys(KeyCode.F5);
    eventuallyAnswers();
    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    keys(KeyCode.TAB);
    typeOver("ORTHANK");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    engine.prepare("Main PACS", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    waitForFx();

    double bottom =
        callOnFx(
            () -> {
              Node console = node("console-last", Node.class);
              return console.localToScene(console.getLayoutBounds()).getMinY();
            });
    for (String id :
        List.of(
            "result-headline",
            "result-copy-ticket",
            "result-edit-called-ae",
            "result-set-back",
            "result-ladder")) {
      assertThat(isShown(id)).as(id).isTrue();
      Node part = node(id, Node.class);
      assertThat(callOnFx(() -> part.localToScene(part.getLayoutBounds()).getMaxY()))
          .as(id)
          .isLessThan(bottom);
    }
  }

  private static boolean isIn(Node node, Node parent) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(parent)) {
        return true;
      }
    }
    return false;
  }
}
