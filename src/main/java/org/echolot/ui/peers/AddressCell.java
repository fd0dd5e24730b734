package org.echolot.ui.peers;

import java.util.ArrayList;
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
import org.echolot.peers.PeerTls;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * {@code AE@host:port}. Where that has no room, the host alone is cut, in its middle: a title or a
 * port of which something is missing is another one.
 */
final class AddressCell extends RowCell {

  private static final double GAP = 6;

  /** Behind the address and the gap. */
  private static final int MARKS = 2;

  /** A capital letter is about so wide. */
  private static final double CHARACTER = 8.4;

  private static final double ROOM_FOR_LOCK = 40;
  private static final double LEAST_WIDTH = 140;
  private static final double MOST_LEAST_WIDTH = 232;

  private final Label address = new Label();
  private final Region gap = new Region();

  /** Made when the first peer has TLS. */
  private @Nullable FontIcon lock;

  /** The same for one with the legacy profile. */
  private @Nullable Label legacy;

  private final HBox content;
  private @Nullable Peer shown;

  AddressCell() {
    getStyleClass().add("address-cell");
    address.setMinWidth(Region.USE_PREF_SIZE); // it is made to fit
    HBox.setHgrow(gap, Priority.ALWAYS);
    content = new HBox(GAP, address, gap);
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
    showMarks(peer.tls());
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
    for (Node mark : content.getChildren().subList(MARKS, content.getChildren().size())) {
      room -= mark.minWidth(-1) + GAP;
    }
    String text = CutAddress.of(peer, address.getFont(), room - GAP);
    address.setText(text);
    tip(text.equals(peer.address()) ? null : peer.address());
  }

  private void showMarks(@Nullable PeerTls tls) {
    List<Node> shown = new ArrayList<>(List.of(address, gap));
    if (tls != null && tls.profile() == TlsProfile.LEGACY) {
      legacy = legacy == null ? legacyMark() : legacy;
      shown.add(legacy);
    }
    if (tls != null) {
      lock = lock == null ? lockMark() : lock;
      shown.add(lock);
    }
    if (!content.getChildren().equals(shown)) {
      content.getChildren().setAll(shown);
    }
  }

  private static FontIcon lockMark() {
    FontIcon lock = new FontIcon(Feather.LOCK);
    lock.getStyleClass().add("lock");
    return lock;
  }

  private static Label legacyMark() {
    Label legacy = new Label("legacy TLS", new FontIcon(Feather.ALERT_TRIANGLE));
    legacy.getStyleClass().add("status-failed");
    legacy.setTooltip(new Tooltip(TlsFacts.LEGACY_WARNING));
    legacy.setMinWidth(20); // its sign stays
    return legacy;
  }

  @Override
  void showNothing() {
    shown = null;
    setGraphic(null);
    setText(null);
    tip(null);
  }
}
