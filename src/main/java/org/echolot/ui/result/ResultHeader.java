package org.echolot.ui.result;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.peers.Peer;
import org.echolot.text.Escapes;
import org.echolot.ui.peers.AgeClock;
import org.echolot.ui.peers.NotesText;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** Which peer is shown, what is noted of it, and when it was checked. */
final class ResultHeader extends VBox {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  /** Two lines. */
  private static final double MOST_HEIGHT = 34;

  private static final double TIP_WIDTH = 480;

  private final AgeClock clock;
  private final Label name = new Label();
  private final Label checked = new Label();
  private final Label address = new Label();
  private final Tooltip nameTip = new Tooltip();
  private final Tooltip addressTip = new Tooltip();
  private @Nullable PeerRow shown;

  ResultHeader(AgeClock clock) {
    this.clock = clock;
    getStyleClass().add("result-header");
    name.setId("result-name");
    name.getStyleClass().add("result-name");
    name.setMinWidth(60);
    checked.setId("result-checked");
    checked.getStyleClass().add("result-checked");
    checked.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(8, name, gap, checked);
    top.setAlignment(Pos.BASELINE_LEFT);
    address.setId("result-address");
    address.getStyleClass().add("result-address");
    address.setWrapText(true);
    // Long notes would push away what was found.
    address.setMaxHeight(MOST_HEIGHT);
    addressTip.setWrapText(true);
    addressTip.setMaxWidth(TIP_WIDTH);
    address.textTruncatedProperty().subscribe(_ -> showTip());
    getChildren().setAll(top, address);
    clock.ticksProperty().subscribe((_, _) -> showAge());
  }

  /**
   * Shows a peer.
   *
   * @param row null: none
   */
  void show(@Nullable PeerRow row) {
    shown = row;
    String title = row == null ? "" : row.peer().name();
    name.setText(title);
    nameTip.setText(title);
    name.setTooltip(title.isEmpty() ? null : nameTip);
    address.setText(row == null ? "" : facts(row));
    showTip();
    showAge();
  }

  private void showTip() {
    addressTip.setText(address.getText());
    address.setTooltip(address.isTextTruncated() ? addressTip : null);
  }

  private void showAge() {
    PeerRow row = shown;
    Instant at = row == null ? null : row.checkedAt();
    if (row != null && row.isBusy()) {
      checked.setText(at == null ? "checking…" : "checking again…");
    } else {
      checked.setText(at == null ? "" : "checked " + TIME.format(at) + ", " + clock.ago(at));
    }
  }

  private static String facts(PeerRow row) {
    Peer peer = row.peer();
    StringBuilder facts = new StringBuilder(peer.address());
    CheckResult result = row.lastResult();
    if (result != null) {
      facts.append(" as ").append(result.request().callingAe());
      Negotiated negotiated = result.negotiated();
      String implementation = negotiated == null ? null : negotiated.implementationVersionName();
      if (implementation != null) {
        facts.append(" · ").append(Escapes.oneLine(implementation));
      }
    }
    if (!peer.tags().isEmpty()) {
      facts.append(" · #").append(String.join(" #", peer.tags()));
    }
    String notes = NotesText.oneLine(peer);
    return notes.isEmpty() ? facts.toString() : facts + " · " + notes;
  }
}
