package org.echolot.tls.handshake;

import javax.net.ssl.SSLException;

/**
 * Counts what comes behind the handshake and holds no data, which costs us more than it costs the
 * peer. Used by the thread that reads.
 */
final class IdleRecords {

  /**
   * How often a peer may have us answer between two records with data, as with a KeyUpdate (RFC
   * 8446 4.6.3). In earnest that is once in millions of records.
   */
  static final int MAX_ANSWERS = 32;

  /** The most records without data between two with some; session tickets are such (4.6.1). */
  static final int MAX_EMPTY_RECORDS = 1_000;

  private int answers;
  private int empty;

  /**
   * A record came.
   *
   * @throws SSLException if it is one too many without data
   */
  void came(boolean hasData) throws SSLException {
    if (hasData) {
      answers = 0;
      empty = 0;
    } else if (++empty > MAX_EMPTY_RECORDS) {
      throw new SSLException(
          "the peer sent more than " + MAX_EMPTY_RECORDS + " TLS records without data");
    }
  }

  /**
   * The peer has us answer.
   *
   * @throws SSLException if it is once too often
   */
  void answers() throws SSLException {
    if (++answers > MAX_ANSWERS) {
      throw new SSLException(
          "the peer requested more than " + MAX_ANSWERS + " TLS answers and sent no data");
    }
  }
}
