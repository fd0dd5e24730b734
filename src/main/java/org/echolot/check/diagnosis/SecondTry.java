package org.echolot.check.diagnosis;

/** What a second connection showed, made after one on which what we asked for never came. */
public enum SecondTry {
  NOT_MADE,
  /** It did not open: the other end is gone, or nothing passes any more. */
  NO_CONNECTION,
  /** It opened; nothing was sent on it. */
  OPENED,
  /** The same was asked in small packets, and an answer came. */
  ANSWERED_IN_SMALL_PACKETS,
  /** The same was asked in small packets, and no answer came either. */
  SILENT_IN_SMALL_PACKETS
}
