package org.echolot.cli;

import java.util.Locale;

/** How results are written. */
enum EchoFormat {
  TEXT,
  JSON,
  JUNIT,
  PROMETHEUS,
  TICKET,
  TICKET_MARKDOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
