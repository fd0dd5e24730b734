package org.echolot.check;

import org.echolot.dicom.association.StopSignal;

/** The engine on our own upper layer. */
public final class OwnEngine implements EchoEngine {

  @Override
  public String name() {
    return "echolot";
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    throw new UnsupportedOperationException();
  }
}
