package org.echolot.journal;

import java.time.Instant;
import java.util.List;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.dimse.CommandAnnotator;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduAnnotator;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;

/**
 * The bytes of one association's PDUs as lines. There are so many rows of it at most, whatever a
 * peer sends; what can't be read is shown in any case, since it is what one looks for.
 */
final class AssociationDumps {

  /** The rows of an association after which no further PDU is shown byte by byte. */
  static final int MAX_ROWS_IN_ALL = 16_384;

  private final StoryWriter story;

  // One for each direction, for a command set may go on in the next PDU.
  private final PduAnnotator annotatesSent =
      new PduAnnotator(Integer.MAX_VALUE, new CommandAnnotator());
  private final PduAnnotator annotatesReceived =
      new PduAnnotator(RequestorAssociation.MAX_PDU_LENGTH, new CommandAnnotator());

  private int rows;
  private boolean endTold;

  AssociationDumps(StoryWriter story) {
    this.story = story;
  }

  void sent(Instant at, Octets bytes) {
    dump(at, Level.TRACE, annotatesSent, bytes, List.of());
  }

  /**
   * @param tolerated of these bytes
   */
  void received(Instant at, Level level, Octets bytes, List<Deviation> tolerated) {
    dump(
        at, level, annotatesReceived, bytes, tolerated.isEmpty() ? tolerated : deviationsIn(bytes));
  }

  void unreadable(Instant at, Octets bytes) {
    if (story.isRead(Level.TRACE)) {
      write(at, Level.TRACE, annotatesReceived, bytes, List.of());
    }
  }

  private void dump(
      Instant at, Level level, PduAnnotator annotator, Octets bytes, List<Deviation> tolerated) {
    if (!story.isRead(level)) {
      return;
    }
    if (rows < MAX_ROWS_IN_ALL) {
      write(at, level, annotator, bytes, tolerated);
    } else if (!endTold) {
      endTold = true;
      story.write(
          at,
          level,
          Tone.PLAIN,
          "More than "
              + MAX_ROWS_IN_ALL
              + " rows of bytes: those of further PDUs are not shown, unless they can't be read");
    }
  }

  private void write(
      Instant at, Level level, PduAnnotator annotator, Octets bytes, List<Deviation> tolerated) {
    for (PduDump.Row row : PduDump.of(bytes, annotator.annotate(bytes), tolerated)) {
      rows++;
      story.write(at, level, row.tone(), row.text());
    }
  }

  /** Where a secret was struck out, the offsets are others than those in what came. */
  private static List<Deviation> deviationsIn(Octets bytes) {
    try {
      return PduDecoder.decode(bytes).deviations();
    } catch (MalformedPduException _) {
      return List.of();
    }
  }
}
