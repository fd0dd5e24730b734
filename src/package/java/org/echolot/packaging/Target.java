package org.echolot.packaging;

import java.util.Locale;

/**
 * The system that packages are made for, which is the one that makes them.
 *
 * @param javafx how Maven Central calls JavaFX for it
 * @param sqlite the folder of SQLite's library for it in its jar
 */
record Target(Kind kind, String javafx, String sqlite, String architecture) {

  enum Kind {
    LINUX,
    MAC,
    WINDOWS
  }

  static Target ofThisComputer() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String architecture = arm ? "aarch64" : "x64";
    String suffix = arm ? "-aarch64" : "";
    String machine = arm ? "aarch64" : "x86_64";
    if (os.startsWith("windows")) {
      return new Target(Kind.WINDOWS, "win", "Windows/" + machine, architecture);
    }
    if (os.startsWith("mac")) {
      return new Target(Kind.MAC, "mac" + suffix, "Mac/" + machine, architecture);
    }
    return new Target(Kind.LINUX, "linux" + suffix, "Linux/" + machine, architecture);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  String executable(String name) {
    return kind == Kind.WINDOWS ? name + ".exe" : name;
  }
}
