package org.echolot.ui.watch;

import org.echolot.fleet.watch.WatchEvent;
import org.echolot.journal.JournalLine.Tone;

/** In which colour an event is told. */
public final class EventTone {

  private EventTone() {}

  public static Tone of(WatchEvent.Kind kind) {
    return switch (kind) {
      case ANSWERS, RECOVERED, WAY_BACK, LINE_UP -> Tone.GOOD;
      case FAILS -> Tone.BAD;
      case FLAPS, NO_WAY, LINE_DOWN, OTHER_CAUSE, FAILED_ONCE -> Tone.WARNING;
      case ANSWERED_ONCE, STEADY, PAUSED, CLOCK_SET_BACK, NETWORK_CHANGED -> Tone.PLAIN;
    };
  }
}
