package org.echolot.tls.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** Has an engine make records of plain text (RFC 8446 5). */
final class TlsRecords {

  private TlsRecords() {}

  /**
   * Encrypts all of {@code source}, and adds what else the engine has to say.
   *
   * @throws SSLException if the engine can't send any more
   */
  static byte[] of(ByteBuffer source, SSLEngine engine) throws SSLException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    ByteBuffer target = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    boolean more = true;
    while (more) {
      SSLEngineResult result = engine.wrap(source, target);
      if (result.getStatus() == Status.BUFFER_OVERFLOW) {
        target = larger(target);
        continue;
      }
      records.write(target.array(), 0, target.position());
      target.clear();
      if (result.getStatus() == Status.CLOSED && source.hasRemaining()) {
        throw new SSLException("the TLS session is closed");
      }
      if (source.hasRemaining() && result.bytesConsumed() == 0 && result.bytesProduced() == 0) {
        throw new SSLException("the peer requests a new handshake");
      }
      // Messages of a handshake that follow each other go out together.
      more =
          source.hasRemaining()
              || (result.bytesProduced() > 0
                  && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP);
    }
    return records.toByteArray();
  }

  /** An empty buffer of twice the size. */
  static ByteBuffer larger(ByteBuffer buffer) throws SSLException {
    int size = 2 * buffer.capacity();
    if (size > RecordStream.MOST_RECORD) {
      throw new SSLException("a record is longer than TLS allows");
    }
    return ByteBuffer.allocate(size);
  }
}
