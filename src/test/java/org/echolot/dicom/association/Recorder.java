package org.echolot.dicom.association;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/** Writes down what an association tells, one short line each. */
final class Recorder implements AssociationListener {

  private final List<String> lines = new ArrayList<>();
  private final List<Pdu> pdus = new ArrayList<>();
  private final List<Octets> bytes = new ArrayList<>();

  @Override
  public void pduSent(Pdu pdu, Octets octets, Instant at) {
    lines.add("> " + pdu.type());
    pdus.add(pdu);
    bytes.add(octets);
  }

  @Override
  public void pduReceived(Pdu pdu, Octets octets, List<Deviation> deviations, Instant at) {
    lines.add("< " + pdu.type());
    pdus.add(pdu);
    bytes.add(octets);
  }

  @Override
  public void unreadableReceived(Octets octets, String why, Instant at) {
    lines.add("< ? " + octets.length());
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    lines.add("> command in " + contextId);
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    lines.add("< command in " + contextId);
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    lines.add(from.standardName() + " → " + to.standardName() + ": " + event);
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
}
