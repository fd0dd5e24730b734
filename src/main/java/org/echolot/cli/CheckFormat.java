package org.echolot.cli;

/** The words for {@code echolot check --format}. */
enum CheckFormat {
  NAGIOS,
  CHECKMK,
  INFLUX
}
