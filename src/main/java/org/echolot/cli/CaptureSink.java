package org.echolot.cli;

import java.io.IOException;
import org.echolot.capture.CaptureFile;

/** Adds each check to a packet capture. */
record CaptureSink(CaptureFile file) implements FileReport.Sink {

  @Override
  public void add(Rounds.Ended ended) throws IOException {
    file.add(ended.result(), ended.recording());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
