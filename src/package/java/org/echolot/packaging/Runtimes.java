package org.echolot.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Links a Java with nothing but what Echolot needs, JavaFX as a part of it. */
final class Runtimes {

  private static final List<String> JAVAFX = List.of("base", "graphics", "controls");

  /**
   * Libraries of Java's older window toolkit and of sound, which come with a module that JavaFX
   * asks for. Nothing of ours calls them, and JavaFX has its own: 2.5 MB of a package.
   */
  private static final List<String> UNUSED_LIBRARIES =
      List.of(
          "awt",
          "awt_headless",
          "awt_xawt",
          "fontmanager",
          "freetype",
          "javajpeg",
          "jawt",
          "jsound",
          "lcms",
          "mlib_image",
          "splashscreen");

  private final Path root;
  private final Path target;
  private final Target system;

  Runtimes(Path root, Path target, Target system) {
    this.root = root;
    this.target = target;
    this.system = system;
  }

  /** Its classes are not compressed: the packages are, and compress them better as a whole. */
  Path link() throws IOException, InterruptedException {
    Path modules = target.resolve("work/jmods");
    for (String name : JAVAFX) {
      makeModule(name, modules);
    }
    Path runtime = target.resolve("work/runtime");
    Tool.run(
        Tool.ofJdk("jlink"),
        "--module-path",
        modules.toString(),
        "--add-modules",
        String.join(",", needed()),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--compress",
        "zip-0",
        "--output",
        runtime.toString());
    Files.writeString(
        runtime.resolve("conf/security/java.security"),
        Files.readString(root.resolve("bin/java.security")),
        StandardOpenOption.APPEND);
    if (system.is(Target.Kind.LINUX)) {
      for (String name : UNUSED_LIBRARIES) {
        Files.deleteIfExists(runtime.resolve("lib/lib" + name + ".so"));
      }
      stripLibraries(runtime);
    }
    return runtime;
  }

  /** Leaves out the names of what no other library calls: a twentieth of a package. */
  private static void stripLibraries(Path runtime) throws IOException, InterruptedException {
    for (Path library : Trees.files(runtime.resolve("lib"), ".so")) {
      Tool.run("strip", "--strip-unneeded", library.toString());
    }
  }

  private Path javafx(String name) {
    return root.resolve("target/lib")
        .resolve(
            "javafx-%s-%s-%s.jar".formatted(name, System.getProperty("javafx"), system.javafx()));
  }

  /**
   * A module with its libraries where Java looks for them, and not unpacked into the user's home.
   */
  private void makeModule(String name, Path modules) throws IOException, InterruptedException {
    Path work = target.resolve("work").resolve(name);
    Path classes = work.resolve("classes");
    Path libraries = work.resolve("libraries");
    Files.createDirectories(classes);
    Files.createDirectories(libraries);
    Files.createDirectories(modules);
    Trees.unpack(javafx(name), classes, entry -> !isLibrary(entry) && !entry.endsWith(".jar"));
    Trees.unpack(javafx(name), libraries, Runtimes::isLibrary);
    Tool.run(
        Tool.ofJdk("jmod"),
        "create",
        "--class-path",
        classes.toString(),
        "--libs",
        libraries.toString(),
        modules.resolve("javafx." + name + ".jmod").toString());
  }

  private static boolean isLibrary(String entry) {
    return entry.endsWith(".so") || entry.endsWith(".dylib") || entry.endsWith(".dll");
  }

  /** The modules that our classes and the libraries use, by what jdeps finds in them. */
  private Set<String> needed() throws IOException, InterruptedException {
    List<Path> jars = new ArrayList<>();
    for (Path jar : Trees.files(root.resolve("target/lib"), ".jar")) {
      String name = jar.getFileName().toString();
      if (!name.startsWith("javafx-") || name.endsWith("-" + system.javafx() + ".jar")) {
        jars.add(jar);
      }
    }
    String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    String found =
        Tool.run(
            Tool.ofJdk("jdeps"),
            "--ignore-missing-deps",
            "--multi-release",
            "25",
            "--print-module-deps",
            "--class-path",
            path,
            root.resolve("target/echolot.jar").toString());
    Set<String> modules =
        Arrays.stream(found.strip().split("\\R"))
            .reduce((_, last) -> last)
            .map(line -> new TreeSet<>(Arrays.asList(line.split(","))))
            .orElseThrow();
    modules.add("javafx.controls");
    return modules;
  }
}
