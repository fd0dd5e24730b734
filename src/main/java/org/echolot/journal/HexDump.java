package org.echolot.journal;

import java.util.Locale;
import org.echolot.dicom.pdu.Octets;

/** Bytes as rows of 16: offset, hex, characters. */
final class HexDump {

  /** The most rows that one PDU is given. */
  static final int MAX_ROWS = 4096;

  private static final int WIDTH = 16;

  private HexDump() {}

  /** How many rows {@code bytes} take, at most {@link #MAX_ROWS}. */
  static int rows(Octets bytes) {
    return Math.min(MAX_ROWS, (bytes.length() + WIDTH - 1) / WIDTH);
  }

  /** A row, from 0. */
  static String row(Octets bytes, int row) {
    int from = row * WIDTH;
    int to = Math.min(bytes.length(), from + WIDTH);
    StringBuilder line = new StringBuilder(80);
    line.append(String.format(Locale.ROOT, "%06X  ", from));
    StringBuilder characters = new StringBuilder(WIDTH);
    for (int i = from; i < from + WIDTH; i++) {
      if (i < to) {
        int value = bytes.unsignedAt(i);
        line.append(String.format(Locale.ROOT, "%02X ", value));
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
