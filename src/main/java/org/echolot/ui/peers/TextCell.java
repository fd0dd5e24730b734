package org.echolot.ui.peers;

import java.util.function.Function;
import org.echolot.peers.Peer;

/** Something of the peer, as text; what is cut is in the tooltip. */
final class TextCell extends RowCell {

  private final Function<Peer, String> textOf;

  TextCell(Function<Peer, String> textOf) {
    this.textOf = textOf;
    textTruncatedProperty().subscribe(cut -> tip(cut ? getText() : null));
  }

  @Override
  void show(PeerRow row) {
    String text = textOf.apply(row.peer());
    setText(text);
    tip(isTextTruncated() ? text : null);
  }

  @Override
  void showNothing() {
    setText(null);
  }
}
