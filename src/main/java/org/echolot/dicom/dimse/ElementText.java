package org.echolot.dicom.dimse;

import java.util.Locale;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Uids;

/** What dumps call the command elements and their values (PS3.7 E.1). */
final class ElementText {

  /** The most bytes of a value that are shown. */
  private static final int MAX_SHOWN = 64;

  private ElementText() {}

  /** The name of the element; empty if PS3.7 has none for it. */
  static String name(int tag) {
    return switch (tag) {
      case CommandSet.GROUP_LENGTH -> "Command Group Length";
      case CommandSet.AFFECTED_SOP_CLASS_UID -> "Affected SOP Class UID";
      case 0x0003 -> "Requested SOP Class UID";
      case CommandSet.COMMAND_FIELD -> "Command Field";
      case CommandSet.MESSAGE_ID -> "Message ID";
      case CommandSet.MESSAGE_ID_BEING_RESPONDED_TO -> "Message ID Being Responded To";
      case 0x0600 -> "Move Destination";
      case 0x0700 -> "Priority";
      case CommandSet.COMMAND_DATA_SET_TYPE -> "Command Data Set Type";
      case CommandSet.STATUS -> "Status";
      case 0x0901 -> "Offending Element";
      case CommandSet.ERROR_COMMENT -> "Error Comment";
      case 0x0903 -> "Error ID";
      case 0x1000 -> "Affected SOP Instance UID";
      case 0x1001 -> "Requested SOP Instance UID";
      case 0x1002 -> "Event Type ID";
      case 0x1005 -> "Attribute Identifier List";
      case 0x1008 -> "Action Type ID";
      case 0x1020 -> "Number of Remaining Sub-operations";
      case 0x1021 -> "Number of Completed Sub-operations";
      case 0x1022 -> "Number of Failed Sub-operations";
      case 0x1023 -> "Number of Warning Sub-operations";
      case 0x1030 -> "Move Originator Application Entity Title";
      case 0x1031 -> "Move Originator Message ID";
      default -> "";
    };
  }

  /** The value: a number, characters without their padding, or hex. */
  static String value(int tag, Octets value) {
    return switch (tag) {
      case CommandSet.AFFECTED_SOP_CLASS_UID, CommandSet.ERROR_COMMENT -> withoutPadding(value);
      case 0x0003, 0x0600, 0x1000, 0x1001, 0x1030 ->
          withoutPadding(value.slice(0, Math.min(value.length(), MAX_SHOWN)));
      case CommandSet.GROUP_LENGTH ->
          value.length() == 4 ? String.valueOf(CommandSet.intAt(value, 0)) : hex(value);
      case CommandSet.MESSAGE_ID, CommandSet.MESSAGE_ID_BEING_RESPONDED_TO ->
          value.length() == 2 ? String.valueOf(CommandSet.shortAt(value, 0)) : hex(value);
      default ->
          value.length() == 2
              ? String.format(Locale.ROOT, "%04XH", CommandSet.shortAt(value, 0))
              : hex(value);
    };
  }

  /** The value with what its number stands for. */
  static String meaning(int tag, Octets value) {
    String text = value(tag, value);
    if (tag == CommandSet.AFFECTED_SOP_CLASS_UID) {
      return Uids.named(text);
    }
    if (tag == CommandSet.ERROR_COMMENT) {
      return '"' + text + '"';
    }
    if (value.length() != 2) {
      return text;
    }
    int number = CommandSet.shortAt(value, 0);
    return switch (tag) {
      case CommandSet.COMMAND_FIELD -> text + " (" + CommandFields.nameOf(number) + ")";
      case CommandSet.STATUS -> text + " (" + DimseStatus.meaningOf(number) + ")";
      case CommandSet.COMMAND_DATA_SET_TYPE ->
          text + (number == CommandSet.NO_DATA_SET ? " (no data set)" : " (a data set follows)");
      default -> text;
    };
  }

  /** The characters without trailing NULs and blanks. */
  static String withoutPadding(Octets value) {
    int length = value.length();
    while (length > 0
        && (value.unsignedAt(length - 1) == 0 || value.unsignedAt(length - 1) == ' ')) {
      length--;
    }
    return value.slice(0, length).toLatin1();
  }

  private static String hex(Octets value) {
    return value.slice(0, Math.min(value.length(), MAX_SHOWN)).toHex();
  }
}
