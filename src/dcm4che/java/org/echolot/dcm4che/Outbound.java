package org.echolot.dcm4che;

import java.time.Instant;
import java.util.List;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.CommandAssembler;
import org.echolot.dicom.association.Secrets;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.Pdv;

/** Tells what dcm4che sends. Safe for use by any thread. */
final class Outbound {

  private final AssociationListener listener;
  private final Events events;
  private final CommandAssembler commands = new CommandAssembler();

  Outbound(AssociationListener listener, Events events) {
    this.listener = listener;
    this.events = events;
  }

  /**
   * dcm4che is about to write a PDU, in one piece as it always does. Told before it is sent, so
   * that the answer is told after it.
   */
  synchronized void sent(byte[] pduBytes) {
    Octets bytes = Octets.of(pduBytes);
    Instant at = Instant.now();
    try {
      Pdu pdu = PduDecoder.decode(bytes).pdu();
      Secrets.Shown shown = Secrets.shown(pdu, bytes, List.of());
      events.add(() -> listener.pduSent(shown.pdu(), shown.bytes(), at));
      if (pdu instanceof PDataTf data) {
        commandsIn(data, at);
      }
    } catch (MalformedPduException | MalformedCommandException e) {
      throw new IllegalStateException("dcm4che writes what we can't read", e);
    }
  }

  private void commandsIn(PDataTf data, Instant at) throws MalformedCommandException {
    for (Pdv pdv : data.pdvs()) {
      Octets whole = pdv.isCommand() ? commands.add(pdv) : null;
      if (whole != null) {
        CommandSet command = CommandSet.decode(whole).commandSet();
        events.add(() -> listener.commandSent(pdv.contextId(), command, at));
      }
    }
  }
}
