package org.echolot.listener;

import java.util.function.Consumer;
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

/** One caller's story as journal lines, and as a call. Used by one thread at a time. */
final class CallerStory {

  private final StoryWriter writer;
  private final AssociationNarrator association;
  private final @Nullable CallProgress progress;
  private final Consumer<Call> calls;

  /** What the listener itself has to say. */
  CallerStory(Journal journal) {
    this(new StoryWriter(journal, LineSource.LISTENER, 0), null, _ -> {});
  }

  /**
   * @param conversationId what its lines carry
   * @param progress puts together what is known of the call
   * @param calls is told how it stands, again and again
   */
  CallerStory(Journal journal, long conversationId, CallProgress progress, Consumer<Call> calls) {
    this(new StoryWriter(journal, LineSource.LISTENER, conversationId), progress, calls);
  }

  private CallerStory(StoryWriter writer, @Nullable CallProgress progress, Consumer<Call> calls) {
    this.writer = writer;
    this.association = new AssociationNarrator(writer);
    this.progress = progress;
    this.calls = calls;
  }

  void told(CallerEvent event) {
    write(event);
    if (progress != null && progress.told(event)) {
      calls.accept(progress.call());
    }
  }

  private void write(CallerEvent event) {
    switch (event) {
      case CallerEvent.Reached reached -> writer.enter(reached.stage());
      case CallerEvent.Shook _, CallerEvent.Ended _ -> {
        // What there is to say of it was said.
      }
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
