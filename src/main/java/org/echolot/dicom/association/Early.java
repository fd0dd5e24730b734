package org.echolot.dicom.association;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.Deviation;

/**
 * Answers that were there before anything was asked. Tolerated, as by other software, which reads
 * them when it has asked; who answers so has not read what it answers.
 */
final class Early {

  private Early() {}

  /** The deviations of an answer, with this one. */
  static List<Deviation> with(
      List<Deviation> deviations, String field, String request, String section) {
    List<Deviation> all = new ArrayList<>(deviations);
    all.add(new Deviation(field, 0, "was sent before " + request, section));
    return all;
  }
}
