package org.echolot.check;

import java.time.Instant;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.tls.TlsReport;

/**
 * Is told what happens in a check, while it happens, in order and by the thread that runs the
 * check. It must return at once: what it takes is taken from the peer's time. No password or token
 * is ever in what it is told.
 */
public interface CheckListener extends AssociationListener {

  /** Does nothing with anything. */
  CheckListener NONE = new CheckListener() {};

  /** A check begins. */
  default void checkStarted(CheckRequest request, Instant at) {}

  /**
   * A stage begins.
   *
   * @param detail one line, for example the address that is tried; may be empty
   */
  default void stageStarted(CheckStage stage, Instant at, String detail) {}

  /** The user stopped the check in this stage, which is not a failure though the stage ends so. */
  default void stopped(CheckStage stage, Instant at) {}

  /**
   * A stage ended; also called for stages that were skipped because nobody asked for them. A later
   * one may show that TLS failed after all (RFC 8446 4.4.2.4): then that later stage is told as
   * skipped, and TLS is told once more, as failed.
   */
  default void stageEnded(StageResult result, Instant at) {}

  /** Something worth a line that fits nowhere else, for example that the next address is tried. */
  default void remarked(CheckStage stage, Instant at, String text) {}

  /** What a TLS handshake showed: once, when it ended, well or ill. */
  default void tlsShown(TlsReport report, Instant at) {}

  /** The check ended; nothing follows. */
  default void checkEnded(CheckResult result, Instant at) {}
}
