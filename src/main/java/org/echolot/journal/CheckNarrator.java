package org.echolot.journal;

import org.echolot.check.CheckListener;

/** Tells a check's story as journal lines, in the vocabulary that PACS people know. */
public final class CheckNarrator implements CheckListener {

  /**
   * @param checkId the number that all lines of this check carry
   */
  public CheckNarrator(Journal journal, long checkId, String peerName) {}
}
