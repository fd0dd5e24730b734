package org.echolot.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.json.JsonValue.Obj;
import org.echolot.tls.TlsReport;

/**
 * Writes the events of a check. What the check's result says too is not written again: the request,
 * the TLS report, the result itself.
 */
final class EventWriter {

  private static final int ELEMENT_HEADER = 8;

  private final CheckResult result;

  EventWriter(CheckResult result) {
    this.result = result;
  }

  Obj write(CheckEvent event) {
    FieldsWriter to = new FieldsWriter();
    to.put("event", EventKind.of(event).word()).put("at", event.at());
    switch (event) {
      case CheckStarted(CheckRequest request, Instant _) ->
          to.put("request", request.equals(result.request()) ? null : RequestJson.written(request));
      case StageStarted(CheckStage stage, String detail, Instant _) ->
          to.put("stage", stage).put("detail", detail);
      case Stopped(CheckStage stage, Instant _) -> to.put("stage", stage);
      case StageEnded(StageResult stage, Instant _) -> ResultJson.write(stage, to);
      case Remarked(CheckStage stage, String text, Instant _) ->
          to.put("stage", stage).put("text", text);
      case TlsShown(TlsReport report, Instant _) ->
          to.put("report", report.equals(result.tls()) ? null : TlsReportJson.written(report));
      case LeftOut(int count, Instant _) -> to.put("count", count);
      case CheckEnded(CheckResult ended, Instant _) ->
          to.put("result", ended.equals(result) ? null : ResultJson.written(ended));
      case InAssociation(AssociationEvent inside) -> write(inside, to);
    }
    return to.object();
  }

  private static void write(AssociationEvent event, FieldsWriter to) {
    switch (event) {
      case PduSent sent -> to.put("bytes", sent.bytes());
      case PduReceived received -> {
        to.put("bytes", received.bytes());
        putDeviations(to, received.deviations());
      }
      case UnreadableReceived(Octets bytes, String why, Instant _) ->
          to.put("bytes", bytes).put("why", why);
      case CommandSent(int contextId, CommandSet commandSet, Instant _) ->
          to.put("contextId", contextId).put("commandSet", bytesOf(commandSet));
      case CommandReceived received -> {
        to.put("contextId", received.contextId()).put("commandSet", bytesOf(received.commandSet()));
        putDeviations(to, received.deviations());
      }
      case UnreadableCommandReceived(int contextId, Octets bytes, String why, Instant _) ->
          to.put("contextId", contextId).put("commandSet", bytes).put("why", why);
      case StateChanged(AssociationState from, AssociationState into, String what, Instant _) ->
          to.put("from", from).put("to", into).put("by", what);
      case StackLogged(System.Logger.Level level, String text, Instant _) ->
          to.put("level", level).put("text", text);
    }
  }

  private static void putDeviations(FieldsWriter to, List<Deviation> deviations) {
    to.putAll(
        "deviations",
        deviations.stream()
            .map(
                deviation ->
                    new FieldsWriter()
                        .put("field", deviation.field())
                        .put("offset", deviation.offset())
                        .put("description", deviation.description())
                        .put("section", deviation.section())
                        .object())
            .toList());
  }

  /** Its elements as they are, a group length that does not fit or is missing included. */
  private static Octets bytesOf(CommandSet commandSet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    commandSet
        .elements()
        .forEach(
            (tag, value) -> {
              bytes.writeBytes(
                  ByteBuffer.allocate(ELEMENT_HEADER)
                      .order(ByteOrder.LITTLE_ENDIAN)
                      .putShort((short) (tag >>> 16))
                      .putShort((short) tag.intValue())
                      .putInt(value.length())
                      .array());
              bytes.writeBytes(value.toByteArray());
            });
    return Octets.of(bytes.toByteArray());
  }
}
