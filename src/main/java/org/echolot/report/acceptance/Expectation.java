package org.echolot.report.acceptance;

/** What a peer has to do with a calling AE title. */
public enum Expectation {
  ACCEPT("must be accepted"),
  /** A stranger's: a peer that takes everybody is open to everybody. */
  REFUSE("must be refused");

  private final String label;

  Expectation(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
