package org.echolot.check.run;

import java.time.Duration;
import org.echolot.check.CheckStage;
import org.echolot.tls.probe.PortProbe;

/**
 * Asks a peer that said nothing, on a connection of its own, whether it speaks another protocol
 * than the one it was spoken to in.
 */
final class ProtocolQuestion {

  /** The most time that it may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private ProtocolQuestion() {}

  /**
   * Asks, and remarks on what came of it. A stop ends it at once.
   *
   * @param stage the one that failed
   * @param probe asks the question
   * @param protocol what it asks for, in words
   */
  static boolean isYes(CheckCourse course, CheckStage stage, PortProbe probe, String protocol) {
    course.remark(
        stage, "Asking the peer, on a connection of its own, whether it speaks " + protocol);
    Duration tls = course.request.timeouts().tls();
    try (probe;
        var _ = course.stop.onStop(probe::close)) {
      boolean yes =
          probe.speaks(course.result.remoteAddress(), tls.compareTo(PATIENCE) < 0 ? tls : PATIENCE);
      course.remark(
          stage, (yes ? "The peer speaks " : "Nothing shows that the peer speaks ") + protocol);
      return yes;
    }
  }
}
