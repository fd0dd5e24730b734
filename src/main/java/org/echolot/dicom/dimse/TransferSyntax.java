package org.echolot.dicom.dimse;

import java.util.Arrays;
import java.util.Optional;
import org.echolot.dicom.pdu.Uids;

/** The transfer syntaxes in which data sets are read and written (PS3.5 10.1, A.1, A.2). */
public enum TransferSyntax {
  IMPLICIT_VR_LITTLE_ENDIAN(Uids.IMPLICIT_VR_LITTLE_ENDIAN),
  EXPLICIT_VR_LITTLE_ENDIAN(Uids.EXPLICIT_VR_LITTLE_ENDIAN);

  private final String uid;

  TransferSyntax(String uid) {
    this.uid = uid;
  }

  /** The UID by which it is proposed and accepted (PS3.6 A). */
  public String uid() {
    return uid;
  }

  /** The syntax that a presentation context has; empty if data sets in it can't be read. */
  public static Optional<TransferSyntax> ofUid(String uid) {
    return Arrays.stream(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
  }
}
