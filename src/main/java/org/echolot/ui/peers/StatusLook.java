package org.echolot.ui.peers;

import org.echolot.ui.peers.PeerRow.Status;

/**
 * How a status is shown: a mark and words, so that it is never told by colour alone, and a style
 * class for the colour.
 */
public record StatusLook(String mark, String words, String styleClass) {

  public static StatusLook of(Status status) {
    return switch (status) {
      case NEVER_CHECKED -> new StatusLook("○", "never checked", "status-unknown");
      case WAITING -> new StatusLook("◌", "waiting", "status-running");
      case RUNNING -> new StatusLook("◌", "running", "status-running");
      case OK -> new StatusLook("✓", "answers", "status-ok");
      case WARNING -> new StatusLook("⚠", "answers, with a warning", "status-warning");
      case FAILED -> new StatusLook("✗", "failing", "status-failed");
      case CANCELLED -> new StatusLook("■", "stopped", "status-unknown");
    };
  }
}
