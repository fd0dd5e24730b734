package org.echolot.listener;

import java.time.Instant;
import org.echolot.check.CheckStage;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.journal.JournalLine.Tone;

/** Something that happened with a caller, or with the listener itself. Immutable. */
sealed interface CallerEvent {

  /** Whose story it belongs to. */
  CallerStory story();

  /** How many bytes of the wire or characters it holds. */
  default int size() {
    return switch (this) {
      case Reached _ -> 0;
      case Said said -> said.text().length();
      case Shook shook -> shook.words().length();
      case Ended ended -> ended.text().length();
      case InAssociation inside -> inside.event().size();
    };
  }

  /** A caller came to a stage, those of a check as the other side of it sees them. */
  record Reached(CallerStory story, CheckStage stage, Instant at) implements CallerEvent {}

  /**
   * A TLS handshake ended.
   *
   * @param words what was agreed on, or why it failed
   * @param foreign what the caller speaks where that is no TLS; empty where that is not known
   */
  record Shook(CallerStory story, boolean ok, String words, String foreign, Instant at)
      implements CallerEvent {}

  /**
   * A caller is gone; nothing follows.
   *
   * @param text what became of it, in a sentence
   */
  record Ended(CallerStory story, String text, Instant at) implements CallerEvent {}

  /** What became of a caller, in a sentence. */
  record Said(CallerStory story, Tone tone, String text, Instant at) implements CallerEvent {}

  /** Something happened on a caller's association. */
  record InAssociation(CallerStory story, AssociationEvent event) implements CallerEvent {}
}
