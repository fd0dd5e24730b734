package org.echolot.ui.peers;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.peers.Peer;
import org.echolot.tls.TlsFacts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * {@code AE@host:port}. Where that has no room, the host alone is cut, in its middle: a title or a
 * port of which something is missing is another one.
 */
final class AddressCell extends RowCell {

  private static final double GAP = 6;

  /** A capital letter is about so wide. */
  private static final double CHARACTER = 8.4;

  private static final double ROOM_FOR_LOCK = 40;
  private static final double LEAST_WIDTH = 140;
  private static final double MOST_LEAST_WIDTH = 232;

  private final Label address = new Label();
  private final FontIcon lock = new FontIcon(Feather.LOCK);
  private final Label legacy = new Label("legacy TLS", new FontIcon(Feather.ALERT_TRIANGLE));
  private final Tooltip tooltip = new Tooltip();
  private final HBox content;
  private @Nullable Peer shown;

  AddressCell() {
    getStyleClass().add("address-cell");
    address.setMinWidth(Region.USE_PREF_SIZE); // it is made to fit
    lock.getStyleClass().add("lock");
    legacy.getStyleClass().add("status-failed");
    legacy.setTooltip(new Tooltip(TlsFacts.LEGACY_WARNING));
    legacy.setMinWidth(20); // its sign stays
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    content = new HBox(GAP, address, gap, legacy, lock);
    content.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    widthProperty().subscribe((_, _) -> fit());
    address.fontProperty().subscribe((_, _) -> fit());
  }

  /** In which each title and port of {@code rows} has room, about, though no host has. */
  static double leastWidth(List<PeerRow> rows) {
    int characters =
        rows.stream()
            .mapToInt(row -> (row.peer().calledAe() + "@…:" + row.peer().port()).length())
            .max()
            .orElse(0);
    return Math.clamp(characters * CHARACTER + ROOM_FOR_LOCK, LEAST_WIDTH, MOST_LEAST_WIDTH);
  }

  @Override
  void show(PeerRow row) {
    Peer peer = row.peer();
    shown = peer;
    tooltip.setText(peer.address());
    shown(lock, peer.tls() != null);
    shown(legacy, PeerColumns.tlsMark(peer).startsWith("legacy"));
    setText((peer.address() + " " + PeerColumns.tlsMark(peer)).strip()); // not shown, but spoken
    setGraphic(content);
    fit();
  }

  private void fit() {
    Peer peer = shown;
    if (peer == null) {
      return;
    }
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    for (Node node : new Node[] {legacy, lock}) {
      room -= node.isManaged() ? node.minWidth(-1) + GAP : 0;
    }
    String text = CutAddress.of(peer, address.getFont(), room - GAP);
    address.setText(text);
    setTooltip(text.equals(peer.address()) ? null : tooltip);
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  @Override
  void showNothing() {
    shown = null;
    setGraphic(null);
    setText(null);
    setTooltip(null);
  }
}
