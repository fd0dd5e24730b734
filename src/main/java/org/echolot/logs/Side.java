package org.echolot.logs;

/** Who wrote a line: the same words mean different things at the two ends of a connection. */
public enum Side {
  CALLER("the caller"),
  CALLED("the called system"),
  BETWEEN("a device in between (proxy, load balancer, firewall)"),
  EITHER("the caller or the called system");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** Who that is, for people. */
  public String label() {
    return label;
  }
}
