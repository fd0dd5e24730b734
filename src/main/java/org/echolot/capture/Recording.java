package org.echolot.capture;

import java.util.List;
import java.util.function.UnaryOperator;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;

/**
 * All that a check told, as far as it was kept. Immutable.
 *
 * @param events in the order in which they were told
 * @param leftOutSent how many bytes that we sent are not kept
 * @param leftOutReceived how many bytes that the peer sent are not kept
 */
public record Recording(List<CheckEvent> events, long leftOutSent, long leftOutReceived) {

  /** Nothing was told. */
  public static final Recording EMPTY = new Recording(List.of(), 0, 0);

  public Recording {
    events = List.copyOf(events);
  }

  /** Tells {@code listener} the same again. */
  public void replay(CheckListener listener) {
    events.forEach(listener::told);
  }

  /** The same with each event changed, as far as there is room for what becomes of it. */
  public Recording changed(UnaryOperator<CheckEvent> change) {
    Recorder recorder = new Recorder();
    events.forEach(event -> recorder.told(change.apply(event)));
    Recording changed = recorder.recording();
    return new Recording(
        changed.events,
        leftOutSent + changed.leftOutSent,
        leftOutReceived + changed.leftOutReceived);
  }
}
