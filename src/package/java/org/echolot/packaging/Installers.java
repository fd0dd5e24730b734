package org.echolot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packages of the system, by jpackage. What a system's tool is missing for is left out, and
 * said.
 */
final class Installers {

  private final Path root;
  private final Path target;
  private final Target system;
  private final String version;

  Installers(Path root, Path target, Target system, String version) {
    this.root = root;
    this.target = target;
    this.system = system;
    this.version = version;
  }

  void make(Path image) throws IOException, InterruptedException {
    switch (system.kind()) {
      case LINUX -> {
        Path resources = linuxResources();
        if (has("dpkg-deb", "deb")) {
          make(image, "deb", resources, List.of("--linux-package-deps", "libc6"));
        }
        if (has("rpmbuild", "rpm")) {
          make(image, "rpm", resources, List.of("--linux-rpm-license-type", "Apache-2.0"));
        }
      }
      case MAC -> make(image, "dmg", target.resolve("work"), List.of());
      case WINDOWS ->
          make(
              image,
              "msi",
              root.resolve("src/package/windows"),
              List.of(
                  "--win-menu",
                  "--win-menu-group",
                  "Echolot",
                  "--win-upgrade-uuid",
                  "6a3d7c1e-4c2b-4b7e-9a57-0f2a0d6e3c11"));
    }
  }

  /** The files that jpackage looks for by name, filled in. */
  private Path linuxResources() throws IOException {
    Path resources = target.resolve("work/resources");
    Path sources = root.resolve("src/package/linux");
    Files.createDirectories(resources);
    for (String name : List.of("control", "preinst", "postinst", "prerm", "postrm")) {
      Files.copy(sources.resolve(name), resources.resolve(name));
    }
    Files.copy(root.resolve("LICENSE"), resources.resolve("copyright"));
    Files.copy(sources.resolve("echolot.spec"), resources.resolve("echolot.spec"));
    Files.writeString(
        resources.resolve("echolot-post-image.sh"),
        Files.readString(sources.resolve("post-image.sh"))
            .replace("@ICONS@", "'" + root.resolve("icons") + "'")
            .replace("@DESKTOP@", sources.resolve("echolot.desktop").toString())
            .replace("@TIME@", Image.TIME.toString()));
    return resources;
  }

  private void make(Path image, String type, Path resources, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tool.ofJdk("jpackage"),
                "--type",
                type,
                "--app-image",
                image.toString(),
                "--name",
                image.getFileName().toString().replace(".app", ""),
                "--app-version",
                version,
                "--vendor",
                "Echolot",
                "--description",
                "DICOM echo that says what is wrong",
                "--license-file",
                root.resolve("LICENSE").toString(),
                "--about-url",
                System.getProperty("repository"),
                "--resource-dir",
                resources.toString(),
                "--dest",
                target.toString()));
    command.addAll(more);
    Tool.run(command, Map.of());
  }

  private static boolean has(String program, String type) {
    try {
      Tool.run(program, "--version");
      return true;
    } catch (IOException e) {
      System.out.println("No " + type + ": there is no " + program + " here.");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
