package org.echolot.ui.peers;

import javafx.util.Subscription;

/** When the first certificate of a peer ends. */
final class CertificateCell extends RowCell {

  @Override
  Subscription follow(PeerRow row) {
    return row.certificateEndProperty().subscribe((_, _) -> changed());
  }

  @Override
  void show(PeerRow row) {
    CertificateEnd end = row.certificateEndProperty().get();
    getStyleClass().removeIf(name -> name.startsWith("status-"));
    if (end == null) {
      showNothing();
      return;
    }
    setText(end.text());
    setAccessibleText(end.explanation());
    tip(end.explanation());
    getStyleClass().add(end.styleClass());
  }

  @Override
  void showNothing() {
    getStyleClass().removeIf(name -> name.startsWith("status-"));
    setText(null);
    tip(null);
  }
}
