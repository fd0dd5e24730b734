package org.echolot.ui.peers;

import org.echolot.ui.peers.PeerRow.Status;
import org.kordamp.ikonli.feather.Feather;

/**
 * How a status is shown: a sign and words, so that it is never told by colour alone, and a style
 * class for the colour.
 *
 * @param mark the sign where there is text alone
 */
public record StatusLook(String mark, Feather icon, String words, String styleClass) {

  public static StatusLook of(Status status) {
    return switch (status) {
      case NEVER_CHECKED -> new StatusLook("○", Feather.CIRCLE, "never checked", "status-unknown");
      case WAITING -> new StatusLook("◌", Feather.CLOCK, "waiting", "status-running");
      case RUNNING -> new StatusLook("◌", Feather.LOADER, "running", "status-running");
      case OK -> new StatusLook("✓", Feather.CHECK_CIRCLE, "answers", "status-ok");
      case WARNING ->
          new StatusLook("⚠", Feather.ALERT_TRIANGLE, "answers, with a warning", "status-warning");
      case FAILED -> new StatusLook("✗", Feather.X_CIRCLE, "failing", "status-failed");
      case CANCELLED -> new StatusLook("■", Feather.STOP_CIRCLE, "stopped", "status-unknown");
    };
  }
}
