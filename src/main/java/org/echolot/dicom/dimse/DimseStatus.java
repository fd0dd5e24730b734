package org.echolot.dicom.dimse;

/** What the numbers in the Status element mean (PS3.7 Annex C). */
public final class DimseStatus {

  public static final int SUCCESS = 0x0000;

  private DimseStatus() {}

  /** The meaning in the standard's words, for example "Refused: SOP Class not supported". */
  public static String meaningOf(int status) {
    throw new UnsupportedOperationException();
  }

  /** The number as people write it, for example {@code 0122H}. */
  public static String hex(int status) {
    return "%04XH".formatted(status);
  }
}
