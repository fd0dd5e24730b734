package org.echolot.text;

import java.util.Locale;

/** What runs here, for a report to somebody else. */
public final class About {

  /** The version of Echolot; the same as in {@code pom.xml}. */
  public static final String VERSION = "0.1.0";

  private About() {}

  /** For example {@code Echolot 0.1.0}. */
  public static String program() {
    return "Echolot " + VERSION;
  }

  /** For example {@code Java 25.0.1+8 (Eclipse Adoptium)}. */
  public static String java() {
    return "Java " + Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")";
  }

  /** For example {@code Linux 6.1.0, amd64}. */
  public static String system() {
    return String.format(
        Locale.ROOT,
        "%s %s, %s",
        System.getProperty("os.name", "unknown system"),
        System.getProperty("os.version", ""),
        System.getProperty("os.arch", ""));
  }
}
