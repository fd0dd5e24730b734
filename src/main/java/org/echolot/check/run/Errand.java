package org.echolot.check.run;

import java.time.Duration;
import java.util.function.UnaryOperator;
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
   * @param withoutSecret cuts our own secret out of what the peer says on the association
   */
  record Accepted(
      RequestorAssociation association,
      AssociateAc ac,
      Duration took,
      StopSignal stop,
      UnaryOperator<String> withoutSecret) {}

  /**
   * Does it. Whoever calls this releases the association afterwards.
   *
   * @throws AssociationException if the association ended before its time
   */
  T run(Accepted accepted) throws AssociationException;
}
