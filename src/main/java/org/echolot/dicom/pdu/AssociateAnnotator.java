package org.echolot.dicom.pdu;

import java.util.Locale;

/** Annotates the body of an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3). Used once. */
final class AssociateAnnotator {

  private final boolean request;

  /**
   * @param request whether it is an A-ASSOCIATE-RQ
   */
  AssociateAnnotator(boolean request) {
    this.request = request;
  }

  void annotate(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int version = in.unsigned16("Protocol version");
    in.emit("Protocol version", (version & 1) == 0 ? version + " (not version 1)" : "" + version);
    reserved(in, "Reserved", 2);
    aeTitle(in, "Called AE title");
    aeTitle(in, "Calling AE title");
    reserved(in, "Reserved", AssociateRq.RESERVED_LENGTH);
    while (in.hasMore()) {
      item(in);
    }
  }

  private static void aeTitle(FieldCursor in, String name)
      throws MalformedPduException, FieldCursor.Ended {
    AeTitleField field = new AeTitleField(in.value(name, AeTitleField.LENGTH));
    in.emit(name, field.toString());
  }

  private static void reserved(FieldCursor in, String field, int length)
      throws MalformedPduException, FieldCursor.Ended {
    in.skip(field, length);
    in.emit("Reserved", "");
  }

  private void item(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int type = in.unsigned8("Item type");
    in.skip("Item reserved byte", 1);
    int length = in.unsigned16("Item length");
    String section = request ? "PS3.8 9.3.2" : "PS3.8 9.3.3";
    if (type == 0x10) {
      FieldCursor item = header(in, "Application context item", type, length, section + ".1");
      uid(item, "Application context name");
    } else if (type == (request ? 0x20 : 0x21)) {
      FieldCursor item = header(in, "Presentation context item", type, length, section + ".2");
      if (request) {
        proposal(item);
      } else {
        answer(item);
      }
    } else if (type == 0x50) {
      FieldCursor item = header(in, UserInformation.FIELD, type, length, section + ".3");
      while (item.hasMore()) {
        UserItemAnnotator.annotate(item);
      }
    } else {
      unrecognized(in, type, length);
    }
  }

  /** Lays a span over type, reserved byte and length; what follows is for the cursor it returns. */
  static FieldCursor header(FieldCursor in, String name, int type, int length, String section)
      throws MalformedPduException, FieldCursor.Ended {
    return header(in, name, type, length, section, "");
  }

  static FieldCursor header(
      FieldCursor in, String name, int type, int length, String section, String more)
      throws MalformedPduException, FieldCursor.Ended {
    FieldCursor item = in.slice(name, length, 2, section);
    in.to(Long.MAX_VALUE, section)
        .emit(name, String.format(Locale.ROOT, "type %02XH%s, length %d", type, more, length));
    return item;
  }

  /** An item of a type that has no meaning here is skipped (PS3.8 9.3.1). */
  static void unrecognized(FieldCursor in, int type, int length)
      throws MalformedPduException, FieldCursor.Ended {
    boolean userItem = type >= 0x50 && type <= 0x59;
    if (userItem) {
      in.guard();
    }
    FieldCursor item =
        header(
            in,
            "Item of type " + ItemReader.number(type, 1),
            type,
            length,
            "PS3.8 9.3.1",
            userItem && length == 0 ? ", struck out" : "");
    item.skip("Item content", length);
    if (userItem) {
      item.emitSecret("Item content");
    } else {
      item.emit("Item content", "not recognized");
    }
  }

  private void proposal(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    contextId(in);
    reserved(in, "Presentation context reserved bytes", 3);
    while (in.hasMore()) {
      subItem(in);
    }
  }

  private void answer(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int id = contextId(in);
    reserved(in, "Presentation context reserved byte", 1);
    int result = in.unsigned8("Presentation context result");
    in.emit(
        "Result", result + " (" + new PresentationContextAc(id, result, null).resultText() + ")");
    reserved(in, "Presentation context reserved byte", 1);
    while (in.hasMore()) {
      subItem(in);
    }
  }

  private static int contextId(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int id = in.unsigned8("Presentation context ID");
    in.emit("Presentation context ID", String.valueOf(id));
    return id;
  }

  private void subItem(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int type = in.unsigned8("Sub-item type");
    in.skip("Sub-item reserved byte", 1);
    int length = in.unsigned16("Sub-item length");
    if (request && type == 0x30) {
      uid(
          header(in, "Abstract syntax sub-item", type, length, "PS3.8 9.3.2.2.1"),
          "Abstract syntax");
    } else if (type == 0x40) {
      String section = request ? "PS3.8 9.3.2.2.2" : "PS3.8 9.3.3.2.1";
      uid(header(in, "Transfer syntax sub-item", type, length, section), "Transfer syntax");
    } else {
      unrecognized(in, type, length);
    }
  }

  /** The rest of {@code in} as a UID. */
  static void uid(FieldCursor in, String name) throws MalformedPduException, FieldCursor.Ended {
    uid(in, name, in.remaining());
  }

  static void uid(FieldCursor in, String name, long length)
      throws MalformedPduException, FieldCursor.Ended {
    String text = in.value(name, length).toLatin1();
    String trimmed = trimmed(text);
    String more = length > text.length() ? " … " + (length - text.length()) + " more bytes" : "";
    in.emit(name, Uids.named(trimmed) + more);
  }

  /** Without the NULs and blanks behind it. */
  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return text.substring(0, end);
  }
}
