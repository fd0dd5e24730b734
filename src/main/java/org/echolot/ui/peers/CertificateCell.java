package org.echolot.ui.peers;

import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/** When the first certificate of a peer ends. */
final class CertificateCell extends RowCell {

  private final Tooltip tooltip = new Tooltip();

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
    tooltip.setText(end.explanation());
    setTooltip(tooltip);
    getStyleClass().add(end.styleClass());
  }

  @Override
  void showNothing() {
    getStyleClass().removeIf(name -> name.startsWith("status-"));
    setText(null);
    setTooltip(null);
  }
}
