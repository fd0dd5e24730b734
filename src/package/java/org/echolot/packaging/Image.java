package org.echolot.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder with the program, its Java and its caches: what is installed, and what is in the zip.
 */
final class Image {

  /** Caches are only used with jars of the very time that they were made with. */
  static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Path root;
  private final Path target;
  private final Target system;
  private final String version;

  Image(Path root, Path target, Target system, String version) {
    this.root = root;
    this.target = target;
    this.system = system;
    this.version = version;
  }

  Path make(Path runtime) throws IOException, InterruptedException {
    Path input = target.resolve("work/input");
    gather(input);
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                name(),
                "--app-version",
                version,
                "--vendor",
                "Echolot",
                "--input",
                input.toString(),
                "--main-jar",
                "echolot.jar",
                "--main-class",
                Launchers.MAIN_CLASS,
                "--runtime-image",
                runtime.toString(),
                "--icon",
                icon().toString(),
                "--dest",
                target.toString()));
    Launchers.arguments(system, target.resolve("work")).forEach(command::add);
    Tool.run(command.toArray(String[]::new));
    Path image = target.resolve(system.is(Target.Kind.MAC) ? name() + ".app" : name());
    tellOfNames(java(image, system).resolve("../../conf/security/java.security").normalize());
    if (system.is(Target.Kind.LINUX)) {
      replaceLauncher(image);
    }
    setTimes(app(image, system));
    return image;
  }

  /** The Java of the image is told at once what bin/run tells one that others use, too. */
  private void tellOfNames(Path settings) throws IOException {
    Files.writeString(
        settings, Files.readString(root.resolve("bin/java.security")), StandardOpenOption.APPEND);
  }

  /** The name of the folder, and of the program. */
  private String name() {
    return system.is(Target.Kind.LINUX) ? "echolot" : "Echolot";
  }

  static Path app(Path image, Target system) {
    return switch (system.kind()) {
      case LINUX -> image.resolve("lib/app");
      case MAC -> image.resolve("Contents/app");
      case WINDOWS -> image.resolve("app");
    };
  }

  static Path java(Path image, Target system) {
    Path runtime =
        switch (system.kind()) {
          case LINUX -> image.resolve("lib/runtime");
          case MAC -> image.resolve("Contents/runtime/Contents/Home");
          case WINDOWS -> image.resolve("runtime");
        };
    return runtime.resolve("bin").resolve(system.executable("java"));
  }

  private Path icon() throws IOException, InterruptedException {
    Path icons = root.resolve("icons");
    return switch (system.kind()) {
      case LINUX -> icons.resolve("echolot-512.png");
      case MAC -> MacIcon.make(icons, target.resolve("work"));
      case WINDOWS -> WindowsIcon.make(icons, target.resolve("work"));
    };
  }

  /**
   * Our jar and the libraries without JavaFX, which is in the Java, and without other systems'
   * parts.
   */
  private void gather(Path input) throws IOException, InterruptedException {
    Files.createDirectories(input.resolve("lib"));
    straighten(root.resolve("target/echolot.jar"), input.resolve("echolot.jar"));
    for (Path jar : Trees.files(root.resolve("target/lib"), ".jar")) {
      String name = jar.getFileName().toString();
      Path copy = input.resolve("lib").resolve(name);
      if (name.startsWith("sqlite-jdbc-")) {
        Trees.filter(jar, copy, this::isForThisSystem);
      } else if (!name.startsWith("javafx-")) {
        Files.copy(jar, copy);
      }
    }
    Trees.copy(root.resolve("target/lib/licences"), input.resolve("licences"));
  }

  /**
   * Copies our jar with its switches by type as plain code, as bin/run does, and for its reasons.
   */
  private void straighten(Path jar, Path to) throws IOException, InterruptedException {
    Tool.run(
        Tool.ofJdk("java"),
        "-cp",
        jar + File.pathSeparator + root.resolve("target/lib/*"),
        root.resolve("bin/PlainCode.java").toString(),
        jar.toString(),
        to.toString());
  }

  private boolean isForThisSystem(String entry) {
    String natives = "org/sqlite/native/";
    return !entry.startsWith(natives) || entry.startsWith(natives + system.sqlite() + "/");
  }

  /**
   * A script starts in a quarter of the time of jpackage's own program, and knows windows from
   * commands.
   */
  private void replaceLauncher(Path image) throws IOException {
    Path bin = image.resolve("bin");
    for (Path old : Trees.files(bin, "")) {
      Files.delete(old);
    }
    Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
    Path launcher = bin.resolve("echolot");
    Path app = app(image, system);
    List<String> classPath = new ArrayList<>();
    for (Path jar : Launchers.classPath(app)) {
      classPath.add("$app/" + app.relativize(jar));
    }
    Files.writeString(
        launcher,
        Files.readString(root.resolve("src/package/linux/echolot"))
            .replace("@CLASSPATH@", String.join(":", classPath))
            .replace("@WINDOW@", String.join(" ", Launchers.WINDOW))
            .replace("@LONG@", String.join(" ", Launchers.LONG_COMMANDS))
            .replace("@MANY@", String.join(" ", Launchers.MANY_COMMANDS))
            .replace("@COMMANDS@", String.join(" ", Launchers.COMMANDS)));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static void setTimes(Path app) throws IOException {
    for (Path jar : Trees.files(app, ".jar")) {
      Files.setLastModifiedTime(jar, TIME);
    }
  }
}
