package org.echolot.capture;

import java.time.Instant;
import java.util.ArrayList;
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
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
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
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** Reads the events that {@link EventWriter} wrote. */
final class EventReader {

  private static final int MAX_CONTEXT_ID = 255;

  private final CheckResult result;

  EventReader(CheckResult result) {
    this.result = result;
  }

  /**
   * @throws FaultException if it is not an event of that kind
   */
  CheckEvent read(EventKind kind, RecordedFields from) throws FaultException {
    Instant at = from.at();
    return switch (kind) {
      case CHECK_STARTED -> checkStarted(from, at);
      case STAGE_STARTED -> new StageStarted(stage(from), from.text("detail"), at);
      case STOPPED -> new Stopped(stage(from), at);
      case STAGE_ENDED -> new StageEnded(ResultJson.readStage(from), at);
      case REMARKED -> new Remarked(stage(from), from.text("text"), at);
      case TLS_SHOWN -> tlsShown(from, at);
      case LEFT_OUT -> new LeftOut(from.number("count", 0, Integer.MAX_VALUE), at);
      case CHECK_ENDED -> checkEnded(from, at);
      case PDU_SENT -> inside(new PduSent(pdu(from), from.octets("bytes"), at));
      case PDU_RECEIVED ->
          inside(new PduReceived(pdu(from), from.octets("bytes"), deviations(from), at));
      case UNREADABLE_RECEIVED ->
          inside(new UnreadableReceived(from.octets("bytes"), from.text("why"), at));
      case COMMAND_SENT -> inside(new CommandSent(contextId(from), commandSet(from), at));
      case COMMAND_RECEIVED ->
          inside(new CommandReceived(contextId(from), commandSet(from), deviations(from), at));
      case UNREADABLE_COMMAND_RECEIVED ->
          inside(
              new UnreadableCommandReceived(
                  contextId(from), from.octets("commandSet"), from.text("why"), at));
      case STATE_CHANGED ->
          inside(
              new StateChanged(
                  from.constant("from", AssociationState.class),
                  from.constant("to", AssociationState.class),
                  from.text("by"),
                  at));
      case STACK_LOGGED ->
          inside(
              new StackLogged(
                  from.constant("level", System.Logger.Level.class), from.text("text"), at));
    };
  }

  private static CheckEvent inside(AssociationEvent event) {
    return new InAssociation(event);
  }

  private CheckEvent checkStarted(RecordedFields from, Instant at) throws FaultException {
    RecordedFields request = from.objectOrNull("request");
    return new CheckStarted(request == null ? result.request() : RequestJson.read(request), at);
  }

  private CheckEvent tlsShown(RecordedFields from, Instant at) throws FaultException {
    RecordedFields own = from.objectOrNull("report");
    @Nullable TlsReport report = own == null ? result.tls() : TlsReportJson.read(own);
    if (report == null) {
      throw from.fault("report", "it is missing, and the result has none either");
    }
    return new TlsShown(report, at);
  }

  private CheckEvent checkEnded(RecordedFields from, Instant at) throws FaultException {
    RecordedFields ended = from.objectOrNull("result");
    return new CheckEnded(ended == null ? result : ResultJson.read(ended), at);
  }

  private static CheckStage stage(RecordedFields from) throws FaultException {
    return from.constant("stage", CheckStage.class);
  }

  private static int contextId(RecordedFields from) throws FaultException {
    return from.number("contextId", 0, MAX_CONTEXT_ID);
  }

  private static Pdu pdu(RecordedFields from) throws FaultException {
    try {
      return PduDecoder.decode(from.octets("bytes")).pdu();
    } catch (MalformedPduException e) {
      throw from.fault("bytes", "they are no PDU: " + e.description());
    }
  }

  private static CommandSet commandSet(RecordedFields from) throws FaultException {
    try {
      return CommandSet.decode(from.octets("commandSet")).commandSet();
    } catch (MalformedCommandException e) {
      throw from.fault("commandSet", "they are no command set: " + e.description());
    }
  }

  private static List<Deviation> deviations(RecordedFields from) throws FaultException {
    List<Deviation> deviations = new ArrayList<>();
    for (RecordedFields each : from.objects("deviations", "a deviation", "")) {
      deviations.add(
          new Deviation(
              each.text("field"),
              each.number("offset", 0, Integer.MAX_VALUE),
              each.text("description"),
              each.text("section")));
    }
    return deviations;
  }
}
