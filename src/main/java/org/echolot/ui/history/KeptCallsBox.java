package org.echolot.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.history.KeptCall;
import org.echolot.text.Escapes;
import org.echolot.text.MomentText;

/** The last calls of a peer to us, the newest first; nothing where it never called. */
final class KeptCallsBox extends VBox {

  KeptCallsBox() {
    super(4);
    setId("history-calls");
  }

  /**
   * @param calls oldest first
   */
  void show(List<KeptCall> calls, Instant now) {
    List<Node> lines = new ArrayList<>();
    if (!calls.isEmpty()) {
      Label title = new Label("Calls from this peer to us");
      title.getStyleClass().add("section-title");
      lines.add(title);
    }
    calls.reversed().forEach(call -> lines.add(line(call, now)));
    getChildren().setAll(lines);
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
  }

  /** The arrow is the direction: towards us. */
  static String text(KeptCall call, Instant now, ZoneId zone) {
    return MomentText.of(call.startedAt().toInstant(), now, zone)
        + "  ← "
        + (call.isGood() ? "✓ " : "✗ ")
        + Escapes.oneLine(call.summary())
        + "\nfrom "
        + call.from();
  }

  private static Node line(KeptCall call, Instant now) {
    Label label = new Label(text(call, now, ZoneId.systemDefault()));
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(call.isGood() ? "history-turn-ok" : "history-turn-failed");
    return label;
  }
}
