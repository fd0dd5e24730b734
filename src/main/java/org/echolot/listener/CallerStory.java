package org.echolot.listener;

import org.echolot.check.CheckStage;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.journal.StoryWriter;
import org.jspecify.annotations.Nullable;

/** One caller's story as journal lines. Used by one thread at a time. */
final class CallerStory {

  private final StoryWriter writer;
  private final AssociationNarrator association;

  /**
   * @param conversationId what its lines carry; 0 for what the listener itself has to say
   */
  CallerStory(Journal journal, long conversationId) {
    this.writer = new StoryWriter(journal, LineSource.LISTENER, conversationId);
    this.association = new AssociationNarrator(writer);
  }

  void told(CallerEvent event) {
    switch (event) {
      case CallerEvent.Reached reached -> writer.enter(reached.stage());
      case CallerEvent.Said said -> writer.info(said.at(), said.tone(), said.text());
      case CallerEvent.InAssociation inside -> {
        CheckStage stage = stageOf(inside.event());
        if (stage != null) {
          writer.enter(stage);
        }
        association.told(inside.event());
      }
    }
  }

  /** The stage that an event begins or belongs to; null where it goes with what was before. */
  private static @Nullable CheckStage stageOf(AssociationEvent event) {
    return switch (event) {
      case PduReceived received -> stageOf(received.pdu());
      case PduSent sent -> stageOf(sent.pdu());
      default -> null;
    };
  }

  private static @Nullable CheckStage stageOf(Pdu pdu) {
    return switch (pdu) {
      case AssociateRq _, AssociateAc _, AssociateRj _ -> CheckStage.ASSOCIATE;
      case PDataTf _ -> CheckStage.ECHO;
      case ReleaseRq _, ReleaseRp _ -> CheckStage.RELEASE;
      case Abort _ -> null;
    };
  }
}
