package org.echolot.check.diagnosis;

/** What a second connection showed, made after one on which what we asked for never came. */
public enum SecondTry {
  NOT_MADE,
  /** It did not open: the other end is gone, or nothing passes any more. */
  NO_CONNECTION,
  /** It opened; nothing was sent on it. */
  OPENED,
  /** Nothing was sent on it for a moment, and it stayed open. */
  OPEN_WHILE_IDLE,
  /** Nothing was sent on it, and the other end closed it. */
  CLOSED_WHILE_IDLE,
  /** The same was asked behind a header of the PROXY protocol, and an answer of DICOM came. */
  ANSWERED_BEHIND_HEADER,
  /** The same was asked behind a header of the PROXY protocol, and the connection stayed open. */
  OPEN_BEHIND_HEADER,
  /** Nothing was sent on one, and it stayed open; one with a header ended as well. */
  SILENT_BEHIND_HEADER,
  /** The same was asked in small packets, and an answer came. */
  ANSWERED_IN_SMALL_PACKETS,
  /** There was a reaction to a shorter ClientHello; the same in small packets was not. */
  REACTED_TO_SHORT_HELLO,
  /** The same was asked in small packets, and no answer came either. */
  SILENT_IN_SMALL_PACKETS
}
