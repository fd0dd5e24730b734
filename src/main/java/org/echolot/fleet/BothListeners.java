package org.echolot.fleet;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.tls.TlsReport;

/** Tells two listeners the same, the second also where the first throws. */
record BothListeners(CheckListener first, CheckListener second) implements CheckListener {

  private void both(Consumer<CheckListener> event) {
    try {
      event.accept(first);
    } finally {
      event.accept(second);
    }
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    both(l -> l.checkStarted(request, at));
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    both(l -> l.stageStarted(stage, at, detail));
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    both(l -> l.stopped(stage, at));
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    both(l -> l.stageEnded(result, at));
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    both(l -> l.remarked(stage, at, text));
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    both(l -> l.tlsShown(report, at));
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    both(l -> l.checkEnded(result, at));
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    both(l -> l.pduSent(pdu, bytes, at));
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    both(l -> l.pduReceived(pdu, bytes, deviations, at));
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    both(l -> l.unreadableReceived(bytes, why, at));
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    both(l -> l.unreadableCommandReceived(contextId, commandSet, fault, at));
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    both(l -> l.commandSent(contextId, commandSet, at));
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    both(l -> l.commandReceived(contextId, commandSet, deviations, at));
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    both(l -> l.stateChanged(from, to, event, at));
  }

  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {
    both(l -> l.stackLogged(level, text, at));
  }
}
