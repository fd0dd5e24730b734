package org.echolot.ticket;

import java.time.ZoneOffset;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.SideQuestion;
import org.echolot.text.ElapsedText;

/**
 * Says what a check left in the peer's log by asking questions beside its stages, so that nobody
 * takes it for the fault.
 */
final class OwnTraces {

  private OwnTraces() {}

  /** A sentence or two for each question; the servers' words are as they were seen. */
  static List<String> of(CheckResult result) {
    return result.observed().sideQuestions().stream()
        .map(question -> when(result, question) + ' ' + trace(question.kind()))
        .toList();
  }

  private static String when(CheckResult result, SideQuestion question) {
    ZoneOffset offset = result.startedAt().getOffset();
    return "At "
        + TicketMaker.TIME.format(question.at().atOffset(offset))
        + ", for "
        + ElapsedText.of(question.took())
        + ", after the check had failed:";
  }

  private static String trace(SideQuestion.Kind kind) {
    return switch (kind) {
      case TLS ->
          "a connection of our own with a TLS ClientHello, to ask whether the port speaks TLS."
              + " Orthanc and DCMTK log it as «Unrecognized PDU type: 16». That line is ours.";
      case PLAIN_DICOM ->
          "a connection of our own with an A-RELEASE-RQ without TLS, to ask whether the port speaks"
              + " DICOM without TLS. Orthanc and DCMTK log it as «TLS error: wrong version number»."
              + " That line is ours.";
      case SMALL_PACKETS ->
          "a connection of our own with the same request in small packets, which we reset as soon"
              + " as an answer came, or none in time. A broken connection from us at that time is"
              + " ours.";
      case CONNECTION ->
          "a connection of our own on which nothing was sent, to see whether one still opens. An"
              + " empty connection from us at that time is ours.";
    };
  }
}
