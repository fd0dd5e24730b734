package org.echolot.check.diagnosis;

import java.util.Locale;

/** Numbers of things, as people read them. */
final class Counted {

  private Counted() {}

  /** As in {@code 1 byte} and {@code 1,234 bytes}. */
  static String bytes(long count) {
    return String.format(Locale.ROOT, "%,d byte%s", count, count == 1 ? "" : "s");
  }
}
