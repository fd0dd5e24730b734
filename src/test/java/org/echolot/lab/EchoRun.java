package org.echolot.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the program said of some peers.
 *
 * @param code its exit code
 * @param results one a check, as they ended
 * @param log what it wrote to standard error
 */
public record EchoRun(int code, List<Told> results, String log) {

  private static final long PATIENCE_SECONDS = 90;

  public EchoRun {
    results = List.copyOf(results);
  }

  /**
   * Runs it on a machine, as a process, with no settings and no peers.
   *
   * @param nativeAccess Java's option that says who may call the system's library
   * @param name that of the command
   */
  static EchoRun of(Machine machine, String nativeAccess, String name, String... arguments) {
    List<String> command = new ArrayList<>(machine.prefix());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            nativeAccess,
            "-cp",
            System.getProperty("java.class.path"),
            "org.echolot.Echolot",
            name,
            "--format",
            "json"));
    command.addAll(List.of(arguments));
    try {
      Path folder = Files.createTempDirectory("echolot-lab");
      Path log = folder.resolve("log");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().remove("ECHOLOT_PEERS");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("does not end: " + command);
        }
        return new EchoRun(
            process.exitValue(), out.lines().map(Told::of).toList(), Files.readString(log));
      } finally {
        Files.deleteIfExists(log);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + command, e);
    }
  }

  /**
   * What it said of the peer of that name; of a target, its name is the target itself.
   *
   * @throws AssertionError unless there is one such result
   */
  public Told of(String name) {
    List<Told> its = results.stream().filter(told -> told.text("name").equals(name)).toList();
    if (its.size() != 1) {
      throw new AssertionError(
          its.size() + " results of " + name + " among:\n" + results + "\nIts log:\n" + log);
    }
    return its.getFirst();
  }

  /**
   * The only result.
   *
   * @throws AssertionError unless there is one
   */
  public Told only() {
    if (results.size() != 1) {
      throw new AssertionError("not one result: " + results + "\nIts log:\n" + log);
    }
    return results.getFirst();
  }
}
