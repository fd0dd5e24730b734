package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/** Reads the sub-items of a user information item (PS3.8 D.1, PS3.7 D.3.3). Used once. */
final class UserInformationGrammar {

  private static final int MAX_VERSION_NAME = 16;

  private final FieldReader in;
  private final List<UserItem> items = new ArrayList<>();
  private final BitSet seen = new BitSet(256);

  /**
   * @param in what stands behind the header of the item
   */
  UserInformationGrammar(FieldReader in) {
    this.in = in;
  }

  UserInformation read() throws MalformedPduException {
    in.items("Sub-item", this::readSubItem);
    return new UserInformation(items);
  }

  private void readSubItem(ItemHeader header) throws MalformedPduException {
    UserItem item = readItem(header);
    boolean mayRepeat =
        switch (item) {
          case UserItem.RoleSelection _,
              UserItem.ExtendedNegotiation _,
              UserItem.CommonExtendedNegotiation _,
              UnrecognizedItem _ ->
              true;
          default -> false;
        };
    if (seen.get(header.type()) && !mayRepeat) {
      // Tolerated: the first counts.
      in.tolerate(
          "Sub-item " + FieldText.number(header.type(), 1),
          header.at(),
          "came twice; the first counts",
          "PS3.8 D.1");
    }
    seen.set(header.type());
    items.add(item);
  }

  private UserItem readItem(ItemHeader header) throws MalformedPduException {
    return switch (header.type()) {
      case 0x51 -> readMaxPduLength(header);
      case 0x52 -> readClassUid(header);
      case 0x53 -> readOperationsWindow(header);
      case 0x54 -> readRoleSelection(header);
      case 0x55 -> readVersionName(header);
      case 0x56 -> readExtendedNegotiation(header);
      case 0x57 -> readCommonExtendedNegotiation(header);
      case 0x58 -> readIdentity(header);
      case 0x59 -> readIdentityResponse(header);
      default -> AssociateGrammar.readUnrecognized(in, header);
    };
  }

  private UserItem readMaxPduLength(ItemHeader header) throws MalformedPduException {
    FieldReader item = in.item(header, "Maximum length sub-item", "PS3.8 D.1.1");
    String field = "Maximum length received";
    long max = item.unsigned32(field);
    item.tell(field, () -> max == 0 ? "0 (no maximum)" : String.valueOf(max));
    item.requireEnd("Maximum length sub-item");
    return new UserItem.MaxPduLength(max);
  }

  private UserItem readClassUid(ItemHeader header) throws MalformedPduException {
    FieldReader item = in.item(header, "Implementation class UID sub-item", "PS3.7 D.3.3.2.1");
    int at = item.position();
    String uid = item.uid("Implementation class UID");
    if (!Uids.isUid(uid)) {
      // Tolerated: it is only shown.
      in.tolerate("Implementation class UID", at, "holds no UID", "PS3.8 F.1");
    }
    return new UserItem.ImplementationClassUid(uid);
  }

  private UserItem readOperationsWindow(ItemHeader header) throws MalformedPduException {
    String name = "Asynchronous operations window sub-item";
    FieldReader item = in.item(header, name, "PS3.7 D.3.3.3.1");
    int invoked = readOperations(item, "Maximum number of operations invoked");
    int performed = readOperations(item, "Maximum number of operations performed");
    item.requireEnd(name);
    return new UserItem.AsyncOperationsWindow(invoked, performed);
  }

  private static int readOperations(FieldReader item, String name) throws MalformedPduException {
    int count = item.unsigned16(name);
    item.tell(name, () -> count == 0 ? "0 (unlimited)" : String.valueOf(count));
    return count;
  }

  private UserItem readRoleSelection(ItemHeader header) throws MalformedPduException {
    String name = "SCP/SCU role selection sub-item";
    FieldReader item = in.item(header, name, "PS3.7 D.3.3.4.1");
    String sopClass = countedUid(item, "SOP class UID");
    int scuRole = readRole(item, "SCU role");
    int scpRole = readRole(item, "SCP role");
    item.requireEnd(name);
    return new UserItem.RoleSelection(sopClass, scuRole, scpRole);
  }

  private static int readRole(FieldReader item, String name) throws MalformedPduException {
    int role = item.unsigned8(name);
    item.tell(
        name, () -> FieldText.numbered(role, role == 0 ? "no" : role == 1 ? "yes" : "unknown"));
    return role;
  }

