package org.echolot.dicom.association;

/** How this software names itself to its peers (PS3.7 D.3.3.2). */
public final class Implementation {

  /** Our implementation class UID, derived from a UUID (PS3.5 B.2). */
  public static final String CLASS_UID = "2.25.219133610004180510604582983408145095370";

  /** Our implementation version name, 1 to 16 characters. */
  public static final String VERSION_NAME = "ECHOLOT_0_1";

  private Implementation() {}
}
