package org.echolot.check;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that a check asked on a connection of its own, beside its stages, to find out why one
 * of them failed. It leaves traces in the peer's log, which somebody may take for the fault.
 *
 * @param at when it was asked
 * @param took how long the peer was waited for
 */
public record SideQuestion(Kind kind, Instant at, Duration took) {

  /** What was asked. The names are in recordings. */
  public enum Kind {
    /** Whether the port speaks TLS: a ClientHello was sent. */
    TLS("to probe for TLS"),
    /** Whether the port speaks DICOM without TLS: an A-RELEASE-RQ was sent. */
    PLAIN_DICOM("to probe for DICOM without TLS"),
    /** What TLS the port takes: a ClientHello was sent that offers all there is. */
    TLS_OFFER("to see which TLS it accepts"),
    /** Whether large packets are lost in transit: the same was asked in small ones. */
    SMALL_PACKETS("to repeat the request in small packets"),
    /** Whether a new connection opens, and stays open: nothing was sent. */
    CONNECTION("to see what becomes of a connection on which nothing is sent"),
    /** Whether it expects a header of the PROXY protocol: the request was sent behind one. */
    PROXY_HEADER("to repeat the request behind a header of the PROXY protocol"),
    /** Whether its TLS reads only short ones: a ClientHello of fewer than 256 bytes was sent. */
    SHORT_HELLO("to send a shorter ClientHello");

    private final String purpose;

    Kind(String purpose) {
      this.purpose = purpose;
    }

    /** What it was for, as in "to probe …". */
    public String purpose() {
      return purpose;
    }
  }
}
