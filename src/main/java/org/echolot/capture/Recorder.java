package org.echolot.capture;

import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Keeps what a check tells, so that it can be told again. Bounded: where a peer sends more than
 * {@link #MAX_BYTES}, the rest is counted and not kept.
 *
 * <p>Told by the thread that runs the check; {@link #recording} may be called by another one after
 * its end.
 */
public final class Recorder implements CheckListener {

  /** About how much of one check is kept, in bytes; a usual one has 1,000. */
  public static final int MAX_BYTES = 1 << 20;

  /** What an event takes beside its bytes and characters. */
  private static final int EVENT_BYTES = 200;

  private final List<Consumer<CheckListener>> events = new ArrayList<>();
  private int kept;
  private long leftOutSent;
  private long leftOutReceived;

  /** All that was told until now. */
  public synchronized Recording recording() {
    return new Recording(events, leftOutSent, leftOutReceived);
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    always(l -> l.checkStarted(request, at));
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    always(l -> l.stageStarted(stage, at, detail));
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    always(l -> l.stopped(stage, at));
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    always(l -> l.stageEnded(result, at));
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    keep(text.length(), l -> l.remarked(stage, at, text));
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    always(l -> l.tlsShown(report, at));
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    always(l -> l.checkEnded(result, at));
  }

  @Override
  public synchronized void pduSent(Pdu pdu, Octets bytes, Instant at) {
    if (!keep(bytes.length(), l -> l.pduSent(pdu, bytes, at))) {
      leftOutSent += bytes.length();
    }
  }

  @Override
  public synchronized void pduReceived(
      Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    if (!keep(bytes.length(), l -> l.pduReceived(pdu, bytes, deviations, at))) {
      leftOutReceived += bytes.length();
    }
  }

  @Override
  public synchronized void unreadableReceived(Octets bytes, String why, Instant at) {
    int room = Math.clamp(MAX_BYTES - (long) kept - EVENT_BYTES, 0, bytes.length());
    Octets first = bytes.slice(0, room);
    leftOutReceived += bytes.length() - first.length();
    always(l -> l.unreadableReceived(first, why, at));
    kept += first.length();
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    keep(commandSet.length(), l -> l.unreadableCommandReceived(contextId, commandSet, fault, at));
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    keep(0, l -> l.commandSent(contextId, commandSet, at));
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    int length = commandSet.elements().values().stream().mapToInt(Octets::length).sum();
    keep(length, l -> l.commandReceived(contextId, commandSet, deviations, at));
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    keep(event.length(), l -> l.stateChanged(from, to, event, at));
  }

  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {
    keep(text.length(), l -> l.stackLogged(level, text, at));
  }

  /** There are few of these, whatever the peer does. */
  private synchronized void always(Consumer<CheckListener> event) {
    events.add(event);
    kept += EVENT_BYTES;
  }

  /** Returns whether there was room. */
  private synchronized boolean keep(int bytes, Consumer<CheckListener> event) {
    // What follows something that is left out is left out too, or it would stand in its place.
    boolean room =
        leftOutSent + leftOutReceived == 0 && (long) kept + bytes + EVENT_BYTES <= MAX_BYTES;
    if (room) {
      events.add(event);
      kept += bytes + EVENT_BYTES;
    }
    return room;
  }
}
