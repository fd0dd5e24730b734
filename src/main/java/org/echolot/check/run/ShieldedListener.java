package org.echolot.check.run;

import java.time.Instant;
import java.util.List;
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

/**
 * Passes on what happens, and keeps a check from a listener that throws: the fault goes to the
 * thread's handler of uncaught exceptions, and the check goes on.
 */
final class ShieldedListener implements CheckListener {

  private final CheckListener listener;

  ShieldedListener(CheckListener listener) {
    this.listener = listener;
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    tell(() -> listener.checkStarted(request, at));
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    tell(() -> listener.stageStarted(stage, at, detail));
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    tell(() -> listener.stopped(stage, at));
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    tell(() -> listener.stageEnded(result, at));
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    tell(() -> listener.remarked(stage, at, text));
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    tell(() -> listener.tlsShown(report, at));
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    tell(() -> listener.checkEnded(result, at));
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    tell(() -> listener.pduSent(pdu, bytes, at));
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    tell(() -> listener.pduReceived(pdu, bytes, deviations, at));
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    tell(() -> listener.unreadableReceived(bytes, why, at));
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    tell(() -> listener.unreadableCommandReceived(contextId, commandSet, fault, at));
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    tell(() -> listener.commandSent(contextId, commandSet, at));
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    tell(() -> listener.commandReceived(contextId, commandSet, deviations, at));
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    tell(() -> listener.stateChanged(from, to, event, at));
  }

  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {
    tell(() -> listener.stackLogged(level, text, at));
  }

  private static void tell(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }
}
