package org.echolot.check;

/** The steps of a check, in the order in which they are taken. */
public enum CheckStage {
  RESOLVE("Resolve"),
  CONNECT("Connect"),
  TLS("TLS"),
  ASSOCIATE("Associate"),
  ECHO("Echo"),
  RELEASE("Release");

  private final String label;

  CheckStage(String label) {
    this.label = label;
  }

  /** The name for a person. */
  public String label() {
    return label;
  }
}
