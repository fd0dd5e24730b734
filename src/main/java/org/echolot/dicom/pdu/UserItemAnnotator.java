package org.echolot.dicom.pdu;

import static org.echolot.dicom.pdu.AssociateAnnotator.header;
import static org.echolot.dicom.pdu.AssociateAnnotator.uid;

/** Annotates the sub-items of a user information item (PS3.8 D.1, PS3.7 D.3.3). */
final class UserItemAnnotator {

  private UserItemAnnotator() {}

  static void annotate(FieldCursor in) throws MalformedPduException, FieldCursor.Ended {
    int type = in.unsigned8("Sub-item type");
    int reserved = in.unsigned8("Sub-item reserved byte");
    int length = in.unsigned16("Sub-item length");
    if (type == 0x58 || type == 0x59) {
      in.guard();
    }
    switch (type) {
      case 0x51 -> {
        FieldCursor item = header(in, "Maximum length sub-item", type, length, "PS3.8 D.1.1");
        long max = item.unsigned32("Maximum length received");
        item.emit("Maximum length received", max == 0 ? "0 (no maximum)" : "" + max);
        item.requireEnd("Maximum length sub-item");
      }
      case 0x52 ->
          uid(
              header(in, "Implementation class UID sub-item", type, length, "PS3.7 D.3.3.2.1"),
              "Implementation class UID");
      case 0x53 -> {
        String name = "Asynchronous operations window sub-item";
        FieldCursor item = header(in, name, type, length, "PS3.7 D.3.3.3.1");
        operations(item, "Maximum number of operations invoked");
        operations(item, "Maximum number of operations performed");
        item.requireEnd(name);
      }
      case 0x54 -> {
        String name = "SCP/SCU role selection sub-item";
        FieldCursor item = header(in, name, type, length, "PS3.7 D.3.3.4.1");
        countedUid(item, "SOP class UID");
        role(item, "SCU role");
        role(item, "SCP role");
        item.requireEnd(name);
      }
      case 0x55 -> {
        FieldCursor item =
            header(in, "Implementation version name sub-item", type, length, "PS3.7 D.3.3.2.3");
        String text = item.value("Implementation version name", length).toLatin1();
        String more =
            length > text.length() ? " … " + (length - text.length()) + " more bytes" : "";
        item.emit(
            "Implementation version name", '"' + AssociateAnnotator.trimmed(text) + '"' + more);
      }
      case 0x56 -> {
        String name = "SOP class extended negotiation sub-item";
        FieldCursor item = header(in, name, type, length, "PS3.7 D.3.3.5.1");
        countedUid(item, "SOP class UID");
        String information = "Service class application information";
        item.skip(information, item.remaining());
        item.emit(information, "");
      }
      case 0x57 -> commonExtendedNegotiation(in, type, reserved, length);
      case 0x58 -> {
        FieldCursor item = header(in, "User identity sub-item", type, length, "PS3.7 D.3.3.7.1");
        int identity = item.unsigned8("User identity type");
        item.emit("User identity type", identity + " (" + identityText(identity) + ")");
        int response = item.unsigned8("Positive response requested");
        item.emit("Positive response requested", response + (response == 0 ? " (no)" : " (yes)"));
        secret(item, "Primary field");
        secret(item, "Secondary field");
        item.requireEnd("User identity sub-item");
      }
      case 0x59 -> {
        FieldCursor item =
            header(in, "User identity response sub-item", type, length, "PS3.7 D.3.3.7.2");
        secret(item, "Server response");
        item.requireEnd("User identity response sub-item");
      }
      default -> AssociateAnnotator.unrecognized(in, type, length);
    }
  }

  private static void commonExtendedNegotiation(FieldCursor in, int type, int version, int length)
      throws MalformedPduException, FieldCursor.Ended {
    String section = "PS3.7 D.3.3.6.1";
    FieldCursor item =
        header(
            in,
            "SOP class common extended negotiation sub-item",
            type,
            length,
            section,
            ", version " + version);
    countedUid(item, "SOP class UID");
    countedUid(item, "Service class UID");
    String name = "Related general SOP class identification";
    int relatedLength = item.unsigned16(name + " length");
    FieldCursor related = item.slice(name, relatedLength, 2, section);
    item.emit(name + " length", String.valueOf(relatedLength));
    while (related.hasMore()) {
      countedUid(related, "Related general SOP class UID");
    }
    item.skip("Reserved", item.remaining());
    item.emit("Reserved", "");
  }

  private static void operations(FieldCursor in, String name)
      throws MalformedPduException, FieldCursor.Ended {
    int count = in.unsigned16(name);
    in.emit(name, count == 0 ? "0 (unlimited)" : "" + count);
  }

  private static void role(FieldCursor in, String name)
      throws MalformedPduException, FieldCursor.Ended {
    int role = in.unsigned8(name);
    in.emit(name, role + (role == 0 ? " (no)" : role == 1 ? " (yes)" : " (unknown)"));
  }

  private static String identityText(int type) {
    return switch (type) {
      case 1 -> "username";
      case 2 -> "username and passcode";
      case 3 -> "Kerberos service ticket";
      case 4 -> "SAML assertion";
      case 5 -> "JSON web token";
      default -> "unknown type";
    };
  }

  private static void countedUid(FieldCursor in, String name)
      throws MalformedPduException, FieldCursor.Ended {
    int length = in.unsigned16(name + " length");
    FieldCursor value = in.slice(name, length, 2, "PS3.7 D.3.3");
    in.emit(name + " length", String.valueOf(length));
    uid(value, name);
  }

  /** A field of a user identity. What we are shown of it has nothing left in its place. */
  private static void secret(FieldCursor in, String name)
      throws MalformedPduException, FieldCursor.Ended {
    int length = in.unsigned16(name + " length");
    FieldCursor value = in.slice(name, length, 2, "PS3.7 D.3.3");
    in.emit(name + " length", length == 0 ? "0 (empty, or struck out)" : "not shown");
    value.skip(name, length);
    value.emitSecret(name);
  }
}
