package org.echolot.dicom.dimse;

import java.util.Locale;

/** The values of the Command Field (PS3.7 E.1-1). */
final class CommandFields {

  private CommandFields() {}

  /** Fails where {@code commandSet} is another command than {@code wanted}. */
  static void require(CommandSet commandSet, int wanted, String name, String section)
      throws MalformedCommandException {
    int held = commandSet.requiredShort(CommandSet.COMMAND_FIELD, section);
    if (held != wanted) {
      throw new MalformedCommandException(
          CommandSet.nameOf(CommandSet.COMMAND_FIELD),
          commandSet.offsetOf(CommandSet.COMMAND_FIELD),
          String.format(
              Locale.ROOT,
              "held %04XH (%s) instead of %04XH (%s)",
              held,
              nameOf(held),
              wanted,
              name),
          section);
    }
  }

  /** What PS3.7 calls the command. */
  static String nameOf(int command) {
    String request =
        switch (command & 0x7FFF) {
          case 0x0001 -> "C-STORE";
          case 0x0010 -> "C-GET";
          case 0x0020 -> "C-FIND";
          case 0x0021 -> "C-MOVE";
          case 0x0030 -> "C-ECHO";
          case 0x0100 -> "N-EVENT-REPORT";
          case 0x0110 -> "N-GET";
          case 0x0120 -> "N-SET";
          case 0x0130 -> "N-ACTION";
          case 0x0140 -> "N-CREATE";
          case 0x0150 -> "N-DELETE";
          case 0x0FFF -> "C-CANCEL";
          default -> "unknown command";
        };
    return (command & 0x8000) == 0 ? request + "-RQ" : request + "-RSP";
  }
}
