package org.echolot.ui.peers;

import java.util.function.Function;
import javafx.scene.control.Tooltip;
import org.echolot.peers.Peer;

/** Something of the peer, as text; what is cut is in the tooltip. */
final class TextCell extends RowCell {

  private final Function<Peer, String> textOf;
  private final Tooltip tooltip = new Tooltip();

  TextCell(Function<Peer, String> textOf) {
    this.textOf = textOf;
    textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
  }

  @Override
  void show(PeerRow row) {
    String text = textOf.apply(row.peer());
    setText(text);
    tooltip.setText(text);
  }

  @Override
  void showNothing() {
    setText(null);
  }
}
