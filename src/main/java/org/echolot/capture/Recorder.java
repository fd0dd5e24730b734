package org.echolot.capture;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.Octets;

/**
 * Keeps what a check tells. Bounded: where a peer sends more than {@link #MAX_BYTES}, the rest is
 * counted and not kept.
 *
 * <p>Told by one thread at a time; {@link #recording} may be called by another one.
 */
public final class Recorder implements CheckListener {

  /** About how much of one check is kept, in bytes; a usual one has 1,000. */
  public static final int MAX_BYTES = 1 << 20;

  /** What an event takes beside its bytes and characters. */
  private static final int EVENT_BYTES = 200;

  private final List<CheckEvent> events = new ArrayList<>();
  private int kept;
  private long leftOutSent;
  private long leftOutReceived;

  /** All that was told until now. */
  public synchronized Recording recording() {
    return new Recording(events, leftOutSent, leftOutReceived);
  }

  @Override
  public synchronized void told(CheckEvent event) {
    if (event instanceof InAssociation(UnreadableReceived unreadable)) {
      keepBeginning(unreadable);
    } else if (event.isMilestone() || hasRoomFor(event)) {
      events.add(event);
      kept += event.size() + EVENT_BYTES;
    } else if (event instanceof InAssociation(AssociationEvent inside)) {
      leaveOut(inside);
    }
  }

  /** What can't be read is told in any case, with as much of it as there is room for. */
  private void keepBeginning(UnreadableReceived unreadable) {
    Octets bytes = unreadable.bytes();
    int room = Math.clamp(MAX_BYTES - (long) kept - EVENT_BYTES, 0, bytes.length());
    leftOutReceived += bytes.length() - room;
    events.add(
        new InAssociation(
            new UnreadableReceived(bytes.slice(0, room), unreadable.why(), unreadable.at())));
    kept += room + EVENT_BYTES;
  }

  private boolean hasRoomFor(CheckEvent event) {
    // What follows something that is left out is left out too, or it would stand in its place.
    return leftOutSent + leftOutReceived == 0
        && (long) kept + event.size() + EVENT_BYTES <= MAX_BYTES;
  }

  private void leaveOut(AssociationEvent event) {
    switch (event) {
      case PduSent sent -> leftOutSent += sent.bytes().length();
      case PduReceived received -> leftOutReceived += received.bytes().length();
      default -> {
        // It says what the PDUs say, which are counted.
      }
    }
  }
}
