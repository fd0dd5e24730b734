package org.echolot.check.diagnosis;

import java.util.Map;

/** Names the ports on which DICOM services often listen, without the one that was just tried. */
public final class CommonPorts {

  private static final int TLS = 2762;

  private CommonPorts() {}

  /** The facts for texts about a port that was called in vain, or is not that of DICOM. */
  public static Map<String, String> besides(int tried) {
    return Map.of(
        "commonPorts",
        switch (tried) {
          case 104 -> "11112, 4242 (Orthanc), and 2762 for TLS";
          case 11112 -> "104, 4242 (Orthanc), and 2762 for TLS";
          case 4242 -> "104, 11112, and 2762 for TLS";
          case TLS -> "104, 11112 and 4242 (Orthanc)";
          default -> "104, 11112, 4242 (Orthanc), and 2762 for TLS";
        },
        "plainPorts",
        switch (tried) {
          case 104 -> "11112 or 4242";
          case 11112 -> "104 or 4242";
          case 4242 -> "104 or 11112";
          default -> "104, 11112 or 4242";
        },
        "tlsPort",
        tried == TLS ? "" : ", often 2762");
  }
}
