package org.echolot.check.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.Transport;

/** The stack that runs the associations of an engine (PS3.8). Safe for use by many threads. */
@FunctionalInterface
public interface UpperLayer {

  /**
   * Takes over an open transport; nothing is sent yet.
   *
   * @param openedIn how long it took to open the connection: one round trip and some
   * @param scheduler runs short actions at a deadline
   * @param listener is told what happens, by one thread at a time, and returns at once
   * @return an association to ask for, which closes the transport
   * @throws IOException if the transport is closed or broken already; it is closed then
   */
  Requestor open(
      Transport transport,
      Duration openedIn,
      ScheduledExecutorService scheduler,
      AssociationListener listener)
      throws IOException;
}
