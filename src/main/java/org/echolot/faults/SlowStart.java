package org.echolot.faults;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** Why Echolot started slower than it could. A Java that cannot use a cache goes on without any. */
public final class SlowStart {

  private static final String WORDS =
      "Starts slower than it could: the start cache is missing, or does not belong to this Java and"
          + " these files. All else works as usual.";

  private SlowStart() {}

  /**
   * What to say of the start; empty where nothing is amiss, or this Java does not tell. Takes some
   * time: not for the start itself.
   */
  public static Optional<String> words() {
    try {
      HotSpotDiagnosticMXBean java =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return java == null || Boolean.parseBoolean(java.getVMOption("UseSharedSpaces").getValue())
          ? Optional.empty()
          : Optional.of(WORDS);
    } catch (IllegalArgumentException | LinkageError _) {
      // Another JVM, or one that was linked without the means.
      return Optional.empty();
    }
  }
}
