package org.echolot.report.acceptance;

/** How one check of the sheet came out. */
public enum Mark {
  PASSED("✓", "passed"),
  FAILED("✗", "failed"),
  /** The peer was not reached, or failed for another reason, so nothing is proven. */
  OPEN("?", "not proven");

  private final String sign;
  private final String label;

  Mark(String sign, String label) {
    this.sign = sign;
    this.label = label;
  }

  /** One character, so that no mark is told by colour alone. */
  public String sign() {
    return sign;
  }

  public String label() {
    return label;
  }
}
