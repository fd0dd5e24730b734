package org.echolot.ticket;

import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.LeftOut;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
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

/** Hides names and addresses in what a check told. Used once, on all of it in order. */
final class HiddenEvents {

  private final Disguise disguise;
  private final HiddenNames names;
  private final HiddenBytes sent;
  private final HiddenBytes received;

  HiddenEvents(Disguise disguise, HiddenNames names) {
    this.disguise = disguise;
    this.names = names;
    this.sent = new HiddenBytes(names);
    this.received = new HiddenBytes(names);
  }

  /** The same event, as it may be shown. */
  CheckEvent hide(CheckEvent event) {
    return switch (event) {
      case CheckStarted(CheckRequest request, Instant at) ->
          new CheckStarted(disguise.hide(request), at);
      case StageStarted(CheckStage stage, String detail, Instant at) ->
          new StageStarted(stage, disguise.text(detail), at);
      case StageEnded(StageResult result, Instant at) -> new StageEnded(disguise.hide(result), at);
      case Remarked(CheckStage stage, String text, Instant at) ->
          new Remarked(stage, disguise.text(text), at);
      case TlsShown(TlsReport report, Instant at) -> new TlsShown(HiddenTls.of(report, names), at);
      case CheckEnded(CheckResult result, Instant at) -> new CheckEnded(disguise.hide(result), at);
      case InAssociation(AssociationEvent inside) -> hide(inside);
      case Stopped _, LeftOut _ -> event;
    };
  }

  private CheckEvent hide(AssociationEvent event) {
    return switch (event) {
      case PduSent sent -> hide(sent);
      case PduReceived received -> new InAssociation(hide(received));
      case UnreadableReceived(Octets bytes, String why, Instant at) ->
          new InAssociation(
              new UnreadableReceived(this.received.hide(bytes), disguise.text(why), at));
      case UnreadableCommandReceived(int contextId, Octets commandSet, String why, Instant at) ->
          new InAssociation(
              new UnreadableCommandReceived(
                  contextId, HiddenBytes.textOf(names, commandSet), disguise.text(why), at));
      case CommandSent(int contextId, CommandSet commandSet, Instant at) ->
          new InAssociation(new CommandSent(contextId, hide(commandSet), at));
      case CommandReceived(
              int contextId,
              CommandSet commandSet,
              List<Deviation> deviations,
              Instant at) ->
          new InAssociation(new CommandReceived(contextId, hide(commandSet), hide(deviations), at));
      case StateChanged(AssociationState from, AssociationState to, String what, Instant at) ->
          new InAssociation(new StateChanged(from, to, disguise.text(what), at));
      // Another stack's lines quote what the peer said, in ways that we don't know.
      case StackLogged(System.Logger.Level level, _, Instant at) ->
          new InAssociation(new StackLogged(level, "", at));
    };
  }

  private CheckEvent hide(PduSent event) {
    Octets hidden = sent.hide(event.bytes());
    Pdu shown = hidden.equals(event.bytes()) ? event.pdu() : decoded(hidden);
    return shown == null
        ? new Remarked(
            CheckStage.ASSOCIATE,
            event.pdu().type() + " sent, which can't be shown without names",
            event.at())
        : new InAssociation(new PduSent(shown, hidden, event.at()));
  }

  private AssociationEvent hide(PduReceived event) {
    Octets hidden = received.hide(event.bytes());
    Pdu shown = hidden.equals(event.bytes()) ? event.pdu() : decoded(hidden);
    return shown == null
        ? new UnreadableReceived(
            hidden, "it can't be shown as it came without its names", event.at())
        : new PduReceived(shown, hidden, hide(event.deviations()), event.at());
  }

  private static @Nullable Pdu decoded(Octets bytes) {
    try {
      return PduDecoder.decode(bytes).pdu();
    } catch (MalformedPduException _) {
      return null;
    }
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
}
