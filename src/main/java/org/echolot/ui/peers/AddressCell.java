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
  static final double CHARACTER = 8.4;

  static final double ROOM_FOR_LOCK = 46;
  private static final double LEAST_WIDTH = 140;
  private static final double MOST_LEAST_WIDTH = 236;

  /** What has marks behind the address; made when the first peer has TLS. */
  private @Nullable Marked marked;

  private @Nullable Peer shown;

  AddressCell() {
    getStyleClass().add("address-cell");
    widthProperty().subscribe((_, _) -> fit());
    fontProperty().subscribe((_, _) -> fit());
  }

  /** An address with marks at the other end of the cell. */
  private static final class Marked extends HBox {
    private final Label address = new Label();
    private final Region gap = new Region();
    private final FontIcon lock = new FontIcon(Feather.LOCK);

    /** Made when the first peer has the legacy profile. */
    private @Nullable Label legacy;

    Marked() {
      super(GAP);
      address.setMinWidth(Region.USE_PREF_SIZE); // it is made to fit
      HBox.setHgrow(gap, Priority.ALWAYS);
      lock.getStyleClass().add("lock");
      setAlignment(Pos.CENTER_LEFT);
    }

    void show(TlsProfile profile) {
      List<Node> shown = new ArrayList<>(List.of(address, gap));
      if (profile == TlsProfile.LEGACY) {
        legacy = legacy == null ? legacyMark() : legacy;
        shown.add(legacy);
      }
      shown.add(lock);
      if (!getChildren().equals(shown)) {
        getChildren().setAll(shown);
      }
    }

    /** What the marks leave of {@code room}. */
    double left(double room) {
      return room
          - getChildren().stream().skip(MARKS).mapToDouble(mark -> mark.minWidth(-1) + GAP).sum();
    }
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
    PeerTls tls = peer.tls();
    shown = peer;
    if (tls == null) {
      setContentDisplay(ContentDisplay.TEXT_ONLY);
      setGraphic(null);
    } else {
      marked = marked == null ? new Marked() : marked;
      marked.show(tls.profile());
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setText((peer.address() + " " + PeerColumns.tlsMark(peer)).strip()); // not shown, but spoken
      setGraphic(marked);
    }
    fit();
  }

  private void fit() {
    Peer peer = shown;
    if (peer == null) {
      return;
    }
    double room = getWidth() - snappedLeftInset() - snappedRightInset() - GAP;
    Marked with = getGraphic() == null ? null : marked;
    String text = CutAddress.of(peer, getFont(), with == null ? room : with.left(room));
    if (with == null) {
      setText(text);
      setAccessibleText(peer.address());
    } else {
      with.address.setText(text);
      setAccessibleText(null);
    }
    tip(text.equals(peer.address()) ? null : peer.address());
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
    setAccessibleText(null);
    tip(null);
  }
}
