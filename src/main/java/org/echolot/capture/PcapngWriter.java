package org.echolot.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Writes packets as pcapng (draft-ietf-opsawg-pcapng): one section with one interface, whose
 * packets begin with their IP header and have times in nanoseconds. Used by one thread.
 */
final class PcapngWriter {

  private static final int SECTION_HEADER = 0x0A0D0D0A;
  private static final int INTERFACE_DESCRIPTION = 1;
  private static final int ENHANCED_PACKET = 6;

  private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
  private static final short MAJOR_VERSION = 1;
  private static final short MINOR_VERSION = 0;
  private static final long LENGTH_NOT_SAID = -1;

  /** Packets of IPv4 or IPv6, told apart by their first four bits. */
  private static final short LINKTYPE_RAW = 101;

  private static final short END_OF_OPTIONS = 0;
  private static final short COMMENT = 1;
  private static final short USER_APPLICATION = 4;
  private static final short INTERFACE_NAME = 2;
  private static final short INTERFACE_DESCRIPTION_TEXT = 3;
  private static final short TIME_RESOLUTION = 9;
  private static final byte NANOSECONDS = 9;

  /** Type and total length before a block's body, the total length again behind it. */
  private static final int BLOCK_FRAME = 12;

  /** An option's length has 16 bits, and a reader should not have to scroll for a minute. */
  private static final int MAX_TEXT_BYTES = 4_000;

  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final OutputStream out;

  PcapngWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes what stands before the first packet.
   *
   * @param program what wrote it
   * @param comment about the whole file
   * @throws IOException if it can't be written
   */
  void begin(String program, String comment) throws IOException {
    ByteArrayOutputStream section = new ByteArrayOutputStream();
    section.writeBytes(
        ByteBuffer.allocate(16)
            .putInt(BYTE_ORDER_MAGIC)
            .putShort(MAJOR_VERSION)
            .putShort(MINOR_VERSION)
            .putLong(LENGTH_NOT_SAID)
            .array());
    option(section, COMMENT, text(comment));
    option(section, USER_APPLICATION, text(program));
    option(section, END_OF_OPTIONS, new byte[0]);
    block(SECTION_HEADER, section);

    ByteArrayOutputStream device = new ByteArrayOutputStream();
    device.writeBytes(
        ByteBuffer.allocate(8)
            .putShort(LINKTYPE_RAW)
            .putShort((short) 0)
            .putInt(0) // no limit to a packet's length
            .array());
    option(device, INTERFACE_NAME, text("echolot"));
    option(device, INTERFACE_DESCRIPTION_TEXT, text("DICOM with synthetic TCP headers"));
    option(device, TIME_RESOLUTION, new byte[] {NANOSECONDS});
    option(device, END_OF_OPTIONS, new byte[0]);
    block(INTERFACE_DESCRIPTION, device);
  }

  /**
   * Writes a packet.
   *
   * @throws IOException if it can't be written
   */
  void write(Packet packet) throws IOException {
    byte[] bytes = packet.bytes().toByteArray();
    long nanos = nanosSinceEpoch(packet.at());
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + 64);
    body.writeBytes(
        ByteBuffer.allocate(20)
            .putInt(0) // the only interface
            .putInt((int) (nanos >>> 32))
            .putInt((int) nanos)
            .putInt(bytes.length)
            .putInt(bytes.length)
            .array());
    padded(body, bytes);
    if (!packet.comment().isEmpty()) {
      option(body, COMMENT, text(packet.comment()));
      option(body, END_OF_OPTIONS, new byte[0]);
    }
    block(ENHANCED_PACKET, body);
  }

  private static long nanosSinceEpoch(Instant at) {
    return at.getEpochSecond() * NANOS_A_SECOND + at.getNano();
  }

  private void block(int type, ByteArrayOutputStream body) throws IOException {
    int length = body.size() + BLOCK_FRAME;
    ByteBuffer block = ByteBuffer.allocate(length).putInt(type).putInt(length);
    out.write(block.put(body.toByteArray()).putInt(length).array());
  }

  private static void option(ByteArrayOutputStream to, short code, byte[] value) {
    to.writeBytes(ByteBuffer.allocate(4).putShort(code).putShort((short) value.length).array());
    padded(to, value);
  }

  private static void padded(ByteArrayOutputStream to, byte[] bytes) {
    to.writeBytes(bytes);
    to.writeBytes(new byte[-bytes.length & 3]);
  }

  /** UTF-8, cut between two characters where it is too long. */
  private static byte[] text(String text) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    if (all.length <= MAX_TEXT_BYTES) {
      return all;
    }
    int end = MAX_TEXT_BYTES;
    while ((all[end] & 0xC0) == 0x80) {
      end--;
    }
    return Arrays.copyOf(all, end);
  }
}
