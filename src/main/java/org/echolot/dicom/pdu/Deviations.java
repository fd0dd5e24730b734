package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is tolerated in a PDU while it is read; bounded, whatever a peer sends. */
final class Deviations implements FieldVisitor {

  private static final int MAX = 32;

  private final List<Deviation> found = new ArrayList<>();

  @Override
  public void tolerated(Deviation deviation) {
    if (found.size() < MAX) {
      found.add(deviation);
    }
  }

  List<Deviation> inOrder() {
    if (found.size() < 2) {
      return List.copyOf(found); // as nearly always; the first sort would take long
    }
    return found.stream().sorted(Comparator.comparingInt(Deviation::offset)).toList();
  }
}
