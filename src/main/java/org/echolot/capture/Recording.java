package org.echolot.capture;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.echolot.check.CheckListener;

/** All that a check told, as far as it was kept. Immutable. */
public final class Recording {

  /** Nothing was told. */
  public static final Recording EMPTY = new Recording(List.of(), 0, 0);

  private final List<Consumer<CheckListener>> events;
  private final long leftOutSent;
  private final long leftOutReceived;

  Recording(List<Consumer<CheckListener>> events, long leftOutSent, long leftOutReceived) {
    this.events = List.copyOf(events);
    this.leftOutSent = leftOutSent;
    this.leftOutReceived = leftOutReceived;
  }

  /** Tells {@code listener} the same again, in the same order, with the same times. */
  public void replay(CheckListener listener) {
    events.forEach(event -> event.accept(listener));
  }

  /**
   * What {@code listener} makes of it is recorded in its place.
   *
   * @param changing gets a listener to pass on to, and gives one that passes on what it changed
   */
  public Recording changed(UnaryOperator<CheckListener> changing) {
    Recorder recorder = new Recorder();
    replay(changing.apply(recorder));
    Recording changed = recorder.recording();
    return new Recording(
        changed.events,
        leftOutSent + changed.leftOutSent,
        leftOutReceived + changed.leftOutReceived);
  }

  /** How many bytes that we sent are not kept. */
  public long leftOutSent() {
    return leftOutSent;
  }

  /** How many bytes that the peer sent are not kept. */
  public long leftOutReceived() {
    return leftOutReceived;
  }
}
