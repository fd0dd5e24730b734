package org.echolot.ui.watch;

import java.util.Locale;
import org.echolot.fleet.watch.LineFault;
import org.echolot.fleet.watch.QuietHours;
import org.jspecify.annotations.Nullable;

/**
 * How the watch of the window stands, for a line of it. Immutable.
 *
 * @param watched how many peers are watched
 * @param failing how many of them fail or flap
 * @param waiting how many more would be, but need a password first
 * @param paused whether the user paused it
 * @param fault what is wrong with this computer's own network; null: nothing is known to be
 * @param quiet the quiet hours that it is in; null: none
 */
public record WatchBadge(
    int watched,
    int failing,
    int waiting,
    boolean paused,
    @Nullable LineFault fault,
    @Nullable QuietHours quiet) {

  static final WatchBadge NONE = new WatchBadge(0, 0, 0, false, null, null);

  /** Whether there is anything to show. */
  public boolean isShown() {
    return watched > 0 || waiting > 0;
  }

  /** Whether it checks. */
  public boolean isRunning() {
    return watched > 0 && !paused;
  }

  /** A few words: {@code Watching 12 peers · 2 failing}. */
  public String text() {
    if (!isShown()) {
      return "";
    }
    StringBuilder text = new StringBuilder(paused ? "Watch paused, " : "Watching ");
    text.append(String.format(Locale.ROOT, watched == 1 ? "%d peer" : "%d peers", watched));
    if (fault != null && !paused) {
      text.append(" · our own network is down");
    } else if (failing > 0) {
      text.append(String.format(Locale.ROOT, " · %d failing", failing));
    }
    if (quiet != null && !paused) {
      text.append(" · quiet until ").append(quiet.to());
    }
    if (waiting > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              waiting == 1 ? " · %d needs a password" : " · %d need a password",
              waiting));
    }
    return text.toString();
  }

  /** What it means, in a sentence or two. */
  public String explanation() {
    if (fault != null && !paused) {
      return "This computer's own network is down: "
          + fault.words()
          + ". Nothing is counted against the peers.";
    }
    if (paused) {
      return "No peer is checked by itself until you turn off Pause in the menu Watch.";
    }
    String waits =
        waiting > 0
            ? "\nA peer that needs a password is watched once you have checked it by hand."
            : "";
    return "Peers are checked at their intervals. Click for what happened." + waits;
  }
}
