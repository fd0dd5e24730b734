package org.echolot.dicom.pdu;

import java.util.List;

/** A sub-item of the user information item (PS3.8 D.1 and PS3.7 D.3.3). */
public sealed interface UserItem
    permits UserItem.MaxPduLength,
        UserItem.ImplementationClassUid,
        UserItem.AsyncOperationsWindow,
        UserItem.RoleSelection,
        UserItem.ImplementationVersionName,
        UserItem.ExtendedNegotiation,
        UserItem.CommonExtendedNegotiation,
        UserItem.UserIdentityRq,
        UserItem.UserIdentityAc,
        UnrecognizedItem {

  /** The item type: 51H to 59H, or what came. */
  int itemType();

  /**
   * 51H, maximum length (PS3.8 D.1).
   *
   * @param length the most bytes of PDV items that the sender takes in one P-DATA-TF, 0 to
   *     4,294,967,295; 0 means no maximum
   */
  record MaxPduLength(long length) implements UserItem {
    public MaxPduLength {
      Ranges.requireUnsigned32("maximum length", length);
    }

    @Override
    public int itemType() {
      return 0x51;
    }
  }

  /** 52H, implementation class UID (PS3.7 D.3.3.2). */
  record ImplementationClassUid(String uid) implements UserItem {
    public ImplementationClassUid {
      Texts.requireEncodable("implementation class UID", uid);
    }

    @Override
    public int itemType() {
      return 0x52;
    }
  }

  /**
   * 53H, asynchronous operations window (PS3.7 D.3.3.3).
   *
   * @param maxInvoked 0 to 65,535; 0 means unlimited
   * @param maxPerformed 0 to 65,535; 0 means unlimited
   */
  record AsyncOperationsWindow(int maxInvoked, int maxPerformed) implements UserItem {
    public AsyncOperationsWindow {
      Ranges.requireUnsigned16("maximum operations invoked", maxInvoked);
      Ranges.requireUnsigned16("maximum operations performed", maxPerformed);
    }

    @Override
    public int itemType() {
      return 0x53;
    }
  }

  /**
   * 54H, SCP/SCU role selection (PS3.7 D.3.3.4).
   *
   * @param scuRole 0 to 255: 0 no support, 1 support; others kept as they came
   * @param scpRole likewise
   */
  record RoleSelection(String sopClassUid, int scuRole, int scpRole) implements UserItem {
    public RoleSelection {
      Texts.requireEncodable("SOP class UID", sopClassUid);
      Ranges.requireUnsigned8("SCU role", scuRole);
      Ranges.requireUnsigned8("SCP role", scpRole);
    }

    @Override
    public int itemType() {
      return 0x54;
    }
  }

  /** 55H, implementation version name (PS3.7 D.3.3.2): 1 to 16 characters, if it keeps to it. */
  record ImplementationVersionName(String name) implements UserItem {
    public ImplementationVersionName {
      Texts.requireEncodable("implementation version name", name);
    }

    @Override
    public int itemType() {
      return 0x55;
    }
  }

  /** 56H, SOP class extended negotiation (PS3.7 D.3.3.5). */
  record ExtendedNegotiation(String sopClassUid, Octets information) implements UserItem {
    public ExtendedNegotiation {
      Texts.requireEncodable("SOP class UID", sopClassUid);
      Ranges.requireUnsigned16("item length", 2 + sopClassUid.length() + information.length());
    }

    @Override
    public int itemType() {
      return 0x56;
    }
  }

  /**
   * 57H, SOP class common extended negotiation (PS3.7 D.3.3.6).
   *
   * @param version the sub-item version in the second byte, 0 to 255
   */
  record CommonExtendedNegotiation(
      int version,
      String sopClassUid,
      String serviceClassUid,
      List<String> relatedGeneralSopClassUids)
      implements UserItem {
    public CommonExtendedNegotiation {
      Ranges.requireUnsigned8("sub-item version", version);
      Texts.requireEncodable("SOP class UID", sopClassUid);
      Texts.requireEncodable("service class UID", serviceClassUid);
      relatedGeneralSopClassUids = List.copyOf(relatedGeneralSopClassUids);
      relatedGeneralSopClassUids.forEach(
          uid -> Texts.requireEncodable("related general SOP class UID", uid));
    }

    @Override
    public int itemType() {
      return 0x57;
    }
  }

  /**
   * 58H, user identity of the requestor (PS3.7 D.3.3.7). Its fields are secrets: they never show in
   * {@link #toString()}.
   *
   * @param identityType 1 username, 2 username and passcode, 3 Kerberos, 4 SAML, 5 JWT; 0 to 255
   */
  record UserIdentityRq(
      int identityType,
      boolean positiveResponseRequested,
      Octets primaryField,
      Octets secondaryField)
      implements UserItem {
    public UserIdentityRq {
      Ranges.requireUnsigned8("user identity type", identityType);
      Ranges.requireUnsigned16("primary field length", primaryField.length());
      Ranges.requireUnsigned16("secondary field length", secondaryField.length());
    }

    @Override
    public int itemType() {
      return 0x58;
    }

    @Override
    public String toString() {
      return "UserIdentityRq[identityType=" + identityType + ", fields hidden]";
    }
  }

  /** 59H, the acceptor's answer to a user identity (PS3.7 D.3.3.7). Not shown either. */
  record UserIdentityAc(Octets serverResponse) implements UserItem {
    public UserIdentityAc {
      Ranges.requireUnsigned16("server response length", serverResponse.length());
    }

    @Override
    public int itemType() {
      return 0x59;
    }

    @Override
    public String toString() {
      return "UserIdentityAc[response hidden]";
    }
  }
}
