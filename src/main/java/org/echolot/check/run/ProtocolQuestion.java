package org.echolot.check.run;

import java.time.Duration;
import org.echolot.check.CheckStage;
import org.echolot.check.SideQuestion;
import org.echolot.concurrent.Stamp;
import org.echolot.tls.probe.PlainProbe;
import org.echolot.tls.probe.PortProbe;
import org.echolot.tls.probe.ProbeAnswer;
import org.echolot.tls.probe.TlsProbe;

/**
 * Asks a peer that said nothing, on a connection of its own, whether it speaks another protocol
 * than the one it was spoken to in.
 */
final class ProtocolQuestion {

  /** The most time that it may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private ProtocolQuestion() {}

  /** Whether the peer speaks TLS, where it was spoken to without. */
  static ProbeAnswer tls(CheckCourse course) {
    return ask(course, CheckStage.ASSOCIATE, new TlsProbe(), SideQuestion.Kind.TLS, "TLS");
  }

  /** Whether the peer speaks DICOM without TLS, where it was spoken to in TLS. */
  static ProbeAnswer plainDicom(CheckCourse course) {
    return ask(
        course,
        CheckStage.TLS,
        new PlainProbe(),
        SideQuestion.Kind.PLAIN_DICOM,
        "DICOM without TLS");
  }

  /** Asks, and remarks on what came of it. A stop ends it at once. */
  private static ProbeAnswer ask(
      CheckCourse course,
      CheckStage stage,
      PortProbe probe,
      SideQuestion.Kind kind,
      String protocol) {
    SameWay way = new SameWay(course);
    probe.prepare(way.peer());
    course.remark(stage, "Probing the peer, on a separate connection, for " + protocol);
    Duration tls = course.request.timeouts().tls();
    try (probe;
        var _ = course.stop.onStop(probe::close)) {
      ProbeAnswer answer =
          probe.ask(
              (socket, patience) -> way.open(socket, patience).remaining(),
              way.peer(),
              tls.compareTo(PATIENCE) < 0 ? tls : PATIENCE);
      Stamp began = probe.began();
      course.result.asked(new SideQuestion(kind, began.at(), Stamp.now().since(began)));
      course.remark(stage, words(answer, protocol));
      return answer;
    }
  }

  private static String words(ProbeAnswer answer, String protocol) {
    return switch (answer) {
      case YES -> "The peer speaks " + protocol;
      case SOMETHING_ELSE -> "The peer answered with something that is not " + protocol;
      case TLS -> "The peer answered with TLS, so the port speaks it";
      case CLOSED -> "The connection was closed; nothing shows whether the peer speaks " + protocol;
      case SILENT -> "No answer came; nothing shows whether the peer speaks " + protocol;
      case NO_CONNECTION, NOT_ASKED ->
          "The connection did not open; nothing shows whether the peer speaks " + protocol;
    };
  }
}
