package org.echolot.dicom.pdu;

import java.util.List;

/**
 * Tells what the data of a PDV hold, which PS3.8 leaves to PS3.7. It is shown the fragments of one
 * direction of an association in their order, and may remember them.
 */
@FunctionalInterface
public interface FragmentAnnotator {

  /**
   * @param fragment the PDV, with as much of its data as came
   * @param complete whether all of its data came
   * @return spans that cover the data, counted from 0 at their start, depths from 0
   */
  List<FieldSpan> annotate(Pdv fragment, boolean complete);
}
