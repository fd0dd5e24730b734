package org.echolot.dicom.association;

import java.time.Duration;
import java.util.List;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/**
 * A PDU that arrived.
 *
 * @param bytes the PDU as it came
 * @param deviations what was tolerated in it
 * @param at when its last byte was read
 * @param heldBackFor how long a piece of it waited for us to acknowledge the piece before; zero if
 *     none did. Looked at only after {@link Connection#watchNextReplyForStall}
 */
record Received(
    Pdu pdu, Octets bytes, List<Deviation> deviations, Stamp at, Duration heldBackFor) {}
