package org.echolot.ticket;

import java.time.ZoneOffset;
import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.SideQuestion;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Says what a check left in the peer's log by asking questions beside its stages, so that nobody
 * takes it for the fault.
 */
final class OwnTraces {

  private OwnTraces() {}

  /** A sentence or two for each question; the servers' words are as they were seen. */
  static List<String> of(CheckResult result) {
    return result.observed().sideQuestions().stream()
        .map(
            question ->
                when(result, question)
                    + ' '
                    + withHeader(
                        result,
                        result.proxyAddress() == null
                            ? trace(question.kind(), result.cause())
                            : trace(question.kind(), result.cause())
                                .replace(
                                    "we opened a connection",
                                    "we opened a connection through the proxy")
                                .replace("from us", "from the proxy")))
        .toList();
  }

  /**
   * The trace of a connection that begins as the check's own did: who does not know the header
   * stumbles over its first byte.
   */
  private static String withHeader(CheckResult result, String trace) {
    Approach.ProxyHeader header = result.request().approach().proxyHeader();
    return header == null
        ? trace
        : trace
            .replaceFirst(
                "we opened a connection( through the proxy)?,?",
                "we opened a connection$1, sent the header of the PROXY protocol,")
            .replace(
                "\"Unrecognized PDU type: 16\" (16H begins TLS): that line",
                "\"Unrecognized PDU type: 16\" (16H begins TLS), or as type "
                    + (header == Approach.ProxyHeader.V1 ? "50" : "d")
                    + " if it does not expect the header: that line");
  }

  private static String when(CheckResult result, SideQuestion question) {
    ZoneOffset offset = result.startedAt().getOffset();
    return "At "
        + TicketMaker.TIME.format(question.at().atOffset(offset))
        + ", for "
        + ElapsedText.of(question.took())
        + ", after the check had failed:";
  }

  private static String trace(SideQuestion.Kind kind, @Nullable Cause cause) {
    return switch (kind) {
      case TLS ->
          "we opened a connection and sent a TLS ClientHello, to probe the port for TLS."
              + (cause == Cause.PEER_EXPECTS_TLS
                  ? ""
                  : " If it reached the DICOM service, Orthanc and DCMTK without TLS log it as"
                      + " \"Unrecognized PDU type: 16\" (16H begins TLS): that line comes from our"
                      + " probe.");
      case PLAIN_DICOM ->
          "we opened a connection and sent an A-RELEASE-RQ without TLS, to probe the port for DICOM"
              + " without TLS."
              + (cause == Cause.PEER_NOT_TLS
                  ? ""
                  : " If it reached the DICOM service, Orthanc and DCMTK with TLS log it as \"TLS"
                      + " error: wrong version number\": that line comes from our probe.");
      case TLS_OFFER ->
          "we opened a connection, sent a TLS ClientHello that offers every version and cipher"
              + " suite, and reset the connection after the first answer. Of two TLS handshakes"
              + " from us that broke off, the later one comes from this probe, the earlier one from"
              + " the check itself.";
      case SMALL_PACKETS ->
          "we opened a connection and made the same call in small packets, both ways. We reset the"
              + " connection as soon as an answer arrived, or at the timeout. A broken connection"
              + " from us at that time comes from this probe.";
      case SHORT_HELLO ->
          "we opened a connection, sent a TLS ClientHello of fewer than 256 bytes, and reset the"
              + " connection after the first bytes of an answer. Of the TLS handshakes from us that"
              + " broke off, the last one comes from this probe.";
      case PROXY_HEADER ->
          "we opened a connection, sent a header of the PROXY protocol and the same request behind"
              + " it, and reset the connection after the first byte of an answer. If it reached the"
              + " DICOM service, Orthanc and DCMTK log it as \"Unrecognized PDU type: 50\" (50H"
              + " begins the header): that line comes from our probe.";
      case CONNECTION ->
          "we opened a connection and sent nothing, to see what becomes of it. An empty"
              + " connection from us at that time comes from this probe.";
    };
  }
}
