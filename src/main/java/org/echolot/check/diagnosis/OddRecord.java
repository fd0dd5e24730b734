package org.echolot.check.diagnosis;

import java.util.Optional;
import org.echolot.check.EndedBy;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/** What is no TLS in answer to a ClientHello, but comes from software for TLS or SSL. Pure. */
final class OddRecord {

  private static final int MAJOR_VERSION = 3;

  /** In a header of SSL 2.0 of two bytes: the rest is the length. */
  private static final int SSL_TWO = 0x80;

  private static final int SSL_TWO_ERROR = 0;
  private static final int SSL_TWO_SERVER_HELLO = 4;

  /** The length of an error of SSL 2.0: its type, and its number. */
  private static final int SSL_TWO_ERROR_LENGTH = 3;

  private OddRecord() {}

  /** What it means that these bytes came first; empty if they are of other software. */
  static Optional<Finding> first(Octets bytes) {
    if (isSslTwo(bytes)) {
      return Optional.of(
          Finding.of(
              Variant.SSL_TWO, EndedBy.OUR_ABORT, "it answered with " + ByteExcerpt.of(bytes)));
    }
    String record = bytes.length() > 2 ? record(bytes) : null;
    return record == null
        ? Optional.empty()
        : Optional.of(
            Finding.of(Variant.RECORD_ORDER, EndedBy.OUR_ABORT, ByteExcerpt.of(bytes))
                .fact("record", record));
  }

  /** A record of TLS with which no handshake begins; null: it is none (RFC 8446 5.1). */
  private static @Nullable String record(Octets bytes) {
    if (bytes.unsignedAt(1) != MAJOR_VERSION || bytes.unsignedAt(2) > 4) {
      return null;
    }
    return switch (bytes.unsignedAt(0)) {
      case 20 -> "a ChangeCipherSpec";
      case 23 -> "encrypted data";
      case 24 -> "a heartbeat";
      default -> null;
    };
  }

  private static boolean isSslTwo(Octets bytes) {
    if (bytes.length() < 3 || (bytes.unsignedAt(0) & SSL_TWO) == 0) {
      return false;
    }
    int length = (bytes.unsignedAt(0) & ~SSL_TWO) << Byte.SIZE | bytes.unsignedAt(1);
    return switch (bytes.unsignedAt(2)) {
      case SSL_TWO_ERROR -> length == SSL_TWO_ERROR_LENGTH;
      case SSL_TWO_SERVER_HELLO -> length > 10 && length >= bytes.length() - 2;
      default -> false;
    };
  }
}
