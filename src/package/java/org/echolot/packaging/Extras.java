package org.echolot.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The man page and the completions, which the program writes itself. */
final class Extras {

  private static final Map<String, String> FILES =
      Map.of(
          "man", "man/echolot.1",
          "bash", "completions/echolot.bash",
          "zsh", "completions/_echolot",
          "fish", "completions/echolot.fish",
          "powershell", "completions/echolot.ps1");

  private final Path image;
  private final Target system;

  Extras(Path image, Target system) {
    this.image = image;
    this.system = system;
  }

  void make() throws IOException, InterruptedException {
    Path app = Image.app(image, system);
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      String text =
          Tool.run(
              List.of(
                  Image.java(image, system).toString(),
                  "-cp",
                  app.resolve("echolot.jar").toString(),
                  Launchers.MAIN_CLASS,
                  "completion",
                  file.getKey()),
              Map.of("LC_ALL", "C.UTF-8"));
      Path written = app.resolve(file.getValue());
      Files.createDirectories(written.getParent());
      Files.writeString(written, text, StandardCharsets.ISO_8859_1);
    }
  }
}
