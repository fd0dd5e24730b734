package org.echolot.listener;

import java.time.Instant;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.journal.JournalLine.Tone;

/** Something that happened with a caller, or with the listener itself. Immutable. */
sealed interface CallerEvent {

  /** Whose story it belongs to. */
  CallerStory story();

  /** How many bytes of the wire or characters it holds. */
  default int size() {
    return switch (this) {
      case Said said -> said.text().length();
      case InAssociation inside -> inside.event().size();
    };
  }

  /** What became of a caller, in a sentence. */
  record Said(CallerStory story, Tone tone, String text, Instant at) implements CallerEvent {}

  /** Something happened on a caller's association. */
  record InAssociation(CallerStory story, AssociationEvent event) implements CallerEvent {}
}
