package org.echolot.handout;

import java.util.Locale;
import org.echolot.dicom.pdu.AeTitle;

/** A name for an AE in another system's configuration, which takes only plain letters there. */
final class NodeName {

  private NodeName() {}

  /** Small letters, digits and dashes, made from the title; never empty. */
  static String of(AeTitle ae) {
    String name =
        ae.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "echolot" : name;
  }
}
