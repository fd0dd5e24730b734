package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.FxTest;
import org.junit.jupiter.api.Test;

/** Names and results are whole before hosts are, and nothing is left over. */
class ColumnSharesTest extends FxTest {

  private static final List<String> NAMES = List.of("Archive Düsseldorf", "CT 1");

  private static final Comparator<PeerRow> UNSORTED = (_, _) -> 0;

  @SuppressWarnings("NullAway.Init") // by show
  private TableView<ListRow> table;

  private void show(double width) {
    List<PeerRow> rows =
        NAMES.stream()
            .map(name -> Peer.of(name, new AeTitle("ARCHIV"), "pacs.klinik.example", 11112))
            .map(PeerRow::new)
            .toList();
    show(
        () -> {
          table = new TableView<>();
          table.setColumnResizePolicy(new ColumnShares(rows));
          Stream.of(
                  new PeerColumn("name", "Name", UNSORTED, NameCell::new).wide(120, 175),
                  new PeerColumn("address", "Address", UNSORTED, AddressCell::new).wide(180, 215),
                  new PeerColumn("lastResult", "Result", UNSORTED, NameCell::new).wide(150, 198))
              .forEach(table.getColumns()::add);
          table.getItems().setAll(rows);
          return table;
        },
        width,
        300);
  }

  private double width(String id) {
    return callOnFx(
        () ->
            table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow()
                .getWidth());
  }

  private void resize(double width) {
    onFx(() -> table.getScene().getWindow().setWidth(width));
    waitForFx();
    waitForFx();
  }

  private double all() {
    return width("name") + width("address") + width("lastResult");
  }

  @Test
  void theMiddleOfHostsGoesFirst() {
    show(570);
    assertThat(width("address")).as("of the hosts").isLessThan(212);
    assertThat(width("lastResult")).isGreaterThan(190);
    assertThat(width("name")).isGreaterThan(155);
    assertThat(all()).isBetween(562.0, 570.0);

    resize(470);
    assertThat(width("name")).isGreaterThanOrEqualTo(120);
    assertThat(width("address")).isEqualTo(180);
    assertThat(all()).isBetween(462.0, 470.0);
  }

  @Test
  void theHostIsCutWithoutADotBesideTheSign() {
    assertThat(CutAddress.cut("10.1.9.11", 5)).isEqualTo("10…11");
    assertThat(CutAddress.cut("10.1.9.11", 7)).isEqualTo("10.1…11");
    assertThat(CutAddress.cut("pacs.klinik.example", 8)).isEqualTo("pacs…mple");
    assertThat(CutAddress.cut("10.1.9.11", 9)).isEqualTo("10.1.9.11");
  }

  @Test
  void whatIsCutIsServedBeforeResultsAndNamesGetMore() {
    show(470);
    resize(760);
    assertThat(width("lastResult")).isGreaterThanOrEqualTo(197);
    assertThat(width("name")).as("Archive Düsseldorf").isGreaterThan(155);
    assertThat(all()).isBetween(752.0, 760.0);

    resize(1_200);
    double name = width("name");
    double result = width("lastResult");
    double address = width("address");
    resize(1_500);
    assertThat(width("address")).isEqualTo(address);
    assertThat(width("lastResult") - result)
        .as("twice as fast")
        .isBetween(1.8 * (width("name") - name), 2.2 * (width("name") - name));
    assertThat(all()).isBetween(1_492.0, 1_500.0);
  }
}
