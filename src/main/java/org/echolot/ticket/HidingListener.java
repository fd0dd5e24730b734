package org.echolot.ticket;

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
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** Passes on what a check tells, with names and addresses hidden. */
final class HidingListener implements CheckListener {

  private final Disguise disguise;
  private final HiddenNames names;
  private final CheckListener next;
  private final HiddenBytes sent;
  private final HiddenBytes received;

  HidingListener(Disguise disguise, HiddenNames names, CheckListener next) {
    this.disguise = disguise;
    this.names = names;
    this.next = next;
    this.sent = new HiddenBytes(names);
    this.received = new HiddenBytes(names);
  }

  @Override
  public void checkStarted(CheckRequest request, Instant at) {
    next.checkStarted(disguise.hide(request), at);
  }

  @Override
  public void stageStarted(CheckStage stage, Instant at, String detail) {
    next.stageStarted(stage, at, disguise.text(detail));
  }

  @Override
  public void stageEnded(StageResult result, Instant at) {
    next.stageEnded(disguise.hide(result), at);
  }

  @Override
  public void remarked(CheckStage stage, Instant at, String text) {
    next.remarked(stage, at, disguise.text(text));
  }

  @Override
  public void tlsShown(TlsReport report, Instant at) {
    next.tlsShown(HiddenTls.of(report, names), at);
  }

  @Override
  public void stopped(CheckStage stage, Instant at) {
    next.stopped(stage, at);
  }

  @Override
  public void checkEnded(CheckResult result, Instant at) {
    next.checkEnded(disguise.hide(result), at);
  }

  @Override
  public void pduSent(Pdu pdu, Octets bytes, Instant at) {
    Octets hidden = sent.hide(bytes);
    Pdu shown = hidden.equals(bytes) ? pdu : decoded(hidden);
    if (shown == null) {
      next.remarked(
          CheckStage.ASSOCIATE, at, pdu.type() + " sent, which can't be shown without names");
    } else {
      next.pduSent(shown, hidden, at);
    }
  }

  @Override
  public void pduReceived(Pdu pdu, Octets bytes, List<Deviation> deviations, Instant at) {
    Octets hidden = received.hide(bytes);
    Pdu shown = hidden.equals(bytes) ? pdu : decoded(hidden);
    if (shown == null) {
      next.unreadableReceived(hidden, "it can't be shown as it came without its names", at);
    } else {
      next.pduReceived(shown, hidden, hide(deviations), at);
    }
  }

  private static @Nullable Pdu decoded(Octets bytes) {
    try {
      return PduDecoder.decode(bytes).pdu();
    } catch (MalformedPduException _) {
      return null;
    }
  }

  @Override
  public void unreadableReceived(Octets bytes, String why, Instant at) {
    next.unreadableReceived(received.hide(bytes), disguise.text(why), at);
  }

  @Override
  public void unreadableCommandReceived(
      int contextId, Octets commandSet, MalformedCommandException fault, Instant at) {
    next.unreadableCommandReceived(
        contextId,
        HiddenBytes.textOf(names, commandSet),
        new MalformedCommandException(
            fault.field(), fault.offset(), disguise.text(fault.held()), fault.section()),
        at);
  }

  @Override
  public void commandSent(int contextId, CommandSet commandSet, Instant at) {
    next.commandSent(contextId, hide(commandSet), at);
  }

  @Override
  public void commandReceived(
      int contextId, CommandSet commandSet, List<Deviation> deviations, Instant at) {
    next.commandReceived(contextId, hide(commandSet), hide(deviations), at);
  }

  private CommandSet hide(CommandSet commandSet) {
    Octets bytes = commandSet.encode();
    Octets hidden = HiddenBytes.textOf(names, bytes);
    try {
      return hidden.equals(bytes) ? commandSet : CommandSet.decode(hidden).commandSet();
    } catch (MalformedCommandException _) {
      return new CommandSet.Builder().build();
    }
  }

  private List<Deviation> hide(List<Deviation> deviations) {
    return deviations.stream()
        .map(d -> new Deviation(d.field(), d.offset(), disguise.text(d.description()), d.section()))
        .toList();
  }

  @Override
  public void stateChanged(AssociationState from, AssociationState to, String event, Instant at) {
    next.stateChanged(from, to, disguise.text(event), at);
  }

  /** Left out: another stack's lines quote what the peer said, in ways that we don't know. */
  @Override
  public void stackLogged(System.Logger.Level level, String text, Instant at) {}
}
