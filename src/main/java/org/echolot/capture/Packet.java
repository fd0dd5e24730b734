package org.echolot.capture;

import java.time.Instant;
import org.echolot.dicom.pdu.Octets;

/**
 * One packet of a capture.
 *
 * @param bytes from the IP header on
 * @param comment what Wireshark shows beside it; empty for nothing
 */
record Packet(Instant at, Octets bytes, String comment) {}
