package org.echolot.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Makes the ahead-of-time caches of an image with its own Java, by a short run of each kind. */
final class Caches {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path image;
  private final Target system;
  private final Path home;

  Caches(Path image, Target system, Path target) {
    this.image = image;
    this.system = system;
    this.home = target.resolve("work/home");
  }

  void make() throws IOException, InterruptedException {
    Files.createDirectories(home);
    List<String> record =
        Tool.with(Launchers.COMMANDS, "-XX:AOTCacheOutput=" + cache(true), "-Duser.home=" + home);
    start(
            "commands",
            command(record, Launchers.TRAINING_CLASS, List.of(home.toString())),
            Map.of("ECHOLOT_PEERS", home.resolve("peers.json").toString()))
        .waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    require(cache(true));
    if (!system.is(Target.Kind.WINDOWS)) {
      recordWindow();
    } else {
      // Nobody has tried whether a window can be recorded there.
      System.out.println("The window has no cache on Windows yet: it opens a second later.");
    }
  }

  private void recordWindow() throws IOException, InterruptedException {
    List<String> record =
        Tool.with(
            Launchers.WINDOW,
            "-XX:AOTCacheOutput=" + cache(false),
            "-Duser.home=" + home,
            "-Dglass.platform=Headless",
            "-Dprism.order=sw");
    start(
            "window",
            command(record, Launchers.TRAINING_CLASS, List.of(home.toString(), "window")),
            Map.of("ECHOLOT_PEERS", home.resolve("peers.json").toString()))
        .waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    require(cache(false));
  }

  private Path cache(boolean commands) {
    return Image.app(image, system).resolve(Launchers.cache(commands));
  }

  private static void require(Path cache) throws IOException {
    if (Files.notExists(cache)) {
      throw new IOException("the JVM made no " + cache);
    }
  }

  private List<String> command(List<String> options, String main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Image.java(image, system).toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), main));
    command.addAll(arguments);
    return command;
  }

  private String classPath() throws IOException {
    return Launchers.classPath(Image.app(image, system)).stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Process start(String name, List<String> command, Map<String, String> more)
      throws IOException {
    Path printed = home.resolve(name + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    Map<String, String> environment = builder.environment();
    for (String folder :
        List.of("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "APPDATA")) {
      environment.put(folder, home.toString());
    }
    environment.remove("ECHOLOT_PEERS");
    environment.putIfAbsent("DISPLAY", ":0");
    environment.put("LC_ALL", "C.UTF-8");
    environment.putAll(more);
    return builder.start();
  }
}
