package org.echolot.ticket;

/** How the text of a ticket is marked up. */
public enum TicketFormat {
  TEXT("plain text", "txt"),
  MARKDOWN("Markdown", "md");

  private final String label;
  private final String ending;

  TicketFormat(String label, String ending) {
    this.label = label;
    this.ending = ending;
  }

  /** What people call it, inside a sentence. */
  public String label() {
    return label;
  }

  /** What names of such files end in, without the dot. */
  public String ending() {
    return ending;
  }
}
