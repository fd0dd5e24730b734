package org.echolot.dicom.association;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/** Writes down what an association tells, one short line each. */
final class Recorder implements AssociationListener {

  private final List<String> lines = new ArrayList<>();
  private final List<Pdu> pdus = new ArrayList<>();
  private final List<Octets> bytes = new ArrayList<>();
  private final List<PduReceived> arrived = new ArrayList<>();

  @Override
  public void told(AssociationEvent event) {
    switch (event) {
      case PduSent sent -> {
        lines.add("> " + sent.pdu().type());
        pdus.add(sent.pdu());
        bytes.add(sent.bytes());
      }
      case PduReceived received -> {
        lines.add("< " + received.pdu().type());
        pdus.add(received.pdu());
        bytes.add(received.bytes());
        arrived.add(received);
      }
      case UnreadableReceived unreadable -> lines.add("< ? " + unreadable.bytes().length());
      case CommandSent sent -> lines.add("> command in " + sent.contextId());
      case CommandReceived received -> lines.add("< command in " + received.contextId());
      case StateChanged changed ->
          lines.add(
              changed.from().standardName()
                  + " → "
                  + changed.to().standardName()
                  + ": "
                  + changed.event());
      case UnreadableCommandReceived _, StackLogged _ -> {
        // No test here asks for them.
      }
    }
  }

  List<String> lines() {
    return lines;
  }

  List<Pdu> pdus() {
    return pdus;
  }

  List<Octets> bytes() {
    return bytes;
  }

  /** The PDUs that came, without those that went. */
  List<PduReceived> arrived() {
    return arrived;
  }
}
