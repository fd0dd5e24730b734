package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the sub-items of a user information item (PS3.8 D.1, PS3.7 D.3.3). */
final class UserInformationDecoder {

  private static final int MAX_VERSION_NAME = 16;

  private final Deviations deviations;

  UserInformationDecoder(Deviations deviations) {
    this.deviations = deviations;
  }

  UserInformation read(ItemReader in) throws MalformedPduException {
    List<UserItem> items = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    while (in.hasMore()) {
      int at = in.position();
      int type = in.unsigned8("Sub-item type");
      int reserved = in.unsigned8("Sub-item reserved byte");
      int length = in.unsigned16("Sub-item length");
      UserItem item = readItem(type, reserved, in, length);
      boolean mayRepeat = type == 0x54 || type == 0x56 || type == 0x57;
      if (!seen.add(type) && !mayRepeat && !(item instanceof UnrecognizedItem)) {
        // Tolerated: the first counts.
        deviations.add(
            "Sub-item " + ItemReader.number(type, 1),
            at,
            "came twice; the first counts",
            "PS3.8 D.1");
      }
      items.add(item);
    }
    return new UserInformation(items);
  }

  private UserItem readItem(int type, int reserved, ItemReader in, int length)
      throws MalformedPduException {
    return switch (type) {
      case 0x51 -> {
        ItemReader item = in.slice("Maximum length sub-item", length, 2, "PS3.8 D.1.1");
        UserItem read = new UserItem.MaxPduLength(item.unsigned32("Maximum length received"));
        item.requireEnd("Maximum length sub-item");
        yield read;
      }
      case 0x52 -> {
        ItemReader item =
            in.slice("Implementation class UID sub-item", length, 2, "PS3.7 D.3.3.2.1");
        int at = item.position();
        String uid = rest(item, "Implementation class UID");
        if (!Uids.isUid(uid)) {
          // Tolerated: it is only shown.
          deviations.add("Implementation class UID", at, "holds no UID", "PS3.8 F.1");
        }
        yield new UserItem.ImplementationClassUid(uid);
      }
      case 0x53 -> {
        ItemReader item =
            in.slice("Asynchronous operations window sub-item", length, 2, "PS3.7 D.3.3.3.1");
        UserItem read =
            new UserItem.AsyncOperationsWindow(
                item.unsigned16("Maximum number of operations invoked"),
                item.unsigned16("Maximum number of operations performed"));
        item.requireEnd("Asynchronous operations window sub-item");
        yield read;
      }
      case 0x54 -> {
        ItemReader item = in.slice("SCP/SCU role selection sub-item", length, 2, "PS3.7 D.3.3.4.1");
        String sopClass = counted(item, "SOP class UID");
        UserItem read =
            new UserItem.RoleSelection(
                sopClass, item.unsigned8("SCU role"), item.unsigned8("SCP role"));
        item.requireEnd("SCP/SCU role selection sub-item");
        yield read;
      }
      case 0x55 -> readVersionName(in, length);
      case 0x56 -> {
        ItemReader item =
            in.slice("SOP class extended negotiation sub-item", length, 2, "PS3.7 D.3.3.5.1");
        String sopClass = counted(item, "SOP class UID");
        yield new UserItem.ExtendedNegotiation(
            sopClass, item.octets("Service class application information", item.remaining()));
      }
      case 0x57 -> readCommonExtendedNegotiation(reserved, in, length);
      case 0x58 -> {
        ItemReader item = in.slice("User identity sub-item", length, 2, "PS3.7 D.3.3.7.1");
        UserItem read =
            new UserItem.UserIdentityRq(
                item.unsigned8("User identity type"),
                item.unsigned8("Positive response requested") != 0,
                countedOctets(item, "Primary field"),
                countedOctets(item, "Secondary field"));
        item.requireEnd("User identity sub-item");
        yield read;
      }
      case 0x59 -> {
        ItemReader item = in.slice("User identity response sub-item", length, 2, "PS3.7 D.3.3.7.2");
        UserItem read = new UserItem.UserIdentityAc(countedOctets(item, "Server response"));
        item.requireEnd("User identity response sub-item");
        yield read;
      }
      // Sub-items of unrecognized types are skipped (PS3.8 9.3.1).
      default -> AssociateDecoder.unrecognized(type, in, length);
    };
  }

  private UserItem readVersionName(ItemReader in, int length) throws MalformedPduException {
    String section = "PS3.7 D.3.3.2.3";
    ItemReader item = in.slice("Implementation version name sub-item", length, 2, section);
    int at = item.position();
    Octets octets = item.octets("Implementation version name", item.remaining());
    String name = deviations.trimmedName("Implementation version name", at, octets, section);
    // Tolerated: it is only shown.
    if (name.isEmpty() || !name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      deviations.add(
          "Implementation version name",
          at,
          name.isEmpty() ? "is empty" : "has characters that are not of ISO 646",
          section);
    }
    if (name.length() > MAX_VERSION_NAME) {
      deviations.add(
          "Implementation version name",
          at,
          "has " + name.length() + " characters, more than 16",
          section);
    }
    return new UserItem.ImplementationVersionName(name);
  }

  private UserItem readCommonExtendedNegotiation(int version, ItemReader in, int length)
      throws MalformedPduException {
    ItemReader item =
        in.slice("SOP class common extended negotiation sub-item", length, 2, "PS3.7 D.3.3.6.1");
    String sopClass = counted(item, "SOP class UID");
    String serviceClass = counted(item, "Service class UID");
    int relatedLength = item.unsigned16("Related general SOP class identification length");
    ItemReader related =
        item.slice("Related general SOP class identification", relatedLength, 2, "PS3.7 D.3.3.6.1");
    List<String> relatedUids = new ArrayList<>();
    while (related.hasMore()) {
      relatedUids.add(counted(related, "Related general SOP class UID"));
    }
    // What follows is reserved for later versions of the sub-item (PS3.7 D.3.3.6.1).
    return new UserItem.CommonExtendedNegotiation(version, sopClass, serviceClass, relatedUids);
  }

  private String rest(ItemReader item, String field) throws MalformedPduException {
    return deviations.trimmed(field, item.position(), item.octets(field, item.remaining()));
  }

  private String counted(ItemReader item, String field) throws MalformedPduException {
    int at = item.position() + 2;
    return deviations.trimmed(field, at, countedOctets(item, field));
  }

  private static Octets countedOctets(ItemReader item, String field) throws MalformedPduException {
    int length = item.unsigned16(field + " length");
    ItemReader value = item.slice(field, length, 2, "PS3.7 D.3.3");
    return value.octets(field, length);
  }
}
