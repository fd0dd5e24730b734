package org.echolot.dcm4che;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.CommandAssembler;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.UserIdentityRedaction;

/** Reads what dcm4che sends, to be told once it was sent. Safe for use by any thread. */
final class Outbound {

  /** A command set, in the presentation context of that ID. */
  private record Command(int contextId, CommandSet commandSet) {}

  private final CommandAssembler commands = new CommandAssembler();

  /** A PDU that is sent, and the command sets that it completes. */
  static final class Outgoing {

    private final Pdu pdu;
    private final UserIdentityRedaction.Shown shown;
    private final List<Command> completed;

    private Outgoing(Pdu pdu, Octets bytes, List<Command> completed) {
      this.pdu = pdu;
      this.shown = UserIdentityRedaction.shown(pdu, bytes);
      this.completed = completed;
    }

    /** Whether an answer is due to it. */
    boolean asks() {
      return pdu instanceof AssociateRq || pdu instanceof PDataTf || pdu instanceof ReleaseRq;
    }

    /**
     * What there is to tell of it.
     *
     * @param at when it was handed to the system
     */
    List<AssociationEvent> events(Instant at) {
      List<AssociationEvent> events = new ArrayList<>();
      events.add(new PduSent(shown.pdu(), shown.bytes(), at));
      for (Command command : completed) {
        events.add(new CommandSent(command.contextId(), command.commandSet(), at));
      }
      return events;
    }
  }

  /** Reads a PDU, which dcm4che always writes in one piece. */
  synchronized Outgoing read(byte[] pduBytes) {
    Octets bytes = Octets.of(pduBytes);
    try {
      Pdu pdu = PduDecoder.decode(bytes).pdu();
      return new Outgoing(pdu, bytes, pdu instanceof PDataTf data ? commandsIn(data) : List.of());
    } catch (MalformedPduException | MalformedCommandException e) {
      throw new IllegalStateException("dcm4che writes what we can't read", e);
    }
  }

  private List<Command> commandsIn(PDataTf data) throws MalformedCommandException {
    List<Command> completed = new ArrayList<>();
    for (Pdv pdv : data.pdvs()) {
      Octets whole = pdv.isCommand() ? commands.add(pdv) : null;
      if (whole != null) {
        completed.add(new Command(pdv.contextId(), CommandSet.decode(whole).commandSet()));
      }
    }
    return completed;
  }
}
