package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

  @SuppressWarnings("NullAway.Init") // by show
  private ColumnShares shares;

  private final List<PeerRow> rows = new ArrayList<>();

  private void show(double width) {
    NAMES.stream()
        .map(name -> Peer.of(name, new AeTitle("ARCHIV"), "pacs.klinik.example", 11112))
        .map(PeerRow::new)
        .forEach(rows::add);
    show(
        () -> {
          table = new TableView<>();
          shares = new ColumnShares(rows);
          table.setColumnResizePolicy(shares);
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
  void aLongerNameThatComesTakesWhatOthersDoNotNeed() {
    show(760);
    double name = width("name");
    onFx(() -> shares.serveLonger(table));
    waitForFx();
    assertThat(width("name")).as("nothing came").isEqualTo(name);

    double address = width("address");
    onFx(
        () -> {
          rows.add(
              new PeerRow(
                  Peer.of("Archive of the old building", new AeTitle("ARCHIV"), "10.1.2.3", 104)));
          shares.serveLonger(table);
        });
    waitForFx();
    assertThat(width("name")).isGreaterThan(name + 30);
    assertThat(width("address")).as("it needs that").isGreaterThanOrEqualTo(address - 30);
    assertThat(all()).isBetween(750.0, 760.0);
  }

  @Test
  void whatIsRememberedIsLeftAsItIs() {
    show(760);
    double name = width("name");
    onFx(
        () -> {
          shares.takeAsServed();
          rows.add(
              new PeerRow(
                  Peer.of("Archive of the old building", new AeTitle("ARCHIV"), "10.1.2.3", 104)));
          shares.serveLonger(table);
        });
    waitForFx();
    assertThat(width("name")).isEqualTo(name);
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
