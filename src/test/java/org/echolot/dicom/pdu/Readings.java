package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

/** What may become of bytes that are not as they should be: a fault that can be shown, or a PDU. */
final class Readings {

  private Readings() {}

  /**
   * Reads {@code bytes}; any exception but {@link MalformedPduException} gets out. A fault has to
   * lie inside the bytes, and a PDU has to be written, and then read as the same.
   *
   * @return what was read; empty if there was a fault
   */
  static Optional<PduDecoder.Decoded> read(Octets bytes) {
    PduDecoder.Decoded decoded;
    try {
      decoded = PduDecoder.decode(bytes);
    } catch (MalformedPduException fault) {
      assertThat(fault.offset()).isBetween(0L, (long) bytes.length());
      assertThat(fault.field()).isNotBlank();
      assertThat(fault.held()).isNotBlank();
      assertThat(fault.section()).startsWith("PS3.");
      return Optional.empty();
    }
    assertThat(decoded.deviations()).hasSizeLessThanOrEqualTo(32);
    Octets written = PduEncoder.encode(decoded.pdu());
    try {
      assertThat(PduDecoder.decode(written).pdu()).isEqualTo(decoded.pdu());
    } catch (MalformedPduException fault) {
      throw new AssertionError("can't be read again: " + written.toHex(), fault);
    }
    return Optional.of(decoded);
  }
}
