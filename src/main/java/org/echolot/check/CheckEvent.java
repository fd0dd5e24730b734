package org.echolot.check;

import java.time.Instant;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.tls.TlsReport;

/** Something that happened in a check. Immutable; no password or token is ever in it. */
public sealed interface CheckEvent {

  /** When it happened. */
  Instant at();

  /** How many bytes of the wire or characters it holds, for whoever keeps a bounded number. */
  default int size() {
    return switch (this) {
      case InAssociation(AssociationEvent event) -> event.size();
      case Remarked remarked -> remarked.text().length();
      case CheckStarted _,
          StageStarted _,
          Stopped _,
          StageEnded _,
          TlsShown _,
          LeftOut _,
          CheckEnded _ ->
          0;
    };
  }

  /**
   * Whether it tells how the check goes, and not what passes on the wire: there are few such events
   * in any check, whatever the peer does, so that they need not be left out.
   */
  default boolean isMilestone() {
    return switch (this) {
      case CheckStarted _,
          StageStarted _,
          Stopped _,
          StageEnded _,
          TlsShown _,
          LeftOut _,
          CheckEnded _ ->
          true;
      case InAssociation _, Remarked _ -> false;
    };
  }

  /** The check began. */
  record CheckStarted(CheckRequest request, Instant at) implements CheckEvent {}

  /**
   * A stage began.
   *
   * @param detail one line, for example the address that is tried; may be empty
   */
  record StageStarted(CheckStage stage, String detail, Instant at) implements CheckEvent {}

  /** The user stopped the check in this stage, which is not a failure though the stage ends so. */
  record Stopped(CheckStage stage, Instant at) implements CheckEvent {}

  /**
   * A stage ended; also told of stages that were skipped because nobody asked for them. A later one
   * may show that TLS failed after all (RFC 8446 4.4.2.4): then that later stage is told as
   * skipped, and TLS is told once more, as failed.
   */
  record StageEnded(StageResult result, Instant at) implements CheckEvent {}

  /** Something worth a line that fits nowhere else, for example that another question is asked. */
  record Remarked(CheckStage stage, String text, Instant at) implements CheckEvent {}

  /** What a TLS handshake showed: once, when it ended, well or ill. */
  record TlsShown(TlsReport report, Instant at) implements CheckEvent {}

  /** Something happened on the association. */
  record InAssociation(AssociationEvent event) implements CheckEvent {
    @Override
    public Instant at() {
      return event.at();
    }
  }

  /** Listeners were so slow that events before this were not told; the check was not held up. */
  record LeftOut(int count, Instant at) implements CheckEvent {}

  /** The check ended; nothing follows. */
  record CheckEnded(CheckResult result, Instant at) implements CheckEvent {}
}
