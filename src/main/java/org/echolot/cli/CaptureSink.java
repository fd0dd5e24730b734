package org.echolot.cli;

import java.io.IOException;
import org.echolot.capture.CaptureFile;
import org.echolot.fleet.Schedule;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Adds each check to a packet capture.
 *
 * @param disguise hides addresses and names; null to show them
 */
record CaptureSink(CaptureFile file, @Nullable Disguise disguise) implements FileReport.Sink {

  @Override
  public void add(Schedule.Ended ended) throws IOException {
    Evidence shown = new Evidence(ended.result(), ended.recording(), null);
    Evidence evidence = disguise == null ? shown : disguise.hide(shown);
    boolean _ = file.add(evidence.result(), evidence.recording());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
