package org.echolot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes the packages of the system that it runs on, from a build that is done: {@code mvn -Ppackage
 * package} starts it with the JDK that compiled. See docs/packages.md.
 *
 * <p>Arguments: the folder of the sources, and the folder to make.
 */
public final class Packaging {

  private Packaging() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
    Path target = Path.of(arguments[1]).toAbsolutePath().normalize();
    Target system = Target.ofThisComputer();
    Trees.delete(target);
    Files.createDirectories(target);
    String version = System.getProperty("version");

    Path runtime = new Runtimes(root, target, system).link();
    Path image = new Image(root, target, system, version).make(runtime);
    new Extras(image, system).make();
    new Caches(image, system, target).make();
    Trees.copy(
        root.resolve("target/echolot-sbom.json"), Image.app(image, system).resolve("sbom.json"));

    Path zip = new PortableZip(target, system, version).pack(image);
    new Installers(root, target, system, version).make(image);
    try (Stream<Path> made = Files.list(target)) {
      for (Path file : made.filter(Files::isRegularFile).sorted().toList()) {
        System.out.printf(Locale.ROOT, "%s: %.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
      }
    }
    if (Files.notExists(zip)) {
      throw new IOException("there is no " + zip);
    }
  }
}
