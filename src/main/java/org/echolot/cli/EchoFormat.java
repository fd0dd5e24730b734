package org.echolot.cli;

/** How results are written. */
enum EchoFormat {
  TEXT,
  JSON,
  JUNIT,
  PROMETHEUS,
  TICKET,
  TICKET_MARKDOWN
}
