package org.echolot.ui.peers;

import java.time.Instant;
import javafx.geometry.Pos;
import javafx.util.Subscription;

/** How long ago the last check was. */
final class AgeCell extends RowCell {

  private final AgeClock clock;

  AgeCell(AgeClock clock) {
    this.clock = clock;
    getStyleClass().add("age-cell");
    setAlignment(Pos.CENTER_RIGHT);
  }

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        row.lastResultProperty().subscribe((_, _) -> changed()),
        row.beforeProperty().subscribe((_, _) -> changed()),
        clock.ticksProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    Instant at = row.checkedAt();
    setText(at == null ? "" : clock.age(at));
  }

  @Override
  void showNothing() {
    setText(null);
  }
}
