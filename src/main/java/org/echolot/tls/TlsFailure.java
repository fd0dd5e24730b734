package org.echolot.tls;

import org.echolot.dicom.pdu.Octets;

/** Why a handshake came to nothing. It always tells who ended it. */
public sealed interface TlsFailure {

  /**
   * Our deadline passed.
   *
   * @param answered whether anything had come
   */
  record DeadlinePassed(boolean answered) implements TlsFailure {}

  /** Somebody on our side stopped it. */
  record Stopped() implements TlsFailure {}

  /**
   * The peer closed the connection in good order (FIN).
   *
   * @param answered whether anything had come
   */
  record Closed(boolean answered) implements TlsFailure {}

  /**
   * The connection broke: the peer, or something on the way, reset it.
   *
   * @param answered whether anything had come
   * @param detail what the operating system says
   */
  record Reset(boolean answered, String detail) implements TlsFailure {}

  /**
   * The peer answered with something that is no TLS.
   *
   * @param bytes how it begins
   */
  record NotTls(Octets bytes) implements TlsFailure {}

  /** The peer ended it with an alert. */
  record AlertReceived(TlsAlert alert) implements TlsFailure {}

  /**
   * We refused what the peer sent.
   *
   * @param detail one clause that says why, in the words of the runtime
   */
  record Refused(String detail) implements TlsFailure {}

  /**
   * The peer's certificate can't be read.
   *
   * @param detail one clause that says why, in the words of the runtime
   */
  record UnreadableCertificate(String detail) implements TlsFailure {}

  /**
   * Nothing was sent: of what was chosen, this runtime has switched all off.
   *
   * @param detail one clause, in the words of the runtime
   */
  record NothingEnabled(String detail) implements TlsFailure {}

  /** The handshake ended well, and the peer's certificates are not to be trusted. */
  record Untrusted(TrustVerdict verdict) implements TlsFailure {}
}
