package org.echolot.journal;

import java.util.HexFormat;
import org.echolot.dicom.pdu.Octets;

/** Bytes as rows of 16: offset, hex, characters. */
final class HexDump {

  /** The most rows that one PDU is given. */
  static final int MAX_ROWS = 4096;

  private static final int WIDTH = 16;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private HexDump() {}

  /** What of {@code bytes} is shown, so that a row keeps no more in memory. */
  static Octets shown(Octets bytes) {
    int most = MAX_ROWS * WIDTH;
    return bytes.length() > most ? bytes.slice(0, most) : bytes;
  }

  /** How many rows {@code bytes} take, at most {@link #MAX_ROWS}. */
  static int rows(Octets bytes) {
    return Math.min(MAX_ROWS, (bytes.length() + WIDTH - 1) / WIDTH);
  }

  /** A row, from 0. */
  static String row(Octets bytes, int row) {
    int from = row * WIDTH;
    int to = Math.min(bytes.length(), from + WIDTH);
    StringBuilder line = new StringBuilder(80);
    line.append(HEX.toHexDigits(from, 6)).append("  ");
    StringBuilder characters = new StringBuilder(WIDTH);
    for (int i = from; i < from + WIDTH; i++) {
      if (i < to) {
        int value = bytes.unsignedAt(i);
        line.append(HEX.toHexDigits((byte) value)).append(' ');
        characters.append(value >= 0x20 && value < 0x7F ? (char) value : '.');
      } else {
        line.append("   ");
      }
      if (i == from + WIDTH / 2 - 1) {
        line.append(' ');
      }
    }
    return line.append(' ').append(characters).toString();
  }
}
