package org.echolot.dicom.pdu;

/** The few UIDs of PS3.6 Annex A that a Verification needs. */
public final class Uids {

  public static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
  public static final String VERIFICATION = "1.2.840.10008.1.1";
  public static final String IMPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2";
  public static final String EXPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
  public static final String EXPLICIT_VR_BIG_ENDIAN = "1.2.840.10008.1.2.2";

  private static final int MAX_LENGTH = 64;

  private Uids() {}

  /** Whether {@code text} is formed as a UID, which PS3.5 9.1 tells; nobody need own it. */
  static boolean isUid(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        boolean isNumber = i == start + 1 || (i > start && text.charAt(start) != '0');
        if (!isNumber) {
          return false;
        }
        start = i + 1;
      } else if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * The UID with its name where it has a well-known one: {@code "1.2.840.10008.1.1
   * (Verification)"}.
   */
  public static String named(String uid) {
    return switch (uid) {
      case APPLICATION_CONTEXT -> uid + " (DICOM Application Context)";
      case VERIFICATION -> uid + " (Verification)";
      case IMPLICIT_VR_LITTLE_ENDIAN -> uid + " (Implicit VR Little Endian)";
      case EXPLICIT_VR_LITTLE_ENDIAN -> uid + " (Explicit VR Little Endian)";
      case EXPLICIT_VR_BIG_ENDIAN -> uid + " (Explicit VR Big Endian)";
      default -> namedByRegistry(uid);
    };
  }

  private static String namedByRegistry(String uid) {
    String name = UidRegistry.nameOf(uid);
    return name.equals(uid) ? uid : uid + " (" + name + ")";
  }
}
