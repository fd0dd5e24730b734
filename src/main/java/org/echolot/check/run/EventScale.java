package org.echolot.check.run;

import java.time.Instant;
import org.echolot.check.CheckEvent;
import org.echolot.concurrent.Teller;

/** What the events of a check take while they wait to be told. */
enum EventScale implements Teller.Scale<CheckEvent> {
  INSTANCE;

  /** What an event takes beside its bytes and characters. */
  private static final int EVENT_BYTES = 200;

  @Override
  public int weightOf(CheckEvent event) {
    return EVENT_BYTES + event.size();
  }

  @Override
  public boolean isIndispensable(CheckEvent event) {
    return event.isMilestone();
  }

  @Override
  public CheckEvent leftOut(int count) {
    return new CheckEvent.LeftOut(count, Instant.now());
  }
}
