package org.echolot.dicom.dimse;

import org.echolot.dicom.pdu.Octets;

/** Is told of each element while {@link DataSetWalk} goes over a data set, in its order. */
public interface DataSetVisitor {

  /** An element with a value. */
  void value(ElementHeader element, Octets value);

  /** The items of a sequence begin. */
  void sequence(ElementHeader element);

  /** An item of the innermost sequence begins; its elements follow. */
  void item();

  /** The innermost item ended. */
  void itemEnd();

  /** The innermost sequence ended. */
  void sequenceEnd();
}
