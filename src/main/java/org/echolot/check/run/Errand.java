package org.echolot.check.run;

import java.time.Duration;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.pdu.AssociateAc;

/**
 * What is done on an association that was accepted, beside an echo.
 *
 * @param <T> what it brings back
 */
@FunctionalInterface
public interface Errand<T> {

  /**
   * An association that was accepted.
   *
   * @param ac what the peer answered, without our own secret where it sent that back
   * @param took how long it took to answer
   * @param stop ends what the association waits for
   */
  record Accepted(
      RequestorAssociation association, AssociateAc ac, Duration took, StopSignal stop) {}

  /**
   * Does it. Whoever calls this releases the association afterwards.
   *
   * @throws AssociationException if the association ended before its time
   */
  T run(Accepted accepted) throws AssociationException;
}
