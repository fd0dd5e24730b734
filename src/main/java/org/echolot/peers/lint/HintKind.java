package org.echolot.peers.lint;

/** What a hint is about. The names are read by scripts, and stay. */
public enum HintKind {
  /** An entry of the peers file that could not be read as a peer. */
  UNREADABLE,
  /** Two peers that are called in the same way. */
  SAME_PEER_TWICE,
  /** One called AE title at two hosts. */
  SAME_AE_ON_TWO_HOSTS,
  /** Two called AE titles at one host and port. */
  SAME_HOST_AND_PORT,
  /** An AE title with lower-case letters. */
  AE_IN_LOWER_CASE,
  /** An AE title that is written with spaces around it. */
  AE_WITH_SPACES_AROUND,
  /** A character that looks like another, or like none. */
  CHARACTER_THAT_MISLEADS,
  /** The AE title that a program has until somebody chooses one. */
  DEFAULT_AE,
  /** A port on which the web is spoken. */
  WEB_PORT,
  /** A host name without an address. */
  NAME_UNKNOWN,
  /** A host name that no name server answered in time. */
  NAME_NOT_ANSWERED,
  /** A host name, not one for the computer itself, that has an address of it. */
  NAME_IS_LOOPBACK,
  /** The address of no computer, 0.0.0.0 or ::. */
  ADDRESS_IS_UNSPECIFIED,
  /** TLS on a port that is registered for DICOM without TLS. */
  TLS_ON_PLAIN_PORT,
  /** No TLS on the port that is registered for DICOM over TLS. */
  PLAIN_ON_TLS_PORT,
  /** A certificate or key file that is not there. */
  FILE_MISSING
}
