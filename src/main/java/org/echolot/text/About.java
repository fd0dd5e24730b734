package org.echolot.text;

import java.util.Locale;
import java.util.Objects;

/** What runs here, for a report to somebody else. */
public final class About {

  private About() {}

  /**
   * The version of Echolot, from the manifest of its jar, into which the build writes that of
   * {@code pom.xml}. Classes that are in no jar are of no version: {@code unreleased}.
   */
  public static String version() {
    return Objects.requireNonNullElse(
        About.class.getPackage().getImplementationVersion(), "unreleased");
  }

  /** For example {@code Echolot 0.1.0}. */
  public static String program() {
    return "Echolot " + version();
  }

  /** Under what it may be used. */
  public static String licence() {
    return "Apache License 2.0, without any warranty: https://www.apache.org/licenses/LICENSE-2.0";
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
