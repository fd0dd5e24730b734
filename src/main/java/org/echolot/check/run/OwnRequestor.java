package org.echolot.check.run;

import java.time.Duration;
import java.util.Optional;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.RequestorAssociation.Accepted;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.service.Verification;

/** An association of our own upper layer, as an echo needs it. */
record OwnRequestor(RequestorAssociation association) implements Requestor {

  @Override
  public Accepted associate(AssociateRq rq, Deadline deadline) throws AssociationException {
    return association.associate(rq, deadline);
  }

  @Override
  public Verification.Reply echo(int contextId, int messageId, Deadline deadline, boolean watching)
      throws AssociationException {
    return Verification.echo(association, contextId, messageId, deadline, watching);
  }

  @Override
  public void release(Deadline deadline) throws AssociationException {
    association.release(deadline);
  }

  @Override
  public Duration took() {
    return association.took();
  }

  @Override
  public Delivery delivery() {
    return association.delivery();
  }

  @Override
  public Optional<RequestorAssociation> ours() {
    return Optional.of(association);
  }

  @Override
  public void stop() {
    association.stop();
  }

  @Override
  public void close() {
    association.close();
  }
}
