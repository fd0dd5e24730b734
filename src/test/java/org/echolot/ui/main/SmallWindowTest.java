package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.Test;

/** The window where there is little room. */
class SmallWindowTest extends WindowTest {

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
    assertThat(column("lastResult")).isGreaterThanOrEqualTo(150);
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
    List<Label> addresses =
        callOnFx(
            () ->
                cells.stream()
                    .flatMap(cell -> cell.lookupAll(".label").stream())
                    .map(Label.class::cast)
                    .filter(label -> label.getText().startsWith("MAIN_PACS"))
                    .toList());
    assertThat(addresses).hasSizeGreaterThan(5);
    assertThat(addresses)
        .allSatisfy(
            label -> {
              assertThat(label.getText()).matches("MAIN_PACS_ARCHIV@.*…?.*:11112");
              double end = callOnFx(() -> label.localToScene(label.getLayoutBounds()).getMaxX());
              Node cell =
                  cells.stream().filter(each -> isIn(label, each)).findFirst().orElseThrow();
              assertThat(end)
                  .as(label.getText())
                  .isLessThanOrEqualTo(
                      callOnFx(() -> cell.localToScene(cell.getLayoutBounds()).getMaxX()));
            });
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