  private UserItem readVersionName(ItemHeader header) throws MalformedPduException {
    String section = "PS3.7 D.3.3.2.3";
    String field = "Implementation version name";
    FieldReader item = in.item(header, "Implementation version name sub-item", section);
    int at = item.position();
    Octets octets = item.rest(field);
    item.tell(field, () -> FieldText.quoted(octets));
    String text = octets.toLatin1();
    String name = FieldText.trimmed(text);
    // Tolerated, all of it: the name is only shown. Blanks behind it are allowed.
    if (text.indexOf('\0', name.length()) >= 0) {
      in.tolerate(field, at + name.length(), "is padded with NULs", section);
    }
    if (name.isEmpty()) {
      in.tolerate(field, at, "is empty", section);
    } else if (!name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      in.tolerate(field, at, "has characters that are not of ISO 646", section);
    }
    if (name.length() > MAX_VERSION_NAME) {
      in.tolerate(field, at, "has " + name.length() + " characters, more than 16", section);
    }
    return new UserItem.ImplementationVersionName(name);
  }

  private UserItem readExtendedNegotiation(ItemHeader header) throws MalformedPduException {
    FieldReader item =
        in.item(header, "SOP class extended negotiation sub-item", "PS3.7 D.3.3.5.1");
    String sopClass = countedUid(item, "SOP class UID");
    Octets information = item.rest("Service class application information");
    item.tell("Service class application information", () -> "");
    return new UserItem.ExtendedNegotiation(sopClass, information);
  }

  private UserItem readCommonExtendedNegotiation(ItemHeader header) throws MalformedPduException {
    int version = header.reserved();
    FieldReader item =
        in.item(
            header,
            "SOP class common extended negotiation sub-item",
            "PS3.7 D.3.3.6.1",
            ", version " + version);
    String sopClass = countedUid(item, "SOP class UID");
    String serviceClass = countedUid(item, "Service class UID");
    FieldReader related =
        counted(
            item, "Related general SOP class identification", "PS3.7 D.3.3.6.1", String::valueOf);
    List<String> relatedUids = new ArrayList<>();
    while (related.hasMore()) {
      related.countItem("Related general SOP class UID");
      relatedUids.add(countedUid(related, "Related general SOP class UID"));
    }
    // For later versions of the sub-item (PS3.7 D.3.3.6.1).
    item.reservedRest("Reserved");
    return new UserItem.CommonExtendedNegotiation(version, sopClass, serviceClass, relatedUids);
  }

  private UserItem readIdentity(ItemHeader header) throws MalformedPduException {
    in.tellIdentity(header);
    FieldReader item = in.item(header, "User identity sub-item", "PS3.7 D.3.3.7.1");
    int type = item.unsigned8("User identity type");
    item.tell("User identity type", () -> FieldText.numbered(type, identityText(type)));
    int response = item.unsigned8("Positive response requested");
    boolean requested = response != 0;
    item.tell(
        "Positive response requested",
        () -> FieldText.numbered(response, requested ? "yes" : "no"));
    Octets primary = countedSecret(item, "Primary field");
    Octets secondary = countedSecret(item, "Secondary field");
    item.requireEnd("User identity sub-item");
    return new UserItem.UserIdentityRq(type, requested, primary, secondary);
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

  private UserItem readIdentityResponse(ItemHeader header) throws MalformedPduException {
    in.tellIdentity(header);
    FieldReader item = in.item(header, "User identity response sub-item", "PS3.7 D.3.3.7.2");
    Octets response = countedSecret(item, "Server response");
    item.requireEnd("User identity response sub-item");
    return new UserItem.UserIdentityAc(response);
  }

  private static String countedUid(FieldReader in, String name) throws MalformedPduException {
    return counted(in, name, "PS3.7 D.3.3", String::valueOf).uid(name);
  }

  private static Octets countedSecret(FieldReader in, String name) throws MalformedPduException {
    return counted(in, name, "PS3.7 D.3.3", n -> n == 0 ? "0 (empty, or struck out)" : "not shown")
        .secretRest(name);
  }

  /** A 16-bit length, and a reader of what it counts. */
  private static FieldReader counted(
      FieldReader in, String name, String section, IntFunction<String> meaning)
      throws MalformedPduException {
    String lengthField = name + " length";
    int length = in.unsigned16(lengthField);
    FieldReader counted = in.slice(name, length, 2, section);
    in.tell(lengthField, () -> meaning.apply(length));
    return counted;
  }
}
