package org.echolot.check.diagnosis;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.echolot.check.Negotiated;
import org.jspecify.annotations.Nullable;

/** Which DICOM software a peer runs, as far as it announces that (PS3.7 D.3.3.2). Pure. */
public enum PeerSoftware {
  /** DCMTK, or Orthanc, which is made with it. */
  DCMTK("1.2.276.0.7230010.3.0.", "offis"),
  DCM4CHE("1.2.40.0.13.1.", "dcm4che"),
  PYNETDICOM("1.2.826.0.1.3680043.9.3811.", "pynetdicom"),
  FO_DICOM("1.3.6.1.4.1.30071.8", "fo-dicom"),
  GDCM("1.2.826.0.1.3680043.2.1143.", "gdcm"),
  CONQUEST("1.2.826.0.1.3680043.2.135.", "conquest"),
  DICOM_RS("2.25.137038125948464847900039011591283709926", "dicom-rs"),
  /** It announces something that is none of these. */
  OTHER("", ""),
  /** It announces nothing. */
  UNKNOWN("", "");

  private final String classUid;
  private final String versionName;

  /**
   * @param classUid what its implementation class UID begins with; empty: nothing is known
   * @param versionName what its implementation version name begins with, in lower case
   */
  PeerSoftware(String classUid, String versionName) {
    this.classUid = classUid;
    this.versionName = versionName;
  }

  /**
   * What a peer announced.
   *
   * @param said null: it did not accept an association
   */
  public static PeerSoftware of(@Nullable Negotiated said) {
    if (said == null) {
      return UNKNOWN;
    }
    String uid = Optional.ofNullable(said.implementationClassUid()).orElse("");
    String name =
        Optional.ofNullable(said.implementationVersionName()).orElse("").toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(one -> one != UNKNOWN && one != OTHER)
        .filter(one -> uid.startsWith(one.classUid) || name.startsWith(one.versionName))
        .findFirst()
        .orElse(uid.isBlank() && name.isBlank() ? UNKNOWN : OTHER);
  }
}
