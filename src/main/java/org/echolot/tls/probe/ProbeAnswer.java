package org.echolot.tls.probe;

/** What came of asking a port whether it speaks a protocol. */
public enum ProbeAnswer {
  /** Nobody asked. */
  NOT_ASKED,
  /** It speaks the protocol. */
  YES,
  /** It answered with something else: the only answer that shows that it does not. */
  SOMETHING_ELSE,
  /** Asked for DICOM without TLS, it answered with TLS. */
  TLS,
  /** It closed or reset the connection, which proves nothing. */
  CLOSED,
  /** It said nothing, which proves nothing. */
  SILENT,
  /** The connection did not open, or broke in the moment in which it did. */
  NO_CONNECTION
}
